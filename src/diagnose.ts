import { listedMicrophones } from './audio/list-microphones';
import { fileSystemProbe } from './audio/find-program';
import { playThrough } from './audio/play';
import { soundSystem } from './audio/sound-system';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import type { AudioPlayer, Microphones } from './core/microphones';

/** A recorder that records is watched by it. */
export { watchSource } from './audio/source-watch';

export interface DiagnoseOptions {
  readonly clock: Clock;
  readonly log: Log;
}

/** What finds out about this computer, for the dialogs that show it. */
export interface Diagnose {
  /** The microphones, as they can be listed by what is installed now. */
  readonly microphones: () => Microphones;
  readonly play: AudioPlayer;
}

/** The root of the bundle that is loaded when a recording has begun, or to find out what is wrong. */
export function createDiagnose({ clock, log }: DiagnoseOptions): Diagnose {
  const { platform, env } = process;
  return {
    microphones: () => listedMicrophones({ clock, log, system: soundSystem({ clock, log }) }),
    play: playThrough({ platform, env, probe: fileSystemProbe }),
  };
}
