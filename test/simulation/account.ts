import assert from 'node:assert/strict';
import { KEPT_LIMIT_MS } from '../../src/dictation/run/audio-source';
import { JOURNAL_LIMIT_MS } from '../../src/dictation/sessions/journal';
import { SAMPLE_RATE } from './sound';
import type { Memory, Outcome, Rest } from './simulation';

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
  assert.deepEqual(afterRetries.kept, []);
  checkMemory(memory);
}

function checkRest({
  runs,
  kept,
  state,
  openSockets,
  openMicrophones,
  timers,
  violations,
}: Rest): void {
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
  for (const { heard, inserted, wasCancelled } of runs) {
    // In order, nothing twice, nothing made up, nothing left out in the middle, or taken back.
    assert.deepEqual(inserted, wasCancelled ? [] : heard.slice(0, inserted.length));
  }
  const dropped = new Set(runs.flatMap((run) => (run.wasCancelled ? run.heard : [])));
  const recorded = runs.flatMap((run) => (run.of === 'microphone' ? run.heard : []));
  const there = [...runs.flatMap(({ inserted }) => inserted), ...kept].filter(
    (word) => !dropped.has(word),
  );
  assert.deepEqual(sorted(there), sorted(recorded.filter((word) => !dropped.has(word))));
}

function checkMemory({ journalMs, keptMs, socketBytes }: Memory): void {
  assert.ok(journalMs <= JOURNAL_LIMIT_MS + JOURNAL_SLACK_MS, `journal: ${String(journalMs)} ms`);
  assert.ok(keptMs <= KEPT_LIMIT_MS, `kept: ${String(keptMs)} ms`);
  assert.ok(socketBytes <= SOCKET_LIMIT_BYTES, `socket: ${String(socketBytes)} bytes`);
}

function sorted(words: readonly string[]): readonly string[] {
  return words.toSorted();
}
