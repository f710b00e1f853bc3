import type { DictationError } from '../core/failure';
import type { MissedOutcome } from '../core/target';
import type { CostLimit } from './cost/cost-guard';
import type { SoundProblem } from './run/sound-check';
import type { DictationEvent } from './state';

/** Something the person must be told although dictation goes on, or is already over. */
export type Notice =
  /** A final could not be inserted; its text is handed over so that it is not lost. */
  | {
      readonly kind: 'text-not-inserted';
      readonly text: string;
      readonly outcome: MissedOutcome;
    }
  /** A spoken command that cannot be carried out where the words go; its text, as it was heard. */
  | { readonly kind: 'command-impossible'; readonly text: string }
  /** Dictation was cancelled, and this many finals were taken out of the document again. */
  | { readonly kind: 'taken-back'; readonly count: number }
  /** Another model runs than the one that was asked for. */
  | { readonly kind: 'model-mismatch'; readonly asked: string; readonly running: string }
  /** Changed settings (ids without prefix) that take effect at the next start. */
  | { readonly kind: 'settings-deferred'; readonly keys: readonly string[] }
  /** The workspace's names would help, and the model may cost extra with them: the person decides. */
  | { readonly kind: 'names-cost-extra'; readonly model: string }
  /** A limit of the cost settings is near, the budget's at 80 %; see `CostGuard`. */
  | { readonly kind: 'cost-warning'; readonly limit: CostLimit }
  /** Dictation ends, or was not started, because of a limit of the cost settings. */
  | { readonly kind: 'cost-stop'; readonly limit: CostLimit }
  /** The provider warns of something that the person may be able to mend, in its own words. */
  | { readonly kind: 'recogniser-warning'; readonly text: string }
  /** Something is wrong with the sound; dictation goes on. */
  | { readonly kind: 'sound-problem'; readonly problem: SoundProblem }
  /** The system has moved the recording to another microphone; its label. */
  | { readonly kind: 'microphone-moved'; readonly label: string }
  /** The chosen microphone died; the system's default records instead. */
  | { readonly kind: 'microphone-replaced'; readonly device: string }
  /** No session could be opened yet, or the connection is lost for long; it goes on being tried. */
  | {
      readonly kind: 'cannot-connect';
      readonly error: DictationError;
      /** Milliseconds of audio kept meanwhile. */
      readonly keptMs: number;
    }
  /** More audio of failed runs was waiting than is kept: the oldest, `lostMs` of it, is let go. */
  | { readonly kind: 'kept-audio-full'; readonly lostMs: number; readonly limitMs: number }
  /** The turns of a run were told in an order in which nobody can have said them. */
  | {
      readonly kind: 'order-broken';
      /** Milliseconds of its audio kept for another try. */
      readonly keptMs: number;
    }
  /** A run that was still draining failed while the next one is already on. */
  | {
      readonly kind: 'earlier-run-failed';
      readonly error: DictationError;
      /** Milliseconds of audio kept for another try. */
      readonly keptMs: number;
    };

/** Where the parts of a run tell what happens. */
export interface Reports {
  readonly progress: (event: DictationEvent) => void;
  readonly notice: (notice: Notice) => void;
}
