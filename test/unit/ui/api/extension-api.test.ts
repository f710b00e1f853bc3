import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DictateOptions, Transcription } from '../../../../docs/api/voice-dictation';
import { Emitter } from '../../../../src/core/events';
import { ExtensionApi } from '../../../../src/ui/api/extension-api';
import type { Caller } from '../../../../src/ui/api/caller';
import { POST_ROLL_MS } from '../../../../src/dictation/run/microphone';
import { settle } from '../../../contracts/virtual-clock';
import { audioMs, NO_LEAKS, Rig } from '../../dictation/rig';

const NOTES: Caller = { id: 'a.notes', name: 'Notes' };

/** Dictation for other extensions with fakes all around it, and a person who answers. */
class ApiRig {
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
    dictate: (options?: unknown) => this.own.dictate(this.caller, options),
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

  async begin(): Promise<void> {
    await settle();
    this.rig.session.begin();
    this.rig.recorder.deliver(audioMs(50));
    await settle();
  }

  async say(transcript: string, isEnd = true): Promise<void> {
    this.rig.session.turn({ order: this.turns, transcript, isEnd });
    if (isEnd) this.turns++;
    await settle();
  }

  async drain(): Promise<void> {
    await this.rig.clock.advance(POST_ROLL_MS);
    this.rig.session.end();
    await settle();
  }
}

describe('another extension', () => {
  test('hears what is said, until the person stops, and nothing is written', async () => {
    const rig = new ApiRig();
    const { told, ended } = rig.dictate({ language: 'de' });
    await rig.begin();
    const name = rig.rig.controller.targetName;
    await rig.say('Guten', false);
    await rig.say('Guten Tag.');
    rig.rig.controller.stop();
    await rig.say('Bis dann.');
    await rig.drain();
    await ended;
    assert.deepEqual(
      {
        told,
        name,
        languages: rig.rig.session.options.recognition.languages,
        opened: rig.rig.targets.length,
      },
      {
        told: ['partial Guten', 'final Guten Tag.', 'final Bis dann.', 'end'],
        name: 'Notes',
        languages: ['de'],
        opened: 0,
      },
    );
    assert.deepEqual(rig.rig.leaks, NO_LEAKS);
  });

  test('has it written to a place as well, where it says so', async () => {
    const rig = new ApiRig();
    const { told, ended } = rig.dictate({ target: 'terminal' });
    await rig.begin();
    await rig.say('List the files.');
    rig.rig.controller.stop();
    await rig.drain();
    await ended;
    assert.deepEqual(
      [told, rig.rig.document, rig.rig.requests],
      [['final List the files.', 'end'], ['List the files.'], [{ kind: 'terminal' }]],
    );
  });

  test('ends it by its signal, so that what was said still comes, or by leaving the loop', async () => {
    const rig = new ApiRig();
    const aborts = new AbortController();
    const aborted = rig.dictate({ signal: aborts.signal });
    await rig.begin();
    aborts.abort();
    await rig.say('One more.');
    await rig.drain();
    await aborted.ended;
    const left = (async (): Promise<string> => {
      for await (const { text } of rig.api.dictate()) return text;
      return 'nothing';
    })();
    await rig.begin();
    await rig.say('First', false);
    await settle();
    const kind = rig.rig.controller.state.kind;
    await rig.drain();
    const before = rig.dictate({ signal: AbortSignal.abort() });
    await before.ended;
    assert.deepEqual(
      [aborted.told, await left, kind, before.told, rig.rig.recorders.length],
      [['final One more.', 'end'], 'First', 'finalizing', ['end'], 2],
    );
    assert.deepEqual(rig.rig.leaks, NO_LEAKS);
  });

  test('is told why there is no dictation', async () => {
    const refused = new ApiRig();
    refused.answer = () => Promise.resolve(false);
    const first = refused.dictate();
    await first.ended;
    const busy = new ApiRig();
    await busy.rig.listen();
    const second = busy.dictate();
    await second.ended;
    const failed = new ApiRig();
    failed.rig.authorize = () => Promise.resolve(undefined);
    const third = failed.dictate();
    await third.ended;
    assert.deepEqual(
      [first.told, refused.rig.recorders.length, second.told, third.told],
      [
        ['VoiceDictationError not-allowed'],
        0,
        ['VoiceDictationError busy'],
        ['VoiceDictationError failed'],
      ],
    );
  });

  test('may listen once the person has said so, and is not asked about again', async () => {
    const rig = new ApiRig();
    const dictateOnce = async (): Promise<void> => {
      const { ended } = rig.dictate();
      await rig.begin();
      rig.rig.controller.stop();
      await rig.drain();
      await ended;
    };
    await dictateOnce();
    await dictateOnce();
    rig.caller = { id: 'b.other', name: 'Other' };
    await dictateOnce();
    rig.caller = { id: 'c.known', name: 'Known' };
    rig.allowed = ['c.known'];
    await dictateOnce();
    rig.caller = undefined;
    await dictateOnce();
    assert.deepEqual(rig.asked, ['Notes', 'Other', 'Another extension']);
  });

  test('hears what is dictated elsewhere, once that is allowed, and what it throws harms nobody', async () => {
    const rig = new ApiRig();
    let allow: (answer: boolean) => void = () => undefined;
    rig.answer = () => new Promise((resolve) => (allow = resolve));
    const told: string[] = [];
    const subscription = rig.api.onDidTranscribe(({ text, isInserted }) => {
      told.push(`${text} ${String(isInserted)}`);
      throw new Error('theirs');
    });
    rig.transcriptions.fire({ text: 'Before.', isInserted: true });
    allow(true);
    await settle();
    rig.transcriptions.fire({ text: 'One.', isInserted: true });
    rig.transcriptions.fire({ text: 'Two.', isInserted: false });
    subscription.dispose();
    rig.transcriptions.fire({ text: 'After.', isInserted: true });
    assert.deepEqual([told, rig.asked], [['One. true', 'Two. false'], ['Notes']]);
  });

  test('is told at once of options that mean nothing', () => {
    const { api } = new ApiRig();
    for (const options of [{ target: 'moon' }, { language: 7 }, { signal: {} }, 'de', null]) {
      assert.throws(() => api.dictate(options), TypeError);
    }
  });
});
