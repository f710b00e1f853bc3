import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { writeNames } from '../../../../src/text/prompts/names';
import { spokenForm } from '../../../../src/text/vocabulary/spoken-form';
import { placesIn } from '../vocabulary/held-out';

const SETS = path.resolve(import.meta.dirname, '../../../fixtures/names-in-prompts');

/** Whose names are said, by their folders in node_modules. */
const PACKAGES = {
  ws: 'ws/lib',
  mocha: 'mocha/lib',
  'dependency-cruiser': 'dependency-cruiser/src',
};

/** The lines of one set; those between them name their sources, with their licences. */
function linesOf(set: string): readonly string[] {
  return readFileSync(path.join(SETS, `${set}.txt`), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** As a recogniser hears it: the name said, with a capital where a sentence begins. */
function heard(prompt: string): string {
  const said = prompt.replaceAll(/`([^`]+)`/gu, (_, name: string) =>
    spokenForm(name).toLowerCase(),
  );
  return said.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** What people say to agents about three packages, in backticks the names that stand in their code. */
test('of 300 prompts, names are written in eight of ten', (t) => {
  const wrong: string[] = [];
  let [right, all] = [0, 0];
  for (const [name, folder] of Object.entries(PACKAGES)) {
    const vocabularies = placesIn(folder).map(({ vocabulary }) => vocabulary.identifiers);
    for (const [i, prompt] of linesOf(name).entries()) {
      const names = [...prompt.matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? '');
      const known = vocabularies.filter((words) => names.every((each) => words.includes(each)));
      const identifiers = known[i % known.length];
      assert.ok(names.length > 0 && identifiers !== undefined, prompt);
      all++;
      const written = writeNames(heard(prompt), identifiers);
      if (written === prompt.replaceAll('`', '')) right++;
      else wrong.push(written);
    }
  }
  t.diagnostic(`${String(right)} of ${String(all)} prompts are written as they were meant`);
  for (const each of wrong) t.diagnostic(each);
  assert.ok(all >= 300 && right >= all * 0.8);
});

test('of 5,000 ordinary sentences, at most five are changed', (t) => {
  const sentences = linesOf('ordinary');
  assert.equal(new Set(sentences).size, 5000);
  for (const [name, folder] of Object.entries(PACKAGES)) {
    // All that is known in the package, which is more than at any place of it.
    const identifiers = [
      ...new Set(placesIn(folder).flatMap(({ vocabulary }) => vocabulary.identifiers)),
    ];
    const changed = sentences
      .map((sentence) => writeNames(sentence, identifiers))
      .filter((written, i) => written !== sentences[i]);
    t.diagnostic(`${name}: ${String(changed.length)} of ${String(sentences.length)} changed`);
    for (const each of changed) t.diagnostic(each);
    assert.ok(changed.length <= 5, name);
  }
});
