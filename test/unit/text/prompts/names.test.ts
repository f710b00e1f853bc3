import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { compose, type WritingStyle } from '../../../../src/text/compose';
import { writeNames } from '../../../../src/text/prompts/names';
import { spokenForm, spokenWords } from '../../../../src/text/vocabulary/spoken-form';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';
import { placesIn, proseOf } from '../vocabulary/held-out';

const NODE_MODULES = path.resolve(import.meta.dirname, '../../../../node_modules');
const PACKAGES = ['ws/lib', 'mocha/lib', 'dependency-cruiser/src'];

const NAMES = [
  'getUserName',
  'userName',
  'forEach',
  'isOpen',
  'toString',
  'addFile',
  'onError',
  'maxWorkers',
  'session-chain',
  'sourceCode',
  'darkMode',
  'userInput',
  'stepByStep',
  'makeItWork',
  'shareLink',
  'fileName',
  'deployApp',
  'parseFromString',
  'parseWebhookPayload',
  'user',
  'loginPage',
  'featureFlags',
  'phoneNumber',
  'postalCode',
  'countryCode',
  'sortBy',
  'cartSlice',
];

describe('a name in a prompt', () => {
  const rows: Readonly<Record<string, string>> = {
    'Why does get user name return null?': 'Why does getUserName return null?',
    'Rename user name, please.': 'Rename userName, please.',
    'The bug is in max workers.': 'The bug is in maxWorkers.',
    'Look at parse web hook payload first.': 'Look at parseWebhookPayload first.',
    'Why is the is open method slow?': 'Why is the isOpen method slow?',
    'What calls to string?': 'What calls toString?',
    'Why does to string fail?': 'Why does toString fail?',
    'Explain session chain.': 'Explain session-chain.',
    'Why does `user name` fail in get user name?': 'Why does `user name` fail in getUserName?',
    'Enter the user name.': 'Enter the user name.',
    'The door is open for each user.': 'The door is open for each user.',
    'Please add file uploads.': 'Please add file uploads.',
    'It was an error to do so.': 'It was an error to do so.',
    'Ask the user.': 'Ask the user.',
    'Read source code and explain it.': 'Read source code and explain it.',
    'Does it fail in dark mode?': 'Does it fail in dark mode?',
    'What happens with user input here?': 'What happens with user input here?',
    'Why is the user input method slow?': 'Why is the userInput method slow?',
    'Explain it step by step.': 'Explain it step by step.',
    'I do not know how to make it work.': 'I do not know how to make it work.',
    'What does make it work return?': 'What does makeItWork return?',
    'Why does parse from string fail?': 'Why does parseFromString fail?',
    'Share link previews with the team.': 'Share link previews with the team.',
    'Please deploy app changes to staging.': 'Please deploy app changes to staging.',
    'Get user name from the form.': 'Get user name from the form.',
    'It fails. Get user name from the form.': 'It fails. Get user name from the form.',
    'Can you get user name from the form?': 'Can you get user name from the form?',
    'Get user name is slow.': 'getUserName is slow.',
    'What file name should I use?': 'What file name should I use?',
    'The interface is open to everybody.': 'The interface is open to everybody.',
    'What this does is open the file.': 'What this does is open the file.',
    'Once you are in is open to debate.': 'Once you are in is open to debate.',
    'The bug is when is open is false.': 'The bug is when isOpen is false.',
    'Merge get user name and add file.': 'Merge getUserName and addFile.',
    'Could is open be cached?': 'Could isOpen be cached?',
    'In is open, return early.': 'In isOpen, return early.',
    'Use is open instead.': 'Use isOpen instead.',
    'On error fires twice.': 'onError fires twice.',
    'On error, it fires twice.': 'On error, it fires twice.',
    'Add file drops the last line.': 'addFile drops the last line.',
    'Print file name first.': 'Print fileName first.',
    'Create user name suggestions.': 'Create user name suggestions.',
    'The current max workers are enough.': 'The current max workers are enough.',
    // What everybody sees, or many, has no article either.
    'Login page is broken.': 'Login page is broken.',
    'Feature flags are not reloaded.': 'Feature flags are not reloaded.',
    'Cart slice is empty.': 'cartSlice is empty.',
    'Rename login page.': 'Rename loginPage.',
    'Ask for the phone number and postal code.': 'Ask for the phone number and postal code.',
    'Is it phone number or postal code?': 'Is it phone number or postalCode?',
    'Group by country code and sort by name.': 'Group by countryCode and sort by name.',
  };
  for (const [said, written] of Object.entries(rows)) {
    test(said, () => {
      assert.equal(writeNames(said, NAMES), written);
    });
  }

  test('is written only in prompts, and where the person wants it', () => {
    const style: WritingStyle = {
      insertion: DEFAULT_SETTINGS.insertion,
      languages: ['en'],
      identifiers: NAMES,
      variables: { selection: '', clipboard: '', date: '' },
    };
    const off = { ...DEFAULT_SETTINGS.insertion, namesInPrompts: false };
    const written = (how: WritingStyle): string =>
      compose('Rename get user name.', { left: '', right: '', scope: 'prose' }, how).text;
    assert.deepEqual(
      [{ ...style, isPrompt: true }, style, { ...style, isPrompt: true, insertion: off }].map(
        written,
      ),
      ['Rename getUserName.', 'Rename get user name.', 'Rename get user name.'],
    );
  });
});

/** Prompts as somebody says them to an agent; `%` is where the name comes. */
const PROMPTS = `
Why does % return null?
Add a test for %.
Rename % to something shorter.
Where is % called?
Make % async, please.
The bug is in %, I think.
Explain how % works.
Refactor % so that it takes an options object.
Does % handle empty input?
Remove % and everything that uses it.
Move % into a file of its own.
Document % and its parameters.
I want % to throw when the path is missing.
Replace the loop in % by a map.
What calls % at startup?
Inline %.
Log the value of % before it changes.
Should % be cached?
Compare % with the version in main.
The type of % is wrong.
Look at % first, then fix the tests.
After % is done, send the result.
Write % again without the flag.
Give % a default value.
It crashes in % when the list is empty.
`
  .trim()
  .split('\n');

test('of the names of three packages, most are written in prompts', (t) => {
  let [right, all] = [0, 0];
  for (const folder of PACKAGES) {
    const places = placesIn(folder);
    for (const { vocabulary } of places.filter((_, i) => i % 15 === 3)) {
      const { identifiers } = vocabulary;
      const forms = identifiers.map((name) => spokenForm(name).toLowerCase());
      const sayable = identifiers.filter((name, i) => {
        const isOnly = forms.filter((form) => form === forms[i]).length === 1;
        return isOnly && spokenWords(name).length > 1 && /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name);
      });
      for (const [i, name] of sayable.entries()) {
        const prompt = PROMPTS[i % PROMPTS.length] ?? '';
        const said = prompt.replace('%', spokenForm(name).toLowerCase());
        all++;
        if (writeNames(said, identifiers) === prompt.replace('%', name)) right++;
      }
    }
  }
  t.diagnostic(`${String(right)} of ${String(all)} names`);
  assert.ok(all >= 300 && right >= all * 0.8);
});

test('prose is left alone', (t) => {
  const packages = readdirSync(NODE_MODULES)
    .filter((name) => !PACKAGES.some((folder) => folder.startsWith(name)))
    .filter((name) => existsSync(path.join(NODE_MODULES, name, 'README.md')));
  const sentences = new Set(
    packages.flatMap(proseOf).flatMap((paragraph) => paragraph.split(/(?<=[.!?]) /)),
  );
  let [wrong, all] = [0, 0];
  for (const folder of PACKAGES) {
    for (const { vocabulary } of placesIn(folder).filter((_, i) => i % 20 === 0)) {
      for (const sentence of sentences) {
        all++;
        if (writeNames(sentence, vocabulary.identifiers) !== sentence) wrong++;
      }
    }
  }
  t.diagnostic(`${String(wrong)} of ${String(all)} sentences changed`);
  assert.ok(all >= 5000 && wrong <= all * 0.001);
});
