// The process that holds the engine, with Kaldi for one.
import { serve } from '../../../src/recognition/on-device/child/serve';
import { loadKaldi } from './kaldi-engine';

serve(loadKaldi);
