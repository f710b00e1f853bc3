/** The part of node-record-lpcm16 1.0.1 (index.js) that we use; the package has no types. */
declare module 'node-record-lpcm16' {
  import type { ChildProcessWithoutNullStreams } from 'node:child_process';
  import type { RecorderCommand } from '../recorder-program';

  export interface RecordOptions {
    /** Absolute path of a module that turns these options into a {@link RecorderCommand}. */
    readonly recorder: string;
    /** Ours: read by dictation-recorder.js. */
    readonly command: () => RecorderCommand;
  }

  /** Spawns at once; listeners belong on the process in the same tick (docs/audio.md §3). */
  export function record(options: RecordOptions): {
    readonly process: ChildProcessWithoutNullStreams;
  };
}
