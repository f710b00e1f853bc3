import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { LANGUAGES } from '../../../../src/text/languages/languages';
import { ACTIONS } from '../../../../src/text/languages/language';
import {
  actionsOf,
  lexiconOf,
  marksOf,
  normalPhrase,
  phrasesOf,
} from '../../../../src/text/prose/lexicon';
import { spokenCommandList } from '../../../../src/text/prose/list';
import { parseSpokenCommand } from '../../../../src/text/prose/parse';
import type { SpokenCommand } from '../../../../src/text/spoken-command';
import { inEnglish } from '../../../../src/core/phrase';

const IDS = LANGUAGES.map(({ id }) => id);

const WRITE = (text: string): SpokenCommand => ({ kind: 'write', text });
const LINE = (line: number): SpokenCommand => ({ kind: 'go-to-line', line });

/** A final in a language, and the command it is. */
const CASES: readonly (readonly [string, string, SpokenCommand | undefined])[] = [
  ['en', 'New line.', { kind: 'break', text: '\n' }],
  ['en', ' new  paragraph', { kind: 'break', text: '\n\n' }],
  ['en', 'Tab key.', { kind: 'break', text: '\t' }],
  ['en', 'Full stop.', WRITE('.')],
  ['en', 'Period', WRITE('.')],
  ['en', 'Question mark?', WRITE('?')],
  ['en', 'Open paren', WRITE('(')],
  ['en', 'Close curly bracket.', WRITE('}')],
  ['en', 'Back-slash.', WRITE('\\')],
  ['en', 'Star.', WRITE('*')],
  ['en', 'Scratch that!', { kind: 'scratch' }],
  ['en', '“Undo that.”', { kind: 'undo' }],
  ['en', 'Select that.', { kind: 'select' }],
  ['en', 'Cap that.', { kind: 'capitalise', extent: 'first-letter' }],
  ['en', 'All caps that.', { kind: 'capitalise', extent: 'all' }],
  ['en', 'Delete the last word.', { kind: 'delete-word' }],
  ['en', 'Go to line 42.', LINE(42)],
  ['en', 'Go to line forty two.', LINE(42)],
  ['en', 'Go to line 1,234.', LINE(1234)],
  ['en', 'Go to line number seven', LINE(7)],
  ['en', 'Go to line zero.', undefined],
  ['en', 'Go to line many.', undefined],
  ['en', 'Go to line 12345678.', undefined],
  ['en', 'Code mode.', { kind: 'scope', scope: 'code' }],
  ['en', 'Prose mode.', { kind: 'scope', scope: 'prose' }],
  ['en', 'Automatic mode.', { kind: 'scope', scope: 'auto' }],
  ['en', 'Stop dictation.', { kind: 'stop' }],
  ['en', 'Pause listening.', { kind: 'pause' }],
  ['en', 'Snippet for loop.', { kind: 'snippet', name: 'for loop' }],
  ['en', 'Snippet.', undefined],
  ['en', 'Literal new line.', undefined],
  ['en', 'New line. New line.', undefined],
  ['en', 'Then a new line.', undefined],
  ['en', 'Stop.', undefined],
  ['en', 'Delete that.', { kind: 'scratch' }],
  ['en', '', undefined],
  ['en', 'Neue Zeile.', undefined],
  ['de-AT', 'Neue Zeile.', { kind: 'break', text: '\n' }],
  ['de', 'Punkt.', WRITE('.')],
  ['de', 'Klammer auf.', WRITE('(')],
  ['de', 'Anführungszeichen unten.', WRITE('„')],
  ['de', 'Streich das.', { kind: 'scratch' }],
  ['de', 'Gehe zu Zeile zweiundvierzig.', LINE(42)],
  ['de', 'Gehe zu Zeile 1.234', LINE(1234)],
  ['de', 'Diktat beenden.', { kind: 'stop' }],
  ['de', 'Textbaustein Gruß.', { kind: 'snippet', name: 'gruß' }],
  ['de', 'New line.', undefined],
  ['es', 'Nueva línea.', { kind: 'break', text: '\n' }],
  ['es', 'Coma.', WRITE(',')],
  ['es', 'Punto y aparte.', WRITE('.\n\n')],
  ['es', 'Ve a la línea cuarenta y dos.', LINE(42)],
  ['es', 'Detener dictado.', { kind: 'stop' }],
  ['fr', 'À la ligne.', { kind: 'break', text: '\n' }],
  ['fr', 'Point d’interrogation.', WRITE('?')],
  ['fr', 'Guillemet ouvrant.', WRITE('«')],
  ['fr', 'Allez à la ligne.', { kind: 'break', text: '\n' }],
  ['fr', 'Allez à la ligne quatre-vingt-douze.', LINE(92)],
  ['fr', 'Aller à la ligne 1 234.', LINE(1234)],
  ['fr', 'Suspendre la dictée.', { kind: 'pause' }],
  ['it', 'Nuova riga.', { kind: 'break', text: '\n' }],
  ['it-CH', 'A capo.', { kind: 'break', text: '\n' }],
  ['it', 'Punto interrogativo.', WRITE('?')],
  ['it', 'Punto a capo.', WRITE('.\n')],
  ['it', 'Cancella questo.', { kind: 'scratch' }],
  ['it', 'Vai alla riga quarantadue.', LINE(42)],
  ['it', 'Vai alla riga milleduecentotrentuno.', LINE(1231)],
  ['it', 'Frammento firma.', { kind: 'snippet', name: 'firma' }],
  ['it', 'Termina dettatura.', { kind: 'stop' }],
  ['it', 'New line.', undefined],
  ['ja', 'New line.', { kind: 'break', text: '\n' }],
  ['ja', 'Neue Zeile.', undefined],
];

test(`the table of ${String(CASES.length)} finals that are commands, or not, holds`, () => {
  assert.deepEqual(
    CASES.map(([language, text]) => [language, text, parseSpokenCommand(text, [language])]),
    CASES,
  );
});

test('no languages are English, and several have the phrases of each', () => {
  const line: SpokenCommand = { kind: 'break', text: '\n' };
  assert.deepEqual(
    [
      parseSpokenCommand('New line.', []),
      parseSpokenCommand('New line.', ['de', 'en']),
      parseSpokenCommand('Neue Zeile.', ['en', 'de']),
      parseSpokenCommand('Gehe zu Zeile zwei', ['en', 'de']),
    ],
    [line, line, line, LINE(2)],
  );
});

test('every phrase of every language is its own command, however it is capitalised and ended', () => {
  for (const language of IDS) {
    for (const grammar of lexiconOf([language]).languages) {
      for (const [id, phrases] of actionsOf(grammar)) {
        for (const phrase of phrases) {
          const said = `${phrase.charAt(0).toUpperCase()}${phrase.slice(1)}.`;
          assert.deepEqual(parseSpokenCommand(said, [language]), ACTIONS[id], phrase);
        }
      }
      for (const [id, { text }, phrases] of marksOf(grammar)) {
        for (const phrase of phrasesOf(phrases)) {
          const command = parseSpokenCommand(`“ ${phrase} !”`, [language]);
          const written = command !== undefined && 'text' in command ? command.text : undefined;
          assert.equal(written?.trim(), text.trim(), `${id}: ${phrase}`);
        }
      }
    }
  }
});

test('no phrase of a language is there twice', () => {
  for (const language of IDS) {
    const phrases = spokenCommandList([language])
      .flatMap(({ phrase, alternatives }) => [phrase, ...alternatives])
      .map(normalPhrase);
    const twice = phrases.filter((phrase, i) => phrases.indexOf(phrase) !== i);
    assert.deepEqual(twice, [], language);
  }
});

test('the list has every language that is spoken, with what acts inside a sentence', () => {
  const list = spokenCommandList(['en', 'de']);
  assert.deepEqual(
    list
      .filter(({ phrase }) => ['full stop', 'Punkt', 'go to line ‹number›'].includes(phrase))
      .map((command) => ({
        ...command,
        description: command.description.map(inEnglish).join('; '),
      })),
    [
      {
        group: 'command',
        phrase: 'go to line ‹number›',
        alternatives: ['goto line ‹number›', 'go to line number ‹number›', 'jump to line ‹number›'],
        description: 'Goes on at the end of that line',
        language: 'en',
      },
      {
        group: 'punctuation',
        phrase: 'full stop',
        alternatives: ['period', 'dot', 'insert period'],
        description: 'Writes .; inside a sentence too: full stop',
        language: 'en',
      },
      {
        group: 'punctuation',
        phrase: 'Punkt',
        alternatives: [],
        description: 'Writes .',
        language: 'de',
      },
    ],
  );
});

test('a sentence around a command makes it text, and nothing throws', () => {
  const sentence = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('Scratch that idea.', 'Then stop dictation.', 'We go to line 42 now.'),
  );
  fc.assert(
    fc.property(sentence, fc.constantFrom(...IDS), (text, language) => {
      assert.equal(parseSpokenCommand(`Well ${text} zzz`, [language]), undefined);
      parseSpokenCommand(text, [language]);
    }),
    { numRuns: 300 },
  );
});
