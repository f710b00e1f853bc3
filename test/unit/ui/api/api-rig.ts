import type { DictateOptions, Transcription } from '../../../../docs/api/voice-dictation';
import { Emitter } from '../../../../src/core/events';
import { POST_ROLL_MS } from '../../../../src/dictation/run/microphone';
import type { Caller } from '../../../../src/ui/api/caller';
import { ExtensionApi } from '../../../../src/ui/api/extension-api';
import { leavable } from '../../../../src/ui/api/leavable';
import { settle } from '../../../contracts/virtual-clock';
import { audioMs, Rig } from '../../dictation/rig';

const NOTES: Caller = { id: 'a.notes', name: 'Notes' };

/** Dictation for other extensions with fakes all around it, and a person who answers. */
export class ApiRig {
  readonly rig = new Rig();
  readonly asked: string[] = [];
  allowed: string[] = [];
  caller: Caller | undefined = NOTES;
  answer: (caller: Caller) => Promise<boolean> = () => Promise.resolve(true);
  readonly transcriptions = new Emitter<Transcription>();
  private turns = 0;
  private readonly own = new ExtensionApi({
    log: {
      debug: () => undefined,
      info: () => undefined,
      warn: () => undefined,
      error: () => undefined,
    },
    controller: () => this.rig.controller,
    openTarget: (request) => this.rig.openTarget(request),
    onDidTranscribe: this.transcriptions.event,
    allowed: () => this.allowed,
    ask: (caller) => {
      this.asked.push(caller.name);
      return this.answer(caller);
    },
  });
  readonly api = {
    dictate: (options?: unknown) =>
      leavable((left) => this.own.dictate(this.caller, options, left)),
    onDidTranscribe: (listener: (told: Transcription) => void) =>
      this.own.subscribe(this.caller, listener),
  };

  /** Dictates in a loop. @returns what was told so far, and how the loop ended, at last */
  dictate(options?: DictateOptions): { readonly told: string[]; readonly ended: Promise<void> } {
    const told: string[] = [];
    const loop = async (): Promise<void> => {
      try {
        for await (const heard of this.api.dictate(options)) {
          const language = heard.kind === 'final' ? (heard.language ?? '') : '';
          told.push(`${heard.kind} ${heard.text}${language}`);
        }
        told.push('end');
      } catch (error) {
        told.push(
          error instanceof Error ? `${error.name} ${String(Reflect.get(error, 'reason'))}` : '?',
        );
      }
    };
    return { told, ended: loop() };
  }

  /** The recogniser is ready, and the microphone records. */
  async begin(): Promise<void> {
    await settle();
    this.rig.session.begin();
    this.rig.recorder.deliver(audioMs(50));
    await settle();
  }

  /** The recogniser hears this. */
  async say(transcript: string, isEnd = true): Promise<void> {
    this.rig.session.turn({ order: this.turns, transcript, isEnd });
    if (isEnd) this.turns++;
    await settle();
  }

  /** What was said last is heard; all is over. */
  async drain(): Promise<void> {
    await this.rig.clock.advance(POST_ROLL_MS);
    this.rig.session.end();
    await settle();
  }
}
