import type { SettingKey } from '../../core/settings';
import type { CommandId, InnerCommandId } from '../command-ids';
import { t } from './translation';

/** VS Code's own command. */
export const NEW_UNTITLED_FILE = 'workbench.action.files.newUntitledFile';

/** VS Code's own command. */
export const OPEN_KEYBOARD_SHORTCUTS = 'workbench.action.openGlobalKeybindings';

/** What a button of a notification does. */
export type NextStep = { readonly label: string } & (
  | {
      readonly kind: 'command';
      readonly command:
        CommandId | InnerCommandId | typeof NEW_UNTITLED_FILE | typeof OPEN_KEYBOARD_SHORTCUTS;
    }
  /** Opens the settings filtered by `query`: a setting id, or the beginning of several. */
  | { readonly kind: 'open-settings'; readonly query: string }
  /** Sets one of our settings (id without prefix) for all windows. */
  | { readonly kind: 'change-setting'; readonly key: SettingKey; readonly value: string }
  | { readonly kind: 'open-link'; readonly url: string }
  /** Writes a text for what was heard, from now on, in all windows. */
  | { readonly kind: 'add-to-dictionary'; readonly said: string; readonly written: string }
  /** Gets a recorder onto the computer that records: in a terminal, or from a page. */
  | {
      readonly kind: 'install-recorder';
      /** What goes on when it is there; absent: the dictation that was asked for. */
      readonly next?: 'microphone-test';
    }
  /** Writes a command line into a terminal of the computer that records, where the person runs it. */
  | { readonly kind: 'type-in-terminal'; readonly commandLine: string }
  /** Takes the toggle key out of what terminals send to their shells. */
  | { readonly kind: 'let-keys-through' }
  | { readonly kind: 'copy-kept-text' | 'open-kept-text' }
);

/** One notification: what happened, in one or more whole sentences, and what can be done about it. */
export interface Message {
  readonly severity: 'error' | 'warning' | 'information';
  readonly sentence: string;
  readonly nextSteps: readonly NextStep[];
}

/** Shows messages, and does what their buttons say. */
export interface MessageBox {
  show(message: Message): Promise<void>;
}

/** What is asked in a dialog before something cannot be undone. */
export interface Question {
  readonly sentence: string;
  readonly detail: string;
  /** The button that does it; the other one cancels. */
  readonly answer: string;
}

/** The longest piece of foreign text that is quoted in a notification, in characters. */
const QUOTE_LENGTH = 200;

/**
 * Foreign text (a server's, sox's) as it may stand inside a sentence of ours: one line, not too
 * long, without a full stop of its own, without bidi overrides, and never a link: VS Code makes `[label](command:…)` in a
 * notification clickable.
 */
export function quote(text: string): string {
  const line = text
    .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .replaceAll('](', '] (');
  const short = line.length > QUOTE_LENGTH ? `${line.slice(0, QUOTE_LENGTH)}…` : line;
  return short.replace(/\.+$/, '');
}

/** Text in which no `$(icon)` is drawn: a word joiner, which has no width, stands between `$` and `(`. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$\u2060(');
}

/** The button that shows the log; every failure has it as the last one. */
export const SHOW_LOG: NextStep = {
  kind: 'command',
  label: t('Show Log'),
  command: 'voiceDictation.showLog',
};

/** The button that ends dictation so that everything said lands. */
export const STOP_DICTATION: NextStep = {
  kind: 'command',
  label: t('Stop Dictation'),
  command: 'voiceDictation.stop',
};

/** The button that opens one setting (id without prefix) in the settings editor. */
export function openSetting(key: SettingKey, label = t('Open Settings')): NextStep {
  return { kind: 'open-settings', label, query: `@id:voiceDictation.${key}` };
}

/** The extension could not be set up: a bug of ours or of the editor. */
export function activationFailedSentence(error: unknown): string {
  const detail = quote(error instanceof Error ? error.message : String(error));
  return t('Voice Dictation could not be set up: {0}.', detail);
}
