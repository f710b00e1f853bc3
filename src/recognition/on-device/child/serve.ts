import type { LoadOrder, Order, Report } from '../messages';
import type { Engine } from './engine-stream';
import { TurnCutter } from './turn-cutter';

/** One session with its sound, and what was told of its turn. */
interface OpenSession {
  readonly cutter: TurnCutter;
  shown: string;
}

/** Measured in pieces, so that a slow computer gives signs of life. */
const MEASURED_PIECE_MS = 500;
const MEASURED_SAMPLE_RATE = 16_000;

const sessions = new Map<number, OpenSession>();
let engine: Engine | undefined;

function report(message: Report): void {
  if (process.connected) process.send?.(message);
}

function openStream(sampleRate: number, language?: string): ReturnType<Engine['openStream']> {
  if (engine === undefined) throw new Error('nothing is loaded');
  return engine.openStream(sampleRate, language);
}

function tell(session: number, open: OpenSession, turns: ReturnType<TurnCutter['accept']>): void {
  for (const { ending, text, words } of turns) {
    const isNews = text !== '' && (ending !== undefined || text !== open.shown);
    open.shown = ending === undefined ? text : '';
    if (isNews) report({ kind: 'turn', session, ending, text, words });
  }
}

/** What comes over the channel may begin at an odd byte, where no 16-bit view can. */
function samplesOf(pcm: Uint8Array): Float32Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  const samples = new Float32Array(pcm.byteLength >> 1);
  for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(2 * i, true) / 32_768;
  return samples;
}

function close(session: number): void {
  sessions.get(session)?.cutter.free();
  sessions.delete(session);
}

/** A soft noise: what a model computes hardly depends on what there is to hear. */
function measure(audioMs: number): void {
  const stream = openStream(MEASURED_SAMPLE_RATE);
  const piece = Float32Array.from(
    { length: (MEASURED_SAMPLE_RATE * MEASURED_PIECE_MS) / 1000 },
    (_, i) => Math.sin(i * i) / 100,
  );
  const beganMs = performance.now();
  for (let doneMs = 0; doneMs < audioMs; doneMs += MEASURED_PIECE_MS) {
    stream.accept(piece);
    report({ kind: 'pong' });
  }
  const tookMs = performance.now() - beganMs;
  stream.free();
  report({ kind: 'measured', tookMs });
}

function obey(order: Order, load: LoadEngine): void {
  switch (order.kind) {
    case 'load':
      engine = load(order);
      report({ kind: 'loaded' });
      break;
    case 'open': {
      const { session, sampleRate, language, ...rules } = order;
      const cutter = new TurnCutter(() => openStream(sampleRate, language), sampleRate, rules);
      sessions.set(session, { cutter, shown: '' });
      break;
    }
    case 'audio': {
      const { session } = order;
      const open = sessions.get(session);
      if (open === undefined) break;
      tell(session, open, open.cutter.accept(samplesOf(order.pcm)));
      report({ kind: 'heard', session, audioMs: open.cutter.heardMs });
      break;
    }
    case 'hurry':
      sessions.get(order.session)?.cutter.hurry();
      break;
    case 'finish': {
      const { session } = order;
      const open = sessions.get(session);
      if (open === undefined) break;
      tell(session, open, [open.cutter.finish()]);
      close(session);
      report({ kind: 'finished', session });
      break;
    }
    case 'close':
      close(order.session);
      break;
    case 'measure':
      measure(order.audioMs);
      break;
    case 'ping':
      report({ kind: 'pong' });
      break;
  }
}

/** Loads an engine with a model. @throws {Error} the engine's own */
export type LoadEngine = (order: LoadOrder) => Engine;

/**
 * The process that holds the engine: whatever that does, the extension host lives on. It is told by
 * node:child_process' channel what to do, and ends when nobody is there to tell it anything.
 */
export function serve(load: LoadEngine): void {
  // Only the extension host has the other end, and it is built together with this file.
  process.on('message', (order: Order) => {
    try {
      obey(order, load);
    } catch (error) {
      report({ kind: 'failed', detail: error instanceof Error ? error.message : String(error) });
    }
  });
  // The extension host is gone.
  process.on('disconnect', () => {
    process.exit(0);
  });
}
