import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Settings } from '../../src/core/settings';
import type { Certificate } from '../emulator/tls';
import { endProcess } from '../harness/processes';
import type { VirtualMicrophone } from '../harness/virtual-microphone';
import { account, type Account } from '../matrix/accounting';
import { namesIn, samplesOf, WORDS } from '../matrix/tone-speech';
import type { Contender, ContenderOptions } from './contender';
import { openOurs } from './ours';
import { OnsetClock } from './onset-clock';
import { openRival } from './rival';

type RecorderSetting = Settings['recording']['recorder'];

/** Where the bench takes place. */
export interface Place {
  readonly microphone: VirtualMicrophone;
  /** {@link WORDS} spoken once. */
  readonly speech: string;
  readonly tls: Certificate;
}

/** Who is compared, by the name that the table has. */
export const CONTENDERS = {
  ours: (options: ContenderOptions) => openOurs(options),
  'SDK sample': (options: ContenderOptions, { tls }: Place) => openRival('sample', options, tls),
  'SDK sample, tuned': (options: ContenderOptions, { tls }: Place) =>
    openRival('tuned', options, tls),
} as const;
export type ContenderName = keyof typeof CONTENDERS;

/** What happens while one sentence after the other is said from the key press on. */
export const SITUATIONS: Readonly<Record<string, ContenderOptions>> = {
  'nothing goes wrong': {},
  'Begin comes after 1.3 s': { beginDelayMs: 1300 },
  'Begin comes after 8 s': { beginDelayMs: 8000 },
  'the connection breaks after 3 s': { cutAfterMs: 3000 },
};

/** Says all words from the key press on, stops with the last one, and counts what landed. */
export async function countWords(
  open: () => Promise<Contender>,
  { microphone, speech }: Place,
): Promise<Account> {
  const contender = await open();
  try {
    const started = contender.start();
    await microphone.play(speech);
    await started;
    await contender.stop();
    const spoken = WORDS.map((text) => ({ text, startMs: 0, endMs: 0, isWhole: true }));
    return account(spoken, contender.text.flatMap(namesIn));
  } finally {
    await contender.close();
  }
}

/**
 * How much later than to `parec`, the quickest recorder there is, the beginnings of words come to the
 * server: both listen to the same sound.
 *
 * @returns milliseconds, one a word
 */
export async function lateness(
  open: (wire: OnsetClock) => Promise<Contender>,
  place: Place,
): Promise<readonly number[]> {
  const wire = new OnsetClock();
  const floor = new OnsetClock();
  const contender = await open(wire);
  const parec = spawn(
    'parec',
    ['--latency-msec=10', '--rate=16000', '--channels=1', '--format=s16le', '--raw'],
    { env: { ...process.env, ...place.microphone.env }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  parec.stdout.on('data', (chunk: Buffer) => {
    floor.push(samplesOf(chunk), 16_000);
  });
  try {
    await contender.start();
    // Once to begin, once to be measured: all have their connection then.
    await place.microphone.play(place.speech);
    wire.onsets.length = 0;
    floor.onsets.length = 0;
    await place.microphone.play(place.speech);
    await contender.stop();
    if (wire.onsets.length !== floor.onsets.length) {
      throw new Error(
        `${String(wire.onsets.length)} of ${String(floor.onsets.length)} words heard`,
      );
    }
    return wire.onsets.map((onset, i) => onset - (floor.onsets[i] ?? NaN));
  } finally {
    await endProcess(parec);
    await contender.close();
  }
}

/**
 * From the key press to the first sound of the recorder, and from a bare `spawn` of the very same
 * command line to its first sound.
 *
 * @returns milliseconds each
 */
export async function firstSound(
  recorder: RecorderSetting,
): Promise<{ readonly ours: number; readonly bare: number }> {
  const contender = await openOurs({}, recorder);
  const { lane } = contender;
  let command: readonly string[];
  let ours: number;
  try {
    const pressedMs = performance.now();
    const started = lane.controller.start();
    await untilEvent(lane.onDidChange, () => lane.isDelivering);
    ours = performance.now() - pressedMs;
    const [pid = 0] = lane.recorderPids;
    command = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8')
      .split('\0')
      .slice(0, -1);
    await started;
  } finally {
    await contender.close();
  }
  const [program = '', ...args] = command;
  const spawnedMs = performance.now();
  const bare: ChildProcess = spawn(program, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    if (bare.stdout === null) throw new Error('no output');
    await once(bare.stdout, 'data');
    return { ours, bare: performance.now() - spawnedMs };
  } finally {
    await endProcess(bare);
  }
}

function untilEvent(
  event: (listener: () => void) => { dispose(): void },
  isIt: () => boolean,
): Promise<void> {
  return new Promise((resolve) => {
    const listening = event(() => {
      if (!isIt()) return;
      listening.dispose();
      resolve();
    });
  });
}
