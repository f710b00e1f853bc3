import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseSpokenCommand } from '../../../../src/text/prose/parse';
import type { SpokenCommand } from '../../../../src/text/spoken-command';

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** A phrase of another system's list, and what it does here. */
interface Row {
  readonly system: string;
  readonly phrase: string;
  readonly does: string;
}

/** The rows of one language: `phrase = what it does`, below the system that has it. */
function rowsOf(language: string): readonly Row[] {
  const file = path.join(ROOT, 'test/fixtures/spoken-commands', `${language}.txt`);
  let system = '';
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('#') && !line.includes(' = ')) system = line.slice(2);
      const [phrase, does] = line.split(/ = (?=.)/u);
      return does === undefined || phrase === undefined ? [] : [{ system, phrase, does }];
    });
}

const ACTIONS: Readonly<Partial<Record<SpokenCommand['kind'], string>>> = {
  scratch: 'scratch',
  undo: 'undo',
  select: 'select',
  'delete-word': 'delete word',
  stop: 'stop',
  pause: 'pause',
};

function doneBy(command: SpokenCommand | undefined): string {
  if (command === undefined) return 'not taken';
  if (command.kind === 'capitalise') {
    return command.extent === 'all' ? 'all capitals' : 'capitalise';
  }
  if ('text' in command) {
    return command.text.replaceAll('\n', '⏎').replaceAll('\t', '⇥').trim();
  }
  return ACTIONS[command.kind] ?? command.kind;
}

for (const language of ['en', 'de', 'es', 'fr']) {
  const rows = rowsOf(language);
  test(`each of ${String(rows.length)} phrases of other systems does what is written of it (${language})`, () => {
    assert.deepEqual(
      rows.map((row) => ({ ...row, does: doneBy(parseSpokenCommand(row.phrase, [language])) })),
      rows,
    );
  });

  test(`each phrase of other systems that is not taken is in the guide (${language})`, () => {
    const guide = readFileSync(path.join(ROOT, 'docs/what-to-say.md'), 'utf8').replaceAll(
      /\s+/gu,
      ' ',
    );
    assert.deepEqual(
      rows.filter(({ does, phrase }) => does === 'not taken' && !guide.includes(phrase)),
      [],
    );
  });
}
