import assert from 'node:assert/strict';
import { KEPT_LIMIT_MS } from '../../src/dictation/run/kept-audio';
import { JOURNAL_LIMIT_MS } from '../../src/dictation/sessions/journal';
import type { RunAccount } from './run-record';
import { SAMPLE_RATE, type SaidWord } from './sound';
import type { Memory, Outcome, Rest } from './simulation';
import { spokenLetters, VOCABULARY } from './vocabulary';

/**
 * What a journal that is full may still get: what is recorded while a session is being terminated,
 * or while our process did not run.
 */
const JOURNAL_SLACK_MS = 60_000;

/** Two seconds, after which nothing more is sent, and the longest message; 16-bit samples. */
const SOCKET_LIMIT_BYTES = (2000 + 1000) * (SAMPLE_RATE / 1000) * 2;

/**
 * What must hold after every history: everything is closed, nothing we sent was against the
 * protocol, memory was bounded, and each recorded word was inserted exactly once and in order, or is
 * in the audio that is kept, or was dropped by a cancel. When what is kept has been tried again,
 * nothing is kept.
 */
export function checkAccount({ atRest, afterRetries, memory }: Outcome): void {
  checkRest(atRest);
  checkRest(afterRetries);
  assert.equal(afterRetries.keptPieces, 0);
  checkMemory(memory);
}

function checkRest(rest: Rest): void {
  const { runs, kept, state, openSockets, openMicrophones, timers, violations } = rest;
  assert.deepEqual(
    { state, openSockets, openMicrophones, timers, violations },
    {
      state: 'idle',
      openSockets: 0,
      openMicrophones: 0,
      timers: 0,
      violations: [],
    },
  );
  assert.ok(runs.length > 0);
  const landed = new Map<number, number>();
  for (const run of runs) land(run, landed);
  const lettersOf = new Map(
    runs.flatMap(({ heard }) => heard.map((word) => [word.id, word.letters])),
  );
  const whole = [...landed].filter(([id, letters]) => letters === lettersOf.get(id)?.length);
  const there = new Set([...whole.map(([id]) => id), ...kept.map(({ id }) => id)]);
  const dropped = new Set(runs.flatMap((run) => (run.wasCancelled ? idsOf(run.heard) : [])));
  const recorded = runs.flatMap((run) => (run.of === 'microphone' ? idsOf(run.heard) : []));
  assert.deepEqual(
    recorded.filter((id) => !there.has(id) && !dropped.has(id)),
    [],
  );
}

/**
 * Adds the words of a run that are in its text: in order, nothing twice, nothing made up, nothing left
 * out in the middle, or taken back. Words that are the same are told apart by their number. One that
 * is written in two may have landed with its first half, where a run broke off.
 *
 * @param landed so many letters of each word, by its number
 */
function land(run: RunAccount, landed: Map<number, number>): void {
  const expected = run.wasCancelled ? [] : run.heard;
  const next = expected.find(({ id, letters }) => (landed.get(id) ?? 0) < letters.length);
  const before = next?.letters.slice(0, landed.get(next.id) ?? 0) ?? '';
  const text = spokenLetters([before, ...run.inserted].join(' ')).slice(before.length);
  let spoken = '';
  for (const { id, letters } of expected) {
    const from = landed.get(id) ?? 0;
    const left = text.length - spoken.length;
    if (left <= 0) break;
    const end = halvesOf(letters).find((half) => half > from && half - from === left);
    spoken += letters.slice(from, end);
    landed.set(id, end ?? letters.length);
  }
  assert.equal(run.inserted.join(' '), textOf(run, text, spoken, expected));
  for (const final of run.inserted) assert.doesNotMatch(final, /\p{Script=Han} \p{Script=Han}/u);
}

/** After how many letters another word begins where the word is written in two. */
function halvesOf(letters: string): readonly number[] {
  const spellings = VOCABULARY.find((form) => form.letters === letters)?.spellings ?? [];
  return spellings
    .filter((spelling) => spelling.includes(' '))
    .map((spelling) => spokenLetters(spelling.slice(0, spelling.indexOf(' '))).length);
}

/** What is inserted if it says what was spoken, else what was. */
function textOf(
  run: RunAccount,
  text: string,
  spoken: string,
  expected: readonly SaidWord[],
): string {
  return text === spoken
    ? run.inserted.join(' ')
    : expected.map(({ letters }) => letters).join(' ');
}

function idsOf(words: readonly SaidWord[]): readonly number[] {
  return words.map(({ id }) => id);
}

function checkMemory({ journalMs, keptMs, socketBytes }: Memory): void {
  assert.ok(journalMs <= JOURNAL_LIMIT_MS + JOURNAL_SLACK_MS, `journal: ${String(journalMs)} ms`);
  assert.ok(keptMs <= KEPT_LIMIT_MS, `kept: ${String(keptMs)} ms`);
  assert.ok(socketBytes <= SOCKET_LIMIT_BYTES, `socket: ${String(socketBytes)} bytes`);
}
