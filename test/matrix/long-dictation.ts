import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { randomNumbers } from '../fixtures/sounds';
import { startVirtualMicrophone } from '../harness/virtual-microphone';
import { account } from './accounting';
import { Lane } from './lane';
import { MICROPHONE_FAULTS } from './microphone-faults';
import { NETWORK_FAULTS } from './network-faults';
import { toneSpeech } from './tone-speech';

/** So long between two faults, at least: a sox that dies twice in ten seconds ends dictation. */
const SHORTEST_CALM_MS = 12_000;
const LONGEST_CALM_MS = 40_000;

/** Faults that pass by themselves, however often they come. */
const PASSING = [
  ...NETWORK_FAULTS.filter(
    ({ seconds, seen }) => seen['mid-word'] === 'reconnecting' && seconds < 10,
  ),
  ...NETWORK_FAULTS.filter(({ name }) => name.startsWith('half-open')),
  ...MICROPHONE_FAULTS.filter(({ name }) => name === 'sox is killed'),
];

/**
 * Dictates the same sentences again and again, in real time, while one fault after the other
 * strikes; prints each minute what has been said, what is in the text, and what it costs.
 *
 * @returns whether every word is in the text, once
 */
export async function dictateForMinutes(
  minutes: number,
  seed: number,
  print: (line: string) => void,
): Promise<boolean> {
  const random = randomNumbers(seed);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'soak-'));
  const wav = path.join(folder, 'speech.wav');
  await writeFile(wav, toneSpeech());
  const microphone = await startVirtualMicrophone();
  Object.assign(process.env, microphone.env);
  const lane = await Lane.open({});
  const startedMs = performance.now();
  const elapsedMs = (): number => performance.now() - startedMs;
  const faults = new Map<string, number>();
  try {
    await lane.controller.start();
    let strikeMs = SHORTEST_CALM_MS;
    let reportMs = 60_000;
    while (elapsedMs() < minutes * 60_000) {
      const playing = microphone.play(wav);
      if (lane.isIdle) throw new Error(`dictation ended: ${lane.failureReason}`);
      if (elapsedMs() >= strikeMs) {
        const fault = PASSING[Math.floor(random() * PASSING.length)];
        // At any moment of what is played, which takes about six seconds.
        lane.proxy.later(random() * 5000, () => fault?.strike('mid-word').act(lane));
        if (fault !== undefined) faults.set(fault.name, (faults.get(fault.name) ?? 0) + 1);
        strikeMs = elapsedMs() + SHORTEST_CALM_MS;
        strikeMs += random() * (LONGEST_CALM_MS - SHORTEST_CALM_MS);
      }
      await playing;
      if (elapsedMs() < reportMs) continue;
      reportMs += 60_000;
      print(status(lane, elapsedMs()));
    }
    lane.controller.stop();
    await lane.until('the end', () => lane.isIdle);
    lane.endSounds();
    print(status(lane, elapsedMs()));
    for (const [name, count] of faults) print(`${String(count)} × ${name}`);
    const { lost, doubled } = account(lane.heard, lane.inserted);
    print(`words lost: ${String(lost)}, doubled: ${String(doubled)}`);
    await lane.until('the sessions to be closed', () => lane.emulator.openSessions === 0);
    return lost === 0 && doubled === 0 && lane.failureReason === '' && lane.recording === 0;
  } finally {
    await lane.close();
    await microphone.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function status(lane: Lane, elapsedMs: number): string {
  const { heapUsed, rss } = process.memoryUsage();
  const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  const handles = process.getActiveResourcesInfo().length;
  const reconnects = lane.states.filter((state) => state === 'reconnecting').length;
  return [
    `${String(Math.round(elapsedMs / 1000))} s: ${String(lane.heard.length)} words heard`,
    `${String(lane.inserted.length)} in the text`,
    `${String(reconnects)} reconnects`,
    `heap ${megabytes(heapUsed)}, rss ${megabytes(rss)} (recordings included)`,
    `${String(handles)} handles`,
  ].join(', ');
}
