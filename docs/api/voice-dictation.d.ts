import type { Event } from 'vscode';

/**
 * What the extension `voice-dictation.voice-dictation` gives to others:
 *
 * ```ts
 * const extension = vscode.extensions.getExtension<VoiceDictationApi>('voice-dictation.voice-dictation');
 * const dictation = await extension?.activate();
 * ```
 */
export interface VoiceDictationApi {
  /** Counts up where something is taken away or changed; what is added leaves it as it is. */
  readonly version: 1;
  /**
   * Dictates, until the person stops (by key, by voice, after a silence) or `signal` is aborted, and tells
   * what is heard. The status bar shows it as it shows every dictation, with your extension's name. The
   * first time, the person is asked whether your extension may.
   *
   * Whoever leaves the loop ends the dictation. One dictation goes on at a time.
   *
   * @throws {VoiceDictationError} from the loop; a `TypeError` where the options mean nothing
   */
  dictate(options?: DictateOptions): AsyncIterable<Partial | Final>;
  /** Tells each text that was dictated, by the person or by an extension, once they have allowed it. */
  readonly onDidTranscribe: Event<Transcription>;
}

export interface DictateOptions {
  /**
   * Where the words go, besides to you: nowhere (the default), or to a place as in a keybinding's
   * `"args": { "target": … }`.
   */
  readonly target?:
    'none' | 'editor' | 'terminal' | 'agent' | 'sourceControl' | 'chat' | 'input' | 'clipboard';
  /** The language that is spoken, as a code: `de`. Default: as the person has set it. */
  readonly language?: string;
  /** Ends the dictation as the person's key does: what was said still comes. */
  readonly signal?: AbortSignal;
}

/** What is being said; the next one takes its place. */
export interface Partial {
  readonly kind: 'partial';
  readonly text: string;
}

/** What was said, as it was heard: before spoken commands, replacements and spaces. Each comes once. */
export interface Final {
  readonly kind: 'final';
  readonly text: string;
  /** The code of the language that it was heard in, where that is told. */
  readonly language?: string;
}

/** A text that was dictated, as it was heard. */
export interface Transcription {
  readonly text: string;
  /** Whether it stands where it was to go. */
  readonly isInserted: boolean;
}

/** Why a dictation ended, or did not begin. */
export interface VoiceDictationError extends Error {
  readonly name: 'VoiceDictationError';
  /** `not-allowed`: by the person; `busy`: a dictation is on; `failed`: the person has been told why. */
  readonly reason: 'not-allowed' | 'busy' | 'failed';
}
