// AssemblyAI is cut off in the middle of a dictation, and this computer goes on: each word lands once.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { FailureReason } from '../../src/core/failure';
import type { ReadyProvider } from '../../src/core/provider';
import { mayGoOn } from '../../src/recognition/assemblyai/failures';
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import { withFallback } from '../../src/recognition/fallback';
import { systemClock } from '../../src/ui/system-clock';
import { EMULATOR_KEY, startEmulator } from '../emulator/emulator';
import { readSentences } from '../emulator/sentences';
import { SphinxRecognisers } from '../emulator/sphinx-recogniser';
import { speechFixtures, speechPcm } from '../fixtures/speech';
import { TINY_HEARS } from '../harness/on-device';
import { dictateTo, OnDeviceRig } from '../harness/on-device-rig';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { spelledOut } from '../harness/word-errors';
import { RecordingLog } from './session-support';

/** Frames after which the service is gone: in each sentence, in a pause, and before anything is said. */
const CUTS = [2, 60, 130, 150, 240];

describe('a dictation that AssemblyAI cannot finish', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: OnDeviceRig;
  let local: ReadyProvider;
  let recognisers: SphinxRecognisers;
  let said: string;
  let pcm: Buffer;
  before(async () => {
    rig = await OnDeviceRig.make();
    local = await rig.makeReady();
    const { fixtures, manifestPath } = await speechFixtures();
    recognisers = new SphinxRecognisers(readSentences(manifestPath));
    const texts = TINY_HEARS.map((id) => fixtures.find((each) => each.id === id)?.text);
    said = spelledOut(texts.join(' '));
    const pause = Buffer.alloc(32 * 1200);
    const spoken = await Promise.all(TINY_HEARS.map((id) => speechPcm(id)));
    pcm = Buffer.concat(spoken.flatMap((each) => [Buffer.alloc(32 * 300), each, pause]));
  });
  after(async () => {
    recognisers.close();
    await rig.close();
  });

  /** Dictates in real time to a service that is gone after a frame. */
  async function dictate(cutAt: number): Promise<object> {
    const emulator = await startEmulator({ createRecogniser: recognisers.create });
    const endpoint = emulator.url;
    const open = createSessionFactory({ clock: systemClock, log: new RecordingLog() });
    const told: FailureReason[] = [];
    const service: ReadyProvider = {
      connect: ({ recognition, ...format }) =>
        open({
          ...format,
          recognition: { ...recognition, endpoint },
          apiKey: EMULATOR_KEY,
        }),
      mayGoOn,
    };
    const onDidFallBack = ({ reason }: { readonly reason: FailureReason }): void => {
      told.push(reason);
    };
    const ready = withFallback({ service, local, log: rig.log, onDidFallBack });
    let closed: Promise<void> | undefined;
    const onFrame = (index: number): void => {
      if (index === cutAt) closed = emulator.close();
    };
    const { text, failure } = await dictateTo(ready, pcm, onFrame, 1);
    await closed;
    return { heard: spelledOut(text), failure, told };
  }

  test(`at any of ${String(CUTS.length)} moments costs no word and doubles none`, async () => {
    const outcomes = await Promise.all(CUTS.map((cutAt) => dictate(cutAt)));
    assert.deepEqual(
      outcomes,
      CUTS.map(() => ({ heard: said, failure: undefined, told: ['connection-refused'] })),
    );
  });
});
