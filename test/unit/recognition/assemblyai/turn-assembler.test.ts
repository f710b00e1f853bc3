import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import type { Word } from '../../../../src/core/recognition';
import type { Turn } from '../../../../src/recognition/assemblyai/protocol';
import {
  TurnAssembler,
  type AssembledEvent,
} from '../../../../src/recognition/assemblyai/turn-assembler';

function turn(order: number, transcript: string, more: Partial<Turn> = {}): Turn {
  return { order, transcript, words: [], isEnd: false, awaitsFormatting: false, ...more };
}

function words(text: string): readonly Word[] {
  return text.split(' ').map((word) => ({ text: word, startMs: 0, endMs: 0 }));
}

const partial = (text: string): AssembledEvent => ({ kind: 'partial', text });
const final = (
  turnOrder: number,
  text: string,
  itsWords: readonly Word[] = [],
): AssembledEvent => ({
  kind: 'final',
  final: { turn: turnOrder, text, words: itsWords },
});

function play(turns: readonly Turn[], assembler = new TurnAssembler()): AssembledEvent[] {
  return turns.flatMap((each) => assembler.accept(each));
}

/** What a session's end makes final, and what is left then. */
function finish(assembler: TurnAssembler): readonly AssembledEvent[] {
  const settled = assembler.settle().filter(({ kind }) => kind === 'final');
  const rest = assembler.unfinished.filter(({ text }) => text !== '');
  return [...settled, ...rest.map((each) => ({ kind: 'final', final: each }) as const)];
}

test('sequence (a), unformatted model: partials replace each other, one final, an empty final after it is ignored', () => {
  assert.deepEqual(
    play([
      turn(0, 'the quick'),
      turn(0, 'the quick brown fox', { isEnd: true }),
      turn(1, '', { isEnd: true }),
    ]),
    [partial('the quick'), final(0, 'the quick brown fox'), partial(''), partial('')],
  );
});

test('a final keeps the language that its turn was heard in', () => {
  const assembler = new TurnAssembler();
  const [said] = play([turn(0, 'Ja.', { isEnd: true, language: 'de' })], assembler);
  assert.deepEqual(said, {
    kind: 'final',
    final: { turn: 0, text: 'Ja.', words: [], language: 'de' },
  });
});

test('sequence (b), utterance before the end: the lagging transcript is completed from the words', () => {
  assert.deepEqual(
    play([
      turn(0, 'I am a voice', { words: words('I am a voice agent.') }),
      turn(0, 'I am a voice agent.', { isEnd: true }),
    ]),
    [partial('I am a voice agent.'), final(0, 'I am a voice agent.'), partial('')],
  );
});

test('sequence (c), formatted pair: the unformatted end is shown, the formatted one inserted', () => {
  assert.deepEqual(
    play([
      turn(0, 'hello world', { isEnd: true, awaitsFormatting: true }),
      turn(0, 'Hello, world.', { isEnd: true }),
    ]),
    [partial('hello world'), final(0, 'Hello, world.'), partial('')],
  );
});

test('sequence (d), Pro: a partial may shrink, and the one end is the final', () => {
  assert.deepEqual(
    play([
      turn(0, 'Harbor Point clams'),
      turn(0, 'Harbor Point'),
      turn(0, 'Harbor Point Claims.', { isEnd: true }),
    ]),
    [
      partial('Harbor Point clams'),
      partial('Harbor Point'),
      final(0, 'Harbor Point Claims.'),
      partial(''),
    ],
  );
});

test('a formatted end without an unformatted one before it is final at once', () => {
  assert.deepEqual(play([turn(0, 'Hello.', { isEnd: true })]), [final(0, 'Hello.'), partial('')]);
});

test('the unformatted text is committed when the caller settles, and the late formatted one ignored', () => {
  const assembler = new TurnAssembler();
  play([turn(0, 'hello', { isEnd: true, awaitsFormatting: true })], assembler);
  assert.equal(assembler.awaitsFormatting, true);
  assert.deepEqual(assembler.settle(), [final(0, 'hello'), partial('')]);
  assert.equal(assembler.awaitsFormatting, false);
  assert.deepEqual(assembler.accept(turn(0, 'Hello.', { isEnd: true })), []);
});

test('the unformatted text is committed before a later turn that ends first', () => {
  assert.deepEqual(
    play([
      turn(0, 'one', { isEnd: true, awaitsFormatting: true }),
      turn(1, 'two', { isEnd: true, awaitsFormatting: true }),
      turn(1, 'Two.', { isEnd: true }),
    ]),
    [partial('one'), final(0, 'one'), partial('two'), final(1, 'Two.'), partial('')],
  );
});

test('a formatted end that comes while the next turn runs keeps its place and leaves the next partial', () => {
  assert.deepEqual(
    play([
      turn(0, 'one', { isEnd: true, awaitsFormatting: true }),
      turn(1, 'two'),
      turn(0, 'One.', { isEnd: true }),
    ]),
    [partial('one'), partial('one two'), final(0, 'One.'), partial('two')],
  );
});

test('a straggling partial does not reopen a turn that has ended', () => {
  assert.deepEqual(
    play([
      turn(0, 'one', { isEnd: true, awaitsFormatting: true }),
      turn(0, 'on'),
      turn(0, 'One.', { isEnd: true }),
      turn(0, 'one'),
      turn(0, 'One.', { isEnd: true }),
    ]),
    [partial('one'), final(0, 'One.'), partial('')],
  );
});

test('a turn that the server never ended is committed before the next one ends', () => {
  assert.deepEqual(play([turn(0, 'one'), turn(1, 'two', { isEnd: true })]), [
    partial('one'),
    final(0, 'one'),
    final(1, 'two'),
    partial(''),
  ]);
});

test('an early partial without a transcript shows its words', () => {
  assert.deepEqual(play([turn(0, '', { words: words('hello wor') })]), [partial('hello wor')]);
});

test('joined words of a language without spaces do not replace its transcript', () => {
  assert.deepEqual(play([turn(0, '今日は', { words: words('今日 は') })]), [partial('今日は')]);
});

test('an ended turn whose transcript is empty but whose words are not is not lost', () => {
  assert.deepEqual(play([turn(0, '', { words: words('hello'), isEnd: true })]), [
    final(0, 'hello', words('hello')),
    partial(''),
  ]);
});

test('tags that whisper-rt writes for silence and music are not text', () => {
  assert.deepEqual(
    play([turn(0, '[Silence]', { isEnd: true }), turn(1, '[Music] [Silence]', { isEnd: true })]),
    [partial(''), partial('')],
  );
});

test('what was not ended can be had at any time, with its last partial', () => {
  const assembler = new TurnAssembler();
  const lines = [
    turn(0, 'one', { isEnd: true }),
    turn(1, 'and two', { words: words('and two') }),
    turn(2, '', {}),
    turn(3, 'Three, fo', { words: words('Three, fo') }),
  ];
  play(lines, assembler);
  assert.deepEqual(assembler.unfinished, [
    { turn: 1, text: 'and two', words: words('and two') },
    { turn: 2, text: '', words: [] },
    { turn: 3, text: 'Three, fo', words: words('Three, fo') },
  ]);
});

test('tags are no words of what was not ended', () => {
  const assembler = new TurnAssembler();
  play([turn(0, '[Silence] and', { words: words('[Silence] and') })], assembler);
  assert.deepEqual(assembler.unfinished, [{ turn: 0, text: '[Silence] and', words: words('and') }]);
});

test('property: whatever the order of messages, each turn is final at most once, in order, and none that ended is lost', () => {
  const message = fc.record({
    order: fc.nat(5),
    isEnd: fc.boolean(),
    awaitsFormatting: fc.boolean(),
    isBlank: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(message, { maxLength: 40 }), (messages) => {
      const assembler = new TurnAssembler();
      const turns = messages.map(({ order, isBlank, ...flags }, index) =>
        turn(order, isBlank ? ' ' : `turn${String(order)} message${String(index)}`, flags),
      );
      const events = [...play(turns, assembler), ...finish(assembler)];
      const orders = events.flatMap((event) => (event.kind === 'final' ? [event.final.turn] : []));
      assert.deepEqual(
        orders,
        [...new Set(orders)].sort((a, b) => a - b),
      );
      const texts = events.flatMap((event) => (event.kind === 'final' ? [event.final.text] : []));
      assert.ok(texts.every((text) => text.trim() !== ''));
    }),
    { numRuns: 1000 },
  );
});

test('property: turns in the server’s order are all final exactly once, formatted where a formatted version came', () => {
  const spoken = fc.record({
    partials: fc.nat(3),
    shape: fc.constantFrom('single', 'pair', 'unformatted-only', 'never-ended'),
    isSettled: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(spoken, { maxLength: 12 }), (spokenTurns) => {
      const assembler = new TurnAssembler();
      const events: AssembledEvent[] = [];
      const expected: AssembledEvent[] = [];
      spokenTurns.forEach(({ partials, shape, isSettled }, order) => {
        const raw = `raw ${String(order)}`;
        const formatted = `Formatted ${String(order)}.`;
        for (let i = 0; i < partials; i++) events.push(...assembler.accept(turn(order, raw)));
        if (shape === 'never-ended') {
          if (partials > 0) expected.push(final(order, raw));
          return;
        }
        if (shape !== 'single') {
          events.push(
            ...assembler.accept(turn(order, raw, { isEnd: true, awaitsFormatting: true })),
          );
          if (isSettled) events.push(...assembler.settle());
        }
        if (shape !== 'unformatted-only') {
          events.push(...assembler.accept(turn(order, formatted, { isEnd: true })));
        }
        const isRaw = shape === 'unformatted-only' || (shape === 'pair' && isSettled);
        expected.push(final(order, isRaw ? raw : formatted));
      });
      events.push(...finish(assembler));
      assert.deepEqual(
        events.filter((event) => event.kind === 'final'),
        expected,
      );
    }),
    { numRuns: 1000 },
  );
});
