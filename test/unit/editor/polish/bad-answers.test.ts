import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answeredText } from '../../../../src/editor/polish/request';
import { languagesOf } from '../../../../src/text/languages/languages';
import { whatIsLost } from '../../../../src/text/polish/loss';

const RAW =
  'um so the parser it fails on line 12 of getUserName when the list is empty do not change the api';
const GOOD =
  'So the parser fails on line 12 of getUserName when the list is empty. Do not change the API.';

/** What stands there after an answer of a model: the text in it, or what was said. */
function kept(answer: string, raw = RAW): string {
  const text = answeredText(answer, raw);
  const options = { languages: languagesOf(['en']), tellLanguage: () => undefined };
  return whatIsLost(raw, text, options) === undefined ? text : raw;
}

test('of what a model puts around the text, nothing is written', () => {
  const answers = [
    '§',
    '"§"',
    '“§”',
    '«§»',
    "'§'",
    '‘§’',
    '『§』',
    '`§`',
    '**§**',
    '```\n§\n```',
    '```text\n§\n```',
    '<think>hm</think>§',
    '<think>\n</think>\n\n§',
    '<thinking>What is it?</thinking>\n§',
    '<reasoning>hm</reasoning>§',
    'hm, 12\n</think>\n\n§',
    '=====\n§\n=====',
    'Language: en\n=====\n§\n=====',
    'Here is the edited text:\n\n§',
    'Sure! Here is the text:\n"§"',
    'Output:\n§',
    '<text>§</text>',
    '<answer>\n§\n</answer>',
    '§<|im_end|>',
    '§</s>',
    '\ufeff§',
    '\u200b§\n',
  ];
  assert.deepEqual(
    answers.filter((answer) => kept(answer.replace('§', GOOD)) !== GOOD),
    [],
  );
});

test('where a model answers something else, what was said stays', () => {
  const answers = [
    '',
    ' ',
    '<think>endless',
    'I cannot help with that.',
    "I'm sorry, but I can't assist with that request.",
    'The parser fails.',
    'Sure, I will fix the parser on line 12 of getUserName.',
    'Here is the edited text: §',
    'Assistant: §',
    '§\n\nI corrected the punctuation.',
    '§ Let me know if you need anything else.',
    'Thank you! §',
    '§ §',
    '- §',
    '> §',
    '[§]',
    '=====\n§',
    '§ 😀',
    GOOD.replace('12', '21'),
    GOOD.replace('12', '12 or 13'),
    GOOD.replace('getUserName', 'get user name'),
    GOOD.replace('getUserName', 'getUsername'),
    GOOD.replace('getUserName', '`getUserName`'),
    GOOD.replace('Do not change', 'Change'),
    GOOD.replace('when', 'unless'),
    GOOD.replace('empty', 'full'),
    GOOD.replace('fails', 'succeeds'),
    GOOD.replace('fails', '**fails**'),
    GOOD.replace('. Do', '.\n\nDo'),
    GOOD.replace('API', 'ABI'),
    GOOD.toUpperCase(),
    'Der Parser scheitert in Zeile 12 von getUserName, wenn die Liste leer ist. Ändere die API nicht.',
  ];
  assert.deepEqual(
    answers.filter((answer) => kept(answer.replace('§', GOOD)) !== RAW),
    [],
  );
});

test('quotes and marks of the text itself stay whole', () => {
  assert.deepEqual(
    [
      kept('"this" and "that"', 'this and that'),
      kept("'this' and 'that'", 'this and that'),
      kept('"This" and "that".', '"this" and "that"'),
      kept("Don't.", "don't"),
    ],
    ['this and that', 'this and that', '"This" and "that".', "Don't."],
  );
});
