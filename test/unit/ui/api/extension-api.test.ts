import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settle } from '../../../contracts/virtual-clock';
import { NO_LEAKS } from '../../dictation/rig';
import { ApiRig } from './api-rig';

describe('another extension', () => {
  test('hears what is said, until the person stops, and nothing is written', async () => {
    const rig = new ApiRig();
    const { told, ended } = rig.dictate({ language: 'de' });
    await rig.begin();
    const name = rig.rig.controller.target?.name;
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
    for (const options of [
      { target: 'moon' },
      { language: 7 },
      { language: 'Klingon!' },
      { language: '' },
      { signal: {} },
      'de',
      null,
    ]) {
      assert.throws(() => api.dictate(options), TypeError);
    }
  });
});
