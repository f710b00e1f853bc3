import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import type { Settings } from '../core/settings';
import { field } from '../core/unknown';
import type { ToggleKey } from '../dictation/key/hold-to-talk';
import type { KeyRepeatTimes } from '../dictation/key/key-repeat';

const STORAGE_KEY = 'keyRepeat';

export interface ToggleKeyOptions {
  /**
   * The extension's `globalState`: it stays on this computer, because its keys are synchronised only
   * when one asks for it.
   */
  readonly storage: {
    get(key: string): unknown;
    update(key: string, value: unknown): PromiseLike<void>;
  };
  /** Settings as they are now; a held key must not report their problems again and again. */
  readonly settings: { peek(): Pick<Settings, 'holdToTalk'> };
  readonly log: Pick<Log, 'warn'>;
  /** Runs a command of the window that does nothing: settled once the window has come to it. */
  readonly runNoop: () => PromiseLike<unknown>;
}

/** The toggle key of this computer, with what was learnt about it. */
export function createToggleKey(options: ToggleKeyOptions): ToggleKey {
  const { storage, settings, log, runNoop } = options;
  return {
    holdToTalk: () => settings.peek().holdToTalk,
    askWindow: (onAnswer) => {
      runNoop().then(onAnswer, onAnswer);
    },
    memory: {
      read: () => {
        const stored = storage.get(STORAGE_KEY);
        return Array.isArray(stored) ? stored.flatMap(parse) : [];
      },
      write: (learnt) => {
        storage.update(STORAGE_KEY, learnt).then(undefined, (error: unknown) => {
          log.warn(`key repeat not stored: ${loggable(error)}`);
        });
      },
    },
  };
}

function parse(value: unknown): readonly KeyRepeatTimes[] {
  const delayMs = field(value, 'delayMs');
  const intervalMs = field(value, 'intervalMs');
  const areTimes = typeof delayMs === 'number' && typeof intervalMs === 'number';
  return areTimes ? [{ delayMs, intervalMs }] : [];
}
