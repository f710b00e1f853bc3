import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { SoundServerName } from '../../harness/sound-servers';
import { endProcess } from '../../harness/processes';
import { openOurs } from '../ours';
import type { Part } from '../part';
import { openPlace } from '../place';

const RECORDERS = ['sox', 'parec'] as const;

/** What node-record-lpcm16 starts, and any program that looks no further. */
const SHIPPED =
  'sox --default-device --no-show-progress --rate 16000 --channels 1 --encoding signed-integer --bits 16 --type raw -';

/** Command line and environment of a recorder. */
interface Command {
  readonly line: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** From the key press to the recorder's first sound. */
export const keyPress = (server: SoundServerName): Part => ({
  seconds: server === 'PulseAudio' ? 25 : 40,
  async measure({ runs, notes, closers }) {
    await openPlace(server, closers);
    const table = `key-press-${server}`;
    for (let run = 0; run < runs; run++) {
      for (const recorder of RECORDERS) {
        const { ours, listening, command } = await press(recorder);
        notes.add(table, recorder, 'ours', ours);
        const bare = await firstSound(command);
        notes.add(table, recorder, 'bare', bare.ms);
        notes.add(table, recorder, 'until “listening”', listening);
        notes.add(table, recorder, 'bare, from SIGTERM to its end', bare.endMs);
      }
      const line = SHIPPED.split(' ');
      const bare = await firstSound({ line, env: process.env });
      notes.add(table, 'sox as node-record-lpcm16 starts it', 'bare', bare.ms);
    }
  },
});

async function press(
  recorder: (typeof RECORDERS)[number],
): Promise<{ readonly ours: number; readonly listening: number; readonly command: Command }> {
  const contender = await openOurs({}, recorder);
  const { lane } = contender;
  try {
    const pressedMs = performance.now();
    const delivering = untilEvent(lane.onDidChange, () => lane.isDelivering);
    const listening = untilEvent(lane.onDidChange, () => lane.states.at(-1) === 'listening');
    const started = lane.controller.start();
    await delivering;
    const oursMs = performance.now() - pressedMs;
    const command = commandOf(lane.recorderPids[0] ?? 0);
    await started;
    await listening;
    return { ours: oursMs, listening: performance.now() - pressedMs, command };
  } finally {
    await contender.close();
  }
}

/** What a process was started with. */
function commandOf(pid: number): Command {
  const read = (file: string): readonly string[] =>
    readFileSync(`/proc/${String(pid)}/${file}`, 'utf8')
      .split('\0')
      .slice(0, -1);
  const env = read('environ').map((variable): [string, string] => {
    const at = variable.indexOf('=');
    return [variable.slice(0, at), variable.slice(at + 1)];
  });
  return { line: read('cmdline'), env: Object.fromEntries(env) };
}

async function firstSound({
  line: [program = '', ...args],
  env,
}: Command): Promise<{ readonly ms: number; readonly endMs: number }> {
  const spawnedMs = performance.now();
  const bare = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await once(bare.stdout, 'data');
    const ms = performance.now() - spawnedMs;
    bare.stdout.resume();
    const ended = once(bare, 'close');
    bare.kill('SIGTERM');
    const sinceMs = performance.now();
    await ended;
    return { ms, endMs: performance.now() - sinceMs };
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
