import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayGoOn } from '../../../../src/recognition/assemblyai/failures';
import { FRAME_MS } from '../../../../src/core/pcm';
import { Journal } from '../../../../src/dictation/sessions/journal';
import { PACE_INTERVAL_MS, SessionChain } from '../../../../src/dictation/sessions/session-chain';
import { TERMINATE } from '../../../../src/recognition/assemblyai/protocol';
import type { SocketListener } from '../../../../src/recognition/assemblyai/session-socket';
import { createSessionFactory } from '../../../../src/recognition/assemblyai/streaming-session';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { recognition } from './settings-fixture';

const nothing = (): void => undefined;
const LOG = { debug: nothing, info: nothing, warn: nothing, error: nothing };

test('a backlog of minutes is sent at the pace that the server takes, and completely', async () => {
  const clock = new VirtualClock();
  const journal = new Journal();
  const audio: number[] = [];
  const texts: unknown[] = [];
  let listener: SocketListener | undefined;
  const connect = createSessionFactory({
    clock,
    log: LOG,
    openSocket: (_address, _secret, _clock, its) => {
      listener = its;
      return {
        closed: Promise.resolve(),
        isOpen: true,
        bufferedBytes: 0,
        send: (data) => {
          if (typeof data === 'string') texts.push(data);
          else audio.push(...data.filter((_, at) => at % 1600 === 0));
        },
        ping: nothing,
        close: nothing,
      };
    },
  });
  const chain = new SessionChain({
    clock,
    journal,
    random: () => 0,
    mayGoOn,
    mayHaveSpeech: () => true,
    connect: () =>
      connect({
        recognition: recognition(),
        sampleRate: 16_000,
        encoding: 'pcm_s16le',
        apiKey: '',
      }),
  });
  for (let n = 0; n < 6000; n++) journal.append(new Uint8Array(1600).fill(n % 256));
  listener?.didReceive('{"type":"Begin","id":"a","expires_at":1}');
  const burst = audio.length;
  chain.terminate();
  assert.ok(burst > 0 && burst < 6000);
  const aheadMs: number[] = [];
  while (texts.at(-1) !== TERMINATE) {
    // The server lives.
    listener?.didReceive('{"type":"Silence"}');
    await clock.advance(PACE_INTERVAL_MS);
    // It is said to drain at 1.25 times real time and to close above five minutes.
    aheadMs.push(audio.length * FRAME_MS - 1.25 * clock.now());
  }
  assert.ok(Math.max(...aheadMs) < 300_000);
  assert.deepEqual(
    audio,
    Array.from({ length: 6000 }, (_, n) => n % 256),
  );
  chain.dispose();
  assert.equal(clock.pending, 0);
});
