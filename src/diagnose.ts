import { listedMicrophones } from './audio/list-microphones';
import { fileSystemProbe, isInstalled } from './audio/find-program';
import { playThrough } from './audio/play';
import { soundSystem } from './audio/sound-system';
import { recorderVersions } from './audio/recorder-versions';
import type { Clock } from './core/clock';
import type { InstalledRecorder, Reached, VersionedRecorder } from './core/diagnosis';
import type { Log } from './core/log';
import type { AudioPlayer, Microphones } from './core/microphones';
import type { RecognitionSettings } from './core/settings';
import { reachEndpoint } from './recognition/assemblyai/reach';

/** Dictation tells by sounds what it does. */
export { playCue } from './audio/cues/play-cue';
/** Files with sound are read by it. */
export { createAudioFileReader } from './audio/file/read-audio-file';
/** A recorder that records is watched by it. */
export { watchSource } from './audio/source-watch';

export interface DiagnoseOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The recorders that the settings allow, best first. */
  readonly installed: () => readonly InstalledRecorder[];
}

/** What finds out about this computer, for the dialogs that show it. */
export interface Diagnose {
  /** The microphones, as they can be listed by what is installed now. */
  readonly microphones: () => Microphones;
  readonly play: AudioPlayer;
  /** Whether a terminal finds a program of this file name. */
  readonly hasProgram: (name: string) => boolean;
  /** The recorders that the settings allow, best first. */
  readonly recorders: () => Promise<readonly VersionedRecorder[]>;
  /** How the recogniser's host can be reached. */
  readonly reach: (recognition: RecognitionSettings) => Promise<Reached | undefined>;
}

/** The root of the bundle that is loaded when a recording has begun, a file is read, or to find out what is wrong. */
export function createDiagnose({ clock, log, installed }: DiagnoseOptions): Diagnose {
  const { platform, env } = process;
  return {
    microphones: () => listedMicrophones({ clock, log, system: soundSystem({ clock, log }) }),
    play: playThrough({ platform, env, probe: fileSystemProbe }),
    hasProgram: (name) => isInstalled(name, { platform, env, probe: fileSystemProbe }),
    recorders: () => recorderVersions(installed(), env),
    reach: (recognition) => reachEndpoint(recognition, clock),
  };
}
