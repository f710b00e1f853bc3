import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type WritingStyle } from '../../../../src/text/compose';
import { interpret } from '../../../../src/text/interpret';
import { LANGUAGES } from '../../../../src/text/languages/languages';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

const STYLE: WritingStyle = {
  insertion: DEFAULT_SETTINGS.insertion,
  languages: ['en'],
  identifiers: [],
  variables: { selection: '', clipboard: '', date: '' },
  submits: true,
};

/** What is written, with `⏎` where it is sent. */
function heard(final: string, style = STYLE): string {
  const utterance = interpret(final, style);
  if (utterance.kind === 'command') {
    return utterance.command.kind === 'submit' ? '⏎' : `(${utterance.command.kind})`;
  }
  return `${utterance.text}${utterance.isSubmitted === true ? '⏎' : ''}`;
}

describe('the phrase that sends', () => {
  const rows: Readonly<Record<string, string>> = {
    'Send it.': '⏎',
    'send it': '⏎',
    'Fix the parser. Send it.': 'Fix the parser.⏎',
    // Who says it twice means it once.
    'Send it. Send it.': '⏎',
    'Fix the parser. Send it. Send it! Send it.': 'Fix the parser.⏎',
    'Name the button. Send it? Send it.': 'Name the button. Send it?⏎',
    '1. Send it. Send it.': '1. Send it.⏎',
    'Why does it fail? Send it!': 'Why does it fail?⏎',
    'Say “stop.” Send it.': 'Say “stop.”⏎',
    'fix the parser full stop send it': 'fix the parser full stop⏎',
    'First line. New line. Send it.': 'First line. New line.⏎',
    // Titles end no sentence, but what ends a list or a name may.
    'Ask Mr. Send it.': 'Ask Mr. Send it.',
    'Mrs. Send it.': 'Mrs. Send it.',
    'Talk to Prof. Submit it.': 'Talk to Prof. Submit it.',
    'See Fig. Send it.': 'See Fig. Send it.',
    'Fix the tests, etc. Send it.': 'Fix the tests, etc.⏎',
    'Ask Acme Inc. Send it.': 'Ask Acme Inc.⏎',
    'Meet at 5 p.m. Send it.': 'Meet at 5 p.m.⏎',
    'Use plan B. Send it.': 'Use plan B.⏎',
    'No. Send it.': 'No.⏎',
    'Fix the parser, send it.': 'Fix the parser, send it.',
    'Fix the parser and send it.': 'Fix the parser and send it.',
    'Fix it. Don’t send it.': 'Fix it. Don’t send it.',
    'Fix it. Please send it.': 'Fix it. Please send it.',
    'Fix it. Send it to the server.': 'Fix it. Send it to the server.',
    'Fix it. Resend it.': 'Fix it. Resend it.',
    'Send it. Then fix it.': 'Send it. Then fix it.',
    'It is version 2.0 send it': 'It is version 2.0 send it',
    // No sentence has ended: an abbreviation, the number of an item, a pause.
    'Call it, e.g. send it.': 'Call it, e.g. send it.',
    '2. Send it.': '2. Send it.',
    'Steps: 1. Build it. 2. Send it.': 'Steps: 1. Build it. 2. Send it.',
    'Log it... send it.': 'Log it... send it.',
    'Use version 2. Send it.': 'Use version 2.⏎',
    'Use fetch, axios, etc. Send it.': 'Use fetch, axios, etc.⏎',
    // It is quoted, or belongs to something.
    'He said: “Fix it. Send it.”': 'He said: “Fix it. Send it.”',
    'Write "Done. Send it."': 'Write "Done. Send it."',
    'Fix it (see above. Send it).': 'Fix it (see above. Send it).',
    '“Send it.”': '“Send it.”',
    'Write “Fix it. Send it': 'Write “Fix it. Send it',
    'Write "Fix it." and "Done. Send it': 'Write "Fix it." and "Done. Send it',
    'Fix it (see above. Send it': 'Fix it (see above. Send it',
    'it.” Send it.': 'it.”⏎',
    'He said "fix it." Send it.': 'He said "fix it."⏎',
    '*Done. Send it.*': '*Done. Send it.*',
    // Somebody goes on, or tells a list.
    'Send it,': 'Send it,',
    'Send it...': 'Send it...',
    'Send it:': 'Send it:',
    'Fix it. Send it, …': 'Fix it. Send it, …',
    'Fix it. Send it —': 'Fix it. Send it —',
    '- Send it.': '- Send it.',
    'Step 3. Send it.': 'Step 3. Send it.',
    'Build it. Then, number 2. Send it.': 'Build it. Then, number 2.⏎',
    'Steps: a. Build it. b. Send it.': 'Steps: a. Build it. b. Send it.',
    // What is taken back is not sent.
    'Scratch that. Send it.': 'Scratch that. Send it.',
    'Fix it. No. Scratch that. Send it.': 'Fix it. No. Scratch that. Send it.',
  };
  for (const [final, what] of Object.entries(rows)) {
    test(final, () => {
      assert.equal(heard(final), what);
    });
  }

  test('is told from an abbreviation and an upside-down mark in other languages, too', () => {
    const said = (languages: string, final: string): string =>
      heard(final, { ...STYLE, languages: [languages] });
    assert.deepEqual(
      [
        said('de', 'Das gilt z. B. abschicken.'),
        said('de', 'Am 3. abschicken.'),
        said('de', 'Punkt 3. Abschicken.'),
        said('de', '„Behebe es. Abschicken.“'),
        said('de', 'Schreibe „Behebe es. Abschicken'),
        said('fr', 'Écris « Corrige-le. Envoie-le'),
        said('fr', 'Corrige-le. Envoie-le !'),
        said('es', 'Arréglalo. ¡Envíalo!'),
      ],
      [
        'Das gilt z. B. abschicken.',
        'Am 3. abschicken.',
        'Punkt 3. Abschicken.',
        '„Behebe es. Abschicken.“',
        'Schreibe „Behebe es. Abschicken',
        'Écris « Corrige-le. Envoie-le',
        'Corrige-le.⏎',
        'Arréglalo.⏎',
      ],
    );
  });

  test('is text where it is a question', () => {
    const said = (languages: string, final: string): string =>
      heard(final, { ...STYLE, languages: [languages] });
    assert.deepEqual(
      [
        said('en', 'Send it?'),
        said('en', 'Send it?!'),
        said('en', 'Fix it. Send it?'),
        said('en', 'Is it done? Send it.'),
        said('de', 'Fertig. Abschicken?'),
        said('es', 'Hecho. ¿Envíalo?'),
        said('fr', 'Corrige-le. Envoie-le ?'),
        said('en', 'Send it？'),
      ],
      [
        'Send it?',
        'Send it?!',
        'Fix it. Send it?',
        'Is it done?⏎',
        'Fertig. Abschicken?',
        'Hecho. ¿Envíalo?',
        'Corrige-le. Envoie-le ?',
        'Send it？',
      ],
    );
  });

  test('is text where it does not send, and where commands are off', () => {
    const off = { ...STYLE, submits: false };
    const insertion = { ...STYLE.insertion, spokenCommands: false };
    for (const style of [off, { ...STYLE, insertion }]) {
      assert.deepEqual(
        ['Send it.', 'Fix it. Send it.'].map((final) => heard(final, style)),
        ['Send it.', 'Fix it. Send it.'],
      );
    }
  });

  test('is one of the person’s replacements, if they have it', () => {
    const insertion = { ...STYLE.insertion, replacements: { 'send it': 'SEND' } };
    assert.deepEqual(
      ['Send it.', 'Ok. Send it.'].map((final) => heard(final, { ...STYLE, insertion })),
      ['Send it.', 'Ok. Send it.'],
    );
  });

  for (const { id, actions, abbreviations } of LANGUAGES) {
    test(`is text behind each title (${id})`, () => {
      const phrase = actions.submit[0] ?? '';
      const said = abbreviations.titles.map((title) => `Ada ${title} ${phrase}.`);
      const style = { ...STYLE, languages: [id] };
      assert.deepEqual(
        said.map((final) => heard(final, style)),
        said,
      );
    });
  }

  for (const { id, actions } of LANGUAGES) {
    test(`can be said in ${id}`, () => {
      const style = { ...STYLE, languages: [id] };
      for (const phrase of actions.submit) {
        assert.deepEqual(
          [heard(`${phrase}.`, style), heard(`Ok. ${phrase}.`, style)],
          ['⏎', 'Ok.⏎'],
        );
      }
    });
  }
});
