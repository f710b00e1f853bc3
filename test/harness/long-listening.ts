import { readFileSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { TranscriptionSession } from '../../src/core/recognition';
import { Journal } from '../../src/dictation/sessions/journal';
import { SessionChain } from '../../src/dictation/sessions/session-chain';
import { systemClock } from '../../src/ui/system-clock';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { speechFixtures, speechPcm } from '../fixtures/speech';
import { framesOf } from '../wire/session-support';
import { TINY_HEARS } from './on-device';
import { OnDeviceRig } from './on-device-rig';
import { spelledOut } from './word-errors';

/** Of 16 kHz, 16 bits, for a millisecond. */
const BYTES_A_MS = 32;

/** Before and between two sentences: longer than ends a turn. */
const PAUSE_MS = 1500;

/** So much audio between two lines of the report. */
const REPORT_MS = 10 * 60_000;

/** While the process catches up. */
const BREATH_MS = 5;

/** What a process may have grown by since the first quarter and still not be said to grow, MiB. */
const GROWTH_MIB = 16;

/** What is in use, MiB. */
interface Memory {
  /** Of this process, which does what the extension host does: in its heap, and the audio outside it. */
  readonly ownMib: number;
  /** Resident, of the process with the model. */
  readonly engineMib: number;
}

/** What came of it. */
export interface Listened {
  /** Each sentence was right, once, and the dictation ended as it should. */
  readonly isRight: boolean;
  /** After each ten minutes of audio, and at the end. */
  readonly memory: readonly Memory[];
}

/**
 * Has sentences recognised on this computer, so many hours of audio in one dictation, as fast as it can, by the
 * real chain, journal and process; prints what is right and how much memory that takes. Linux only.
 *
 */
export async function listenForHours(
  hours: number,
  print: (line: string) => void,
): Promise<Listened> {
  const rig = await OnDeviceRig.make();
  const journal = new Journal();
  const sessions: TranscriptionSession[] = [];
  try {
    const ready = await rig.makeReady();
    const chain = new SessionChain({
      clock: systemClock,
      journal,
      random: Math.random,
      mayGoOn: ready.mayGoOn,
      mayHaveSpeech: () => true,
      connect: () => {
        const session = ready.connect({
          recognition: DEFAULT_SETTINGS.recognition,
          sampleRate: 16_000,
          encoding: 'pcm_s16le',
        });
        sessions.push(session);
        return session;
      },
    });
    const round = await sentences();
    let [heard, right] = [0, 0];
    chain.onDidTranscribe((event) => {
      if (event.kind !== 'final') return;
      if (spelledOut(event.final.text) === round[heard % round.length]?.text) right += 1;
      heard += 1;
    });
    const ended = new Promise<string>((resolve) => {
      chain.onDidEnd((end) => {
        resolve(end.kind === 'failed' ? end.error.message : end.kind);
      });
    });
    const beganMs = performance.now();
    const memory: Memory[] = [];
    const report = (): void => {
      const used = memoryNow();
      memory.push(used);
      const speed = journal.endMs / (performance.now() - beganMs);
      print(
        `${(journal.endMs / 60_000).toFixed(0)} min, ${speed.toFixed(0)} times as fast as said: ` +
          `${String(right)} of ${String(heard)} sentences right; ` +
          `${used.engineMib.toFixed(0)} MiB, ours ${used.ownMib.toFixed(0)} MiB`,
      );
    };
    let said = 0;
    for (let reportMs = REPORT_MS; journal.endMs < hours * 3_600_000;) {
      for (const { frames } of round) {
        for (const frame of frames) {
          journal.append(frame);
          chain.advance();
          await setImmediate();
          while (sessions.at(-1)?.isCongested === true) await setTimeout(BREATH_MS);
        }
        said += 1;
      }
      if (journal.endMs < reportMs) continue;
      reportMs += REPORT_MS;
      report();
    }
    chain.terminate();
    const end = await ended;
    report();
    chain.dispose();
    print(
      `${end}: ${String(right)} of ${String(said)} sentences right, in ${String(sessions.length)} session`,
    );
    return { isRight: end === 'terminated' && right === said && heard === said, memory };
  } finally {
    await rig.close();
  }
}

const collectGarbage = ((): (() => void) => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  return () => {
    // What the first finds, the second frees: memory outside the heap is let go late.
    collect();
    collect();
  };
})();

interface Sentence {
  readonly text: string;
  readonly frames: readonly Uint8Array[];
}

async function sentences(): Promise<readonly Sentence[]> {
  const { fixtures } = await speechFixtures();
  const pause = Buffer.alloc(BYTES_A_MS * PAUSE_MS);
  return Promise.all(
    TINY_HEARS.map(async (id) => ({
      text: spelledOut(fixtures.find((each) => each.id === id)?.text ?? ''),
      frames: framesOf(Buffer.concat([await speechPcm(id), pause])),
    })),
  );
}

/** Whether memory stayed what it was in the first quarter. */
export function isFlat(memory: readonly Memory[]): boolean {
  const first = memory.slice(0, Math.ceil(memory.length / 4));
  return (['ownMib', 'engineMib'] as const).every((whose) => {
    const before = Math.max(...first.map((each) => each[whose]));
    return (memory.at(-1)?.[whose] ?? Infinity) - before <= GROWTH_MIB;
  });
}

function memoryNow(): Memory {
  const own = `/proc/${String(process.pid)}/task/${String(process.pid)}/children`;
  const children = readFileSync(own, 'utf8').trim().split(' ');
  const engines = children.filter((pid) => read(pid, 'cmdline').includes('on-device/child'));
  return {
    ownMib: usedMib(),
    engineMib: Math.max(0, ...engines.map(residentMib)),
  };
}

function usedMib(): number {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1024 / 1024;
}

function residentMib(pid: string): number {
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(pid, 'status'))?.[1] ?? 0) / 1024;
}

function read(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    // It ended while we looked.
    return '';
  }
}
