import type { RecorderName } from '../core/settings';
import { arecord } from './arecord';
import { ffmpeg } from './ffmpeg';
import { parec } from './parec';
import { pvrecorder } from './pvrecorder/pvrecorder';
import { pwRecord } from './pw-record';
import type { RecorderProgram } from './recorder-program';
export { UnstartedRecorder } from './unstarted-recorder';
export { floodFailure, lastWords, recorderFailure, spawnFailure } from './recorder-failure';

// A bundle of its own, with what tells why a recorder does not record.

/** Those that record without sox. */
export const OTHER_RECORDERS: Readonly<
  Record<Exclude<RecorderName, 'sox' | 'rec'>, RecorderProgram>
> = { parec, 'pw-record': pwRecord, arecord, ffmpeg, pvrecorder };
