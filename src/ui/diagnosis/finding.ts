import type { Reached, VersionedRecorder } from '../../core/diagnosis';
import type { DictationError } from '../../core/failure';
import type { ListedMicrophone } from '../../core/microphones';
import type { Settings } from '../../core/settings';
import type { SoundSummary } from '../../core/sound';
import type { RunFigures } from '../../dictation/run/run';
import type { NextStep } from '../messages/message';

/** What was found out about one thing. */
export interface Finding {
  readonly topic: string;
  /** `info`: neither good nor bad. */
  readonly state: 'ok' | 'info' | 'warning' | 'problem';
  /** For the person. */
  readonly text: string;
  /** For others: without the name of a device, a file or a server; where it is missing, as `text`. */
  readonly shared?: string;
  /** What mends it. */
  readonly fixes?: readonly NextStep[];
}

/** All that was looked at. */
export interface DiagnosisFacts {
  /** Of programs, by their names. */
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  readonly settings: Settings;
  /** Ids of the settings that are not as they come. */
  readonly changed: readonly string[];
  /** Those that the settings allow, best first. */
  readonly recorders: readonly VersionedRecorder[];
  readonly microphones: readonly ListedMicrophone[];
  /** What a moment of recording was like; `in-use`: somebody dictates. */
  readonly sample:
    | (SoundSummary & { readonly firstSoundMs: number; readonly overruns: number })
    | DictationError
    | 'in-use';
  /** `invalid`: with this address nobody can tell. */
  readonly key: 'there' | 'missing' | 'invalid';
  /** Whether a model is on this computer. */
  readonly hasModel: boolean;
  /** The recogniser's server; undefined: this computer listens, so none was asked. */
  readonly reached: Reached | undefined;
  readonly proxy: { readonly isSet: boolean; readonly variables: readonly string[] };
  readonly lastSession:
    { readonly sessionId: string | undefined; readonly tookMs: number } | undefined;
  /** What is known of the last dictation that was stopped. */
  readonly lastRun: RunFigures | undefined;
  readonly lastFailure: DictationError | undefined;
  /** Commands whose keys go to a terminal's shell. */
  readonly keptFromTerminals: readonly string[];
  /** Who else has the toggle key: extensions, or the person's own key bindings. */
  readonly rivals: readonly string[];
  readonly canStore: boolean;
}

/** A duration in milliseconds, as it is told. */
export function ms(duration: number): string {
  return `${String(Math.round(duration))} ms`;
}
