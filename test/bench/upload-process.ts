/**
 * A session of ours that sends speech as it is said; a process of its own, for Node reads the authorities
 * that it trusts at start.
 *
 *   upload-process.ts URL ENCODING SECONDS
 */
import { encodeFrame, FRAME_MS } from '../../src/core/pcm';
import { ENCODINGS } from '../../src/core/settings';
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import { systemClock as clock } from '../../src/ui/system-clock';
import { EMULATOR_KEY } from '../emulator/emulator';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';

/** So many times as fast as it is said: nobody looks at the time. */
const HASTE = 10;

async function main(): Promise<void> {
  const [endpoint = '', wanted = '', seconds = ''] = process.argv.slice(2);
  const encoding = ENCODINGS.find((each) => each === wanted) ?? 'pcm_s16le';
  const nothing = (): void => undefined;
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const session = createSessionFactory({ clock, log })({
    recognition: { ...DEFAULT_SETTINGS.recognition, endpoint },
    ...{ sampleRate: 16_000, encoding, apiKey: EMULATOR_KEY },
  });
  const ended = new Promise<void>((resolve) => {
    session.onDidEnd(() => {
      resolve();
    });
  });
  const frame = encodeFrame(Buffer.alloc(1600, 7), encoding);
  for (let n = 0; n < (Number(seconds) * 1000) / FRAME_MS; n++) {
    while (session.isCongested) await rest();
    session.send(frame);
    await rest();
  }
  session.terminate();
  await ended;
  process.exit();
}

function rest(): Promise<void> {
  return new Promise((resolve) => {
    clock.schedule(FRAME_MS / HASTE, resolve);
  });
}

void main();
