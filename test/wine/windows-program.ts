// What the tests have Windows do: one recording, or a search for sox. It answers by files, because its output goes nowhere.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileSystemProbe } from '../../src/audio/find-program';
import { findSox } from '../../src/audio/sox/find-sox';
import type { Clock } from '../../src/core/clock';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { RecordingSettings } from '../../src/core/settings';
import { systemClock } from '../../src/ui/system-clock';

/** How often it looks whether it is to stop. */
const POLL_MS = 20;

/** Wine starts a process in seconds where the computer is busy, which says nothing of Windows: deadlines are later. */
const patientClock: Clock = {
  now: () => systemClock.now(),
  schedule: (delayMs, callback) => systemClock.schedule(10 * delayMs, callback),
};

/** What is asked, by a file. */
export interface WindowsOrder {
  /** Variables of the environment, and nothing else of it. */
  readonly env: Readonly<Record<string, string>>;
  /** undefined: only sox is searched. */
  readonly settings?: RecordingSettings;
}

/** What it answers, in a file. */
export interface WindowsAnswer {
  readonly sox?: string | undefined;
  readonly started: readonly string[];
  readonly failure?: { readonly reason: string; readonly detail: string };
}

function record(order: WindowsOrder, settings: RecordingSettings, folder: string): void {
  const started: string[] = [];
  const log = (line: string): void => {
    const name = /^(\S+) started/.exec(line)?.[1];
    if (name !== undefined) started.push(name);
  };
  const start = createRecorderFactory({
    clock: patientClock,
    log: { debug: () => undefined, info: log, warn: () => undefined, error: () => undefined },
    env: { ...withoutPath(process.env), ...order.env },
  });
  const recorder = start(settings);
  const pieces: Buffer[] = [];
  recorder.onDidReceiveAudio((bytes) => {
    if (pieces.length === 0) writeFileSync(`${folder}\\recording`, '');
    pieces.push(Buffer.from(bytes));
  });
  recorder.onDidFail(({ reason, detail }) => {
    answer(folder, { started, failure: { reason, detail } });
  });
  const timer = setInterval(() => {
    if (!existsSync(`${folder}\\stop`)) return;
    clearInterval(timer);
    void recorder.stop().then(() => {
      writeFileSync(`${folder}\\sound`, Buffer.concat(pieces));
      answer(folder, { started });
    });
  }, POLL_MS);
}

/** Windows spells it in any case, and two of them are not one. */
function withoutPath(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const others = Object.entries(env).filter(([name]) => name.toUpperCase() !== 'PATH');
  return Object.fromEntries(others);
}

function answer(folder: string, told: WindowsAnswer): void {
  writeFileSync(`${folder}\\answer`, JSON.stringify(told));
  process.exit(0);
}

const [, , folder = ''] = process.argv;
const order = JSON.parse(readFileSync(`${folder}\\order`, 'utf8')) as WindowsOrder;
if (order.settings === undefined) {
  const sox = findSox({ platform: 'win32', env: order.env, probe: fileSystemProbe });
  answer(folder, { started: [], sox });
} else {
  record(order, order.settings, folder);
}
