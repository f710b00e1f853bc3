import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { lexiconOf } from '../../../../src/text/prose/lexicon';
import { writePunctuation } from '../../../../src/text/prose/write-punctuation';

const SETS = path.resolve(import.meta.dirname, '../../../fixtures/spoken-marks');

/** The rules were made with one half of the sentences; the other was read when they stood. */
const HALVES = ['tune', 'held'] as const;
const LANGUAGES = ['en', 'de', 'es', 'fr', 'it'] as const;

/** The sentences of one set; the lines between them name their sources, with their licences. */
function sentencesOf(set: string, language: string): readonly string[] {
  return HALVES.flatMap((half) =>
    readFileSync(path.join(SETS, `${set}.${half}-${language}.txt`), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#')),
  );
}

/** Whether a mark's phrase still stands in what is written. */
function isNameLeft(written: string, language: string): boolean {
  const names = [...lexiconOf([language]).marks.keys()].sort((a, b) => b.length - a.length);
  const name = names.join('|').replaceAll(' ', '[ -]').replaceAll("'", "['’]");
  return new RegExp(`(?<![\\p{L}])(?:${name})(?![\\p{L}])`, 'iu').test(written);
}

/** How many of a hundred, one decimal. */
function percent(count: number, of: number): number {
  return Math.round((1000 * count) / of) / 10;
}

for (const language of LANGUAGES) {
  const mentioned = sentencesOf('mentioned', language);
  test(`of ${String(mentioned.length)} sentences that mention a mark (${language}), at most two in a hundred change`, () => {
    const changed = mentioned.filter((said) => writePunctuation(said, [language]) !== said);
    assert.ok(percent(changed.length, mentioned.length) <= 2, changed.join('\n'));
  });

  const meant = sentencesOf('meant', language);
  test(`of ${String(meant.length)} dictations that mean a mark (${language}), 97 in a hundred have it written`, () => {
    const left = meant.filter((said) => isNameLeft(writePunctuation(said, [language]), language));
    assert.ok(percent(left.length, meant.length) <= 3, left.join('\n'));
  });
}
