import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import type {
  EngineStream,
  Heard,
} from '../../../../src/recognition/on-device/child/engine-stream';
import { TurnCutter, type CutTurn } from '../../../../src/recognition/on-device/child/turn-cutter';

const RATE = 1000;
const MANNER = { flushMs: 900, silenceMs: 1200 };

/** A word of a script, and when its letters are said, ms. */
interface ScriptedWord {
  readonly text: string;
  readonly atMs: number;
}

/**
 * An engine that hears a script: a sample's value is the number of its millisecond plus one. It tells a token
 * {@link LAG_MS} after it was said.
 */
const LAG_MS = 300;

class ScriptedStream implements EngineStream {
  private readonly samples: number[] = [];
  isFree = false;

  constructor(private readonly script: readonly ScriptedWord[]) {}

  accept(samples: Float32Array): void {
    this.samples.push(...samples);
  }

  finish(): void {
    // What it heard of silence has brought everything out.
  }

  heard(): Heard {
    const tokens: string[] = [];
    const timesMs: number[] = [];
    const first = (this.samples[0] ?? 1) - 1;
    const last = first + this.samples.length - 1;
    for (const { text, atMs } of this.script) {
      if (atMs < first || atMs + LAG_MS > last) continue;
      tokens.push('\u2581', text);
      timesMs.push(atMs - first, atMs - first);
    }
    return { tokens, timesMs };
  }

  free(): void {
    this.isFree = true;
  }
}

function cutterOf(script: readonly ScriptedWord[]): {
  cutter: TurnCutter;
  streams: ScriptedStream[];
} {
  const streams: ScriptedStream[] = [];
  const cutter = new TurnCutter(
    () => {
      const stream = new ScriptedStream(script);
      streams.push(stream);
      return stream;
    },
    RATE,
    MANNER,
  );
  return { cutter, streams };
}

/** What is told when a script is heard from `fromMs` to `toMs`, in frames of 50 ms. */
function hear(cutter: TurnCutter, fromMs: number, toMs: number): CutTurn[] {
  const told: CutTurn[] = [];
  for (let ms = fromMs; ms < toMs; ms += 50) {
    told.push(...cutter.accept(Float32Array.from({ length: 50 }, (_, i) => ms + i + 1)));
  }
  return told;
}

const ends = (turns: readonly CutTurn[]): readonly string[] =>
  turns.filter(({ ending, text }) => ending !== undefined && text !== '').map(({ text }) => text);

test('a turn ends after a pause, and its words have the times at which they were said', () => {
  const { cutter } = cutterOf([
    { text: 'one', atMs: 500 },
    { text: 'two', atMs: 900 },
    { text: 'three', atMs: 3000 },
  ]);
  const turns = hear(cutter, 0, 3500);
  assert.deepEqual(
    turns.filter(({ ending }) => ending !== undefined),
    [
      {
        ending: 'pause',
        text: 'one two',
        words: [
          { text: 'one', startMs: 500, endMs: 580 },
          { text: 'two', startMs: 900, endMs: 980 },
        ],
      },
    ],
  );
  assert.deepEqual(turns.at(-1)?.text, 'three');
});

test('the end brings out the last word', () => {
  const { cutter } = cutterOf([{ text: 'last', atMs: 500 }]);
  assert.deepEqual(hear(cutter, 0, 600), []);
  assert.equal(cutter.finish().text, 'last');
});

test('a turn that is to end does so at the first silence that brings its last word out', () => {
  const { cutter } = cutterOf([{ text: 'one', atMs: 500 }]);
  hear(cutter, 0, 900);
  cutter.hurry();
  assert.deepEqual(ends(hear(cutter, 900, 1450)), ['one']);
});

test('an end that was wanted while nobody spoke does not cut the next turn', () => {
  const { cutter } = cutterOf([
    { text: 'one', atMs: 3000 },
    { text: 'two', atMs: 3880 },
  ]);
  cutter.hurry();
  assert.deepEqual(ends(hear(cutter, 0, 5600)), ['one two']);
});

test('speech without a pause is cut at its longest gap, and nothing of it is lost', () => {
  const script = Array.from({ length: 120 }, (_, i) => {
    return { text: `w${String(i)}`, atMs: 400 * i + (i > 60 ? 300 : 0) };
  });
  const { cutter } = cutterOf(script);
  const turns = hear(cutter, 0, 48_000);
  const told = [...ends(turns), cutter.finish().text];
  assert.equal(turns.find(({ ending }) => ending !== undefined)?.ending, 'cut');
  assert.equal(told[0]?.split(' ').length, 61);
  assert.deepEqual(
    told.join(' ').split(' '),
    script.map(({ text }) => text),
  );
});

test('a stream that has grown long is followed by a new one, and the old one is freed', () => {
  const script = Array.from({ length: 300 }, (_, i) => {
    return { text: `w${String(i)}`, atMs: 100 + 200 * i + Math.floor(i / 20) * 1600 };
  });
  const { cutter, streams } = cutterOf(script);
  const lastMs = (script.at(-1)?.atMs ?? 0) + 1000;
  const turns = hear(cutter, 0, lastMs);
  const told = [...ends(turns), cutter.finish().text];
  assert.deepEqual(
    told.join(' ').split(' '),
    script.map(({ text }) => text),
  );
  assert.ok(streams.length > 1);
  assert.deepEqual(
    streams.map(({ isFree }) => isFree),
    streams.map((_, i) => i < streams.length - 1),
  );
});

test('whatever the pauses, each word is told once, in order, at its time', () => {
  const gaps = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 200 });
  fc.assert(
    fc.property(gaps, (list) => {
      let atMs = 0;
      const script = list.map((gap, i) => {
        atMs += 50 * gap;
        return { text: `w${String(i)}`, atMs };
      });
      const { cutter } = cutterOf(script);
      const turns = [...hear(cutter, 0, atMs + 50), cutter.finish()];
      const words = turns
        .filter(({ ending }) => ending !== undefined)
        .flatMap((turn) => turn.words);
      assert.deepEqual(
        words.map(({ text, startMs }) => ({ text, atMs: startMs })),
        script,
      );
    }),
    { numRuns: 60 },
  );
});
