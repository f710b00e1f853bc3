import type { RecorderName } from '../core/settings';
import { arecord } from './arecord';
import { ffmpeg } from './ffmpeg';
import { parec } from './parec';
import { pvrecorder } from './pvrecorder/pvrecorder';
import { pwRecord } from './pw-record';
import type { RecorderProgram } from './recorder-program';

/** Those that record without sox: a bundle of their own, read where sox does not record. */
export const OTHER_RECORDERS: Readonly<
  Record<Exclude<RecorderName, 'sox' | 'rec'>, RecorderProgram>
> = { parec, 'pw-record': pwRecord, arecord, ffmpeg, pvrecorder };
