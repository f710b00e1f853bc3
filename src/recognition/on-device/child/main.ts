// What dist/recogniser.js runs.
import { serve } from './serve';
import { loadSherpa } from './sherpa';

serve(loadSherpa);
