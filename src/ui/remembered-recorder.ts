import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import type { KnownRecorder, RecorderMemory } from '../core/recorder';
import { RECORDERS } from '../core/settings';
import { field } from '../core/unknown';

/** Where VS Code keeps it: on this computer, because other computers have other programs. */
const KEY = 'recorder';

/** The extension's `globalState`. */
export interface RecorderStorage {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

/** What earlier windows found out about the recorders of this computer. */
export function rememberedRecorder(
  storage: RecorderStorage,
  log: Pick<Log, 'warn'>,
): RecorderMemory {
  return {
    get: () => parse(storage.get(KEY)),
    set: (known) => {
      storage.update(KEY, known).then(undefined, (error: unknown) => {
        log.warn(`recorder not remembered: ${loggable(error)}`);
      });
    },
  };
}

/** Anything may stand there: an older version's, or a newer one's. */
function parse(value: unknown): KnownRecorder | undefined {
  const insteadOf = field(value, 'insteadOf');
  const works = field(value, 'works');
  const name = RECORDERS.find((each) => each === works);
  return typeof insteadOf === 'string' && name !== undefined
    ? { insteadOf, works: name }
    : undefined;
}
