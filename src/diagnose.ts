import { listedMicrophones } from './audio/list-microphones';
import type { SoundSystem } from './audio/sound-system';
import type { Clock } from './core/clock';
import type { Log } from './core/log';
import type { Microphones } from './core/microphones';

export interface DiagnoseOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The sound server, where there is one that can be asked now. */
  readonly soundSystem: () => SoundSystem | undefined;
}

/** What finds out about this computer, for the dialogs that show it. */
export interface Diagnose {
  /** The microphones, as they can be listed by what is installed now. */
  readonly microphones: () => Microphones;
}

/** The root of the bundle that is loaded when a person first asks what is wrong, or which microphone. */
export function createDiagnose({ clock, log, soundSystem }: DiagnoseOptions): Diagnose {
  return { microphones: () => listedMicrophones({ clock, log, system: soundSystem() }) };
}
