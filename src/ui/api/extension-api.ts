import type {
  DictateOptions,
  Final,
  Partial,
  Transcription,
  VoiceDictationError,
} from '../../../docs/api/voice-dictation';
import type { Disposable, Event } from '../../core/events';
import { loggable } from '../../core/failure';
import type { Log } from '../../core/log';
import { TARGET_KINDS, type OpenTarget, type Target } from '../../core/target';
import { isRecord } from '../../core/unknown';
import type { DictationController } from '../../dictation/controller';
import type { Caller } from './caller';
import { Heard } from './heard';
import { ListenerTarget } from './listener-target';
import { t } from '../messages/translation';

export interface ExtensionApiOptions {
  readonly log: Log;
  readonly controller: () => Pick<
    DictationController,
    'state' | 'start' | 'stop' | 'target' | 'onDidChangeState'
  >;
  readonly openTarget: OpenTarget;
  /** A text was dictated in this window. */
  readonly onDidTranscribe: Event<Transcription>;
  /** Ids of the extensions that the person has allowed for good. */
  readonly allowed: () => readonly string[];
  /** Asks the person, and remembers for good that they allow it. */
  readonly ask: (caller: Caller) => Promise<boolean>;
}

/** An extension that nobody can tell: the person is asked in every window. */
const UNKNOWN: Caller = { id: '', name: t('Another extension') };

/** What other extensions can have of dictation, once the person has allowed each of them. */
export class ExtensionApi {
  /** What the person has said in this window, by id. */
  private readonly answers = new Map<string, Promise<boolean>>();

  constructor(private readonly options: ExtensionApiOptions) {}

  /**
   * Dictates for `caller`; see `VoiceDictationApi.dictate`.
   *
   * @param left aborts when the loop is left
   * @throws {TypeError} options that mean nothing
   */
  dictate(
    caller: Caller = UNKNOWN,
    options?: unknown,
    left = new AbortController().signal,
  ): AsyncGenerator<Partial | Final, void> {
    return this.listen(caller, parseOptions(options), left);
  }

  private async *listen(
    caller: Caller,
    { target = 'none', language, signal }: DictateOptions,
    left: AbortSignal,
  ): AsyncGenerator<Partial | Final, void> {
    const over = AbortSignal.any(signal === undefined ? [left] : [signal, left]);
    const isOver = (): boolean => over.aborted;
    if (isOver()) return;
    const aborted = new Promise<undefined>((resolve) => {
      over.addEventListener('abort', () => {
        resolve(undefined);
      });
    });
    const isAllowed = await Promise.race([this.isAllowed(caller), aborted]);
    if (isOver()) return;
    if (isAllowed !== true) throw failure('not-allowed');
    const controller = this.options.controller();
    if (controller.state.kind !== 'idle') throw failure('busy');
    const heard = new Heard<Partial | Final>();
    const endWhenIdle = (): void => {
      const { state } = controller;
      if (state.kind !== 'idle') return;
      heard.end(state.failure === undefined ? undefined : failure('failed', state.failure));
    };
    // Why it is over, the state tells right behind.
    const end = (): void => {
      queueMicrotask(() => {
        endWhenIdle();
        heard.end();
      });
    };
    let own: Target | undefined;
    const stop = (): void => {
      // Not what the person has begun since: this one is over, or drains already.
      const isOn = !heard.isEnded && (own === undefined || controller.target === own);
      if (isOn) controller.stop();
      if (left.aborted) heard.end();
    };
    over.addEventListener('abort', stop);
    const start = controller.start({
      ...(language !== undefined && { language }),
      open: async () => {
        const place =
          target === 'none' ? undefined : await this.options.openTarget({ kind: target });
        own = new ListenerTarget(caller.name, heard, place, end);
        return own;
      },
    });
    const subscription = controller.onDidChangeState(endWhenIdle);
    try {
      await start;
      endWhenIdle();
      yield* heard;
    } finally {
      subscription.dispose();
      over.removeEventListener('abort', stop);
    }
  }

  /** Tells `caller` what is dictated from now on, as soon as the person allows it, and as long as they do. */
  subscribe(caller: Caller = UNKNOWN, listener: (told: Transcription) => void): Disposable {
    let isAllowed = false;
    void this.isAllowed(caller).then((answer) => {
      isAllowed = answer;
    });
    return this.options.onDidTranscribe((transcription) => {
      if (!isAllowed || !this.isKnown(caller)) return;
      try {
        listener(transcription);
      } catch (error) {
        this.options.log.warn(`an extension that listens: ${loggable(error)}`);
      }
    });
  }

  /** Whether what the person has said of it holds still: they may have changed the setting since. */
  private isKnown({ id }: Caller): boolean {
    return this.options.allowed().includes(id) || this.answers.has(id);
  }

  /** Never rejects. */
  private isAllowed(caller: Caller): Promise<boolean> {
    if (this.options.allowed().includes(caller.id)) return Promise.resolve(true);
    const known = this.answers.get(caller.id);
    if (known !== undefined) return known;
    const answer = this.options.ask(caller).catch(() => false);
    this.answers.set(caller.id, answer);
    void answer.then(() => {
      // From now on the setting tells.
      if (this.options.allowed().includes(caller.id)) this.answers.delete(caller.id);
    });
    return answer;
  }
}

/** A code of a language, with a region or without. */
const LANGUAGE = /^[a-z]{2,3}(?:[-_][a-z0-9]+)*$/i;

/** @throws {TypeError} where they mean nothing */
function parseOptions(options: unknown): DictateOptions {
  if (options === undefined) return {};
  if (!isRecord(options)) throw new TypeError('options: an object is expected');
  const { target, language, signal } = options;
  const kind = [undefined, 'none' as const, ...TARGET_KINDS].find((each) => each === target);
  if (kind !== target) throw new TypeError(`target: one of none, ${TARGET_KINDS.join(', ')}`);
  if (language !== undefined && (typeof language !== 'string' || !LANGUAGE.test(language))) {
    throw new TypeError('language: a code such as "de"');
  }
  if (signal !== undefined && !(signal instanceof AbortSignal)) {
    throw new TypeError('signal: an AbortSignal');
  }
  return {
    ...(kind !== undefined && { target: kind }),
    ...(language !== undefined && { language }),
    ...(signal !== undefined && { signal }),
  };
}

const SENTENCES: Readonly<Record<VoiceDictationError['reason'], string>> = {
  'not-allowed': 'The person does not allow this extension to listen.',
  busy: 'A dictation is on already.',
  failed: 'The dictation failed; the person has been told why.',
};

function failure(reason: VoiceDictationError['reason'], cause?: unknown): VoiceDictationError {
  const error = new Error(SENTENCES[reason], { cause });
  return Object.assign(error, { name: 'VoiceDictationError' as const, reason });
}
