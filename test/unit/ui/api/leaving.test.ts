// How an extension that dictates ends it, at any moment, and nobody else's.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settle } from '../../../contracts/virtual-clock';
import { NO_LEAKS } from '../../dictation/rig';
import { ApiRig } from './api-rig';

/** Resolves with what has come of it by now. */
async function soFar(promise: Promise<unknown>): Promise<unknown> {
  await settle();
  return Promise.race([promise, Promise.resolve('waits')]);
}

describe('an extension that dictates', () => {
  test('has one dictation at a time, also when it asks for two at once', async () => {
    const rig = new ApiRig();
    const [first, second] = [rig.dictate(), rig.dictate()];
    await rig.begin();
    await second.ended;
    await rig.say('One.');
    rig.rig.controller.stop();
    await rig.drain();
    await first.ended;
    assert.deepEqual(
      [first.told, second.told, rig.rig.recorders.length],
      [['final One.', 'end'], ['VoiceDictationError busy'], 1],
    );
    assert.deepEqual(rig.rig.leaks, NO_LEAKS);
  });

  test('ends nothing that the person has begun since, by a signal that comes late', async () => {
    const rig = new ApiRig();
    const aborts = new AbortController();
    const loop = rig.api.dictate({ signal: aborts.signal })[Symbol.asyncIterator]();
    const first = loop.next();
    await rig.begin();
    await rig.say('One.');
    await first;
    // It is busy with what it heard, and asks for no more.
    rig.rig.controller.stop();
    await rig.drain();
    await rig.rig.listen();
    aborts.abort();
    await settle();
    assert.equal(rig.rig.controller.state.kind, 'listening');
    rig.rig.controller.cancel();
    assert.deepEqual(await loop.next(), { done: true, value: undefined });
  });

  test('ends nothing that the person has begun while its own drains', async () => {
    for (const leave of ['signal', 'loop'] as const) {
      const rig = new ApiRig();
      const aborts = new AbortController();
      const loop = rig.api.dictate({ signal: aborts.signal })[Symbol.asyncIterator]();
      const first = loop.next();
      await rig.begin();
      await rig.say('One.');
      await first;
      const [its] = rig.rig.sessions;
      rig.rig.controller.stop();
      await settle();
      await rig.rig.listen();
      if (leave === 'signal') aborts.abort();
      else await soFar(loop.return?.() ?? Promise.resolve());
      await settle();
      assert.equal(rig.rig.controller.state.kind, 'listening', leave);
      its?.end();
      rig.rig.controller.cancel();
      await settle();
      assert.deepEqual(rig.rig.leaks, NO_LEAKS, leave);
    }
  });

  test('ends it by leaving while it waits for a word', async () => {
    const rig = new ApiRig();
    const loop = rig.api.dictate()[Symbol.asyncIterator]();
    const next = loop.next();
    await rig.begin();
    const left = loop.return?.() ?? assert.fail('cannot be left');
    assert.deepEqual(
      [await soFar(next), await soFar(left), rig.rig.controller.state.kind],
      [{ done: true, value: undefined }, { done: true, value: undefined }, 'finalizing'],
    );
    await rig.drain();
    assert.deepEqual(rig.rig.leaks, NO_LEAKS);
  });

  test('begins none when it leaves, or its signal aborts, before the person has answered', async () => {
    for (const how of ['loop', 'signal'] as const) {
      const rig = new ApiRig();
      let allow: (answer: boolean) => void = () => undefined;
      rig.answer = () => new Promise((resolve) => (allow = resolve));
      const aborts = new AbortController();
      const loop = rig.api.dictate({ signal: aborts.signal })[Symbol.asyncIterator]();
      const next = loop.next();
      await settle();
      if (how === 'loop') void loop.return?.();
      else aborts.abort();
      assert.deepEqual(await soFar(next), { done: true, value: undefined }, how);
      allow(true);
      await settle();
      assert.deepEqual([rig.asked, rig.rig.recorders.length], [['Notes'], 0]);
    }
  });

  test('ends it at once by a signal that aborts before anything listens', async () => {
    const rig = new ApiRig();
    rig.rig.askForKey();
    const aborts = new AbortController();
    const { told, ended } = rig.dictate({ signal: aborts.signal });
    await settle();
    aborts.abort();
    aborts.abort();
    await ended;
    assert.deepEqual([told, rig.rig.controller.state.kind], [['end'], 'idle']);
    assert.deepEqual(rig.rig.leaks, NO_LEAKS);
  });

  test('that was left before its first step has begun nothing', async () => {
    const rig = new ApiRig();
    const loop = rig.api.dictate()[Symbol.asyncIterator]();
    await loop.return?.();
    assert.deepEqual(await loop.next(), { done: true, value: undefined });
    assert.deepEqual([rig.asked, rig.rig.recorders.length], [[], 0]);
  });

  test('that the person no longer allows is asked about again, and hears no more', async () => {
    const rig = new ApiRig();
    rig.answer = () => {
      rig.allowed = ['a.notes'];
      return Promise.resolve(true);
    };
    const told: string[] = [];
    rig.api.onDidTranscribe(({ text }) => told.push(text));
    await settle();
    rig.transcriptions.fire({ text: 'One.', isInserted: true });
    rig.allowed = [];
    rig.transcriptions.fire({ text: 'Two.', isInserted: true });
    rig.answer = () => Promise.resolve(false);
    const again = rig.dictate();
    await again.ended;
    assert.deepEqual(
      [told, again.told, rig.asked],
      [['One.'], ['VoiceDictationError not-allowed'], ['Notes', 'Notes']],
    );
  });
});
