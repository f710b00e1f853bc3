import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { applyReplacements } from '../../../src/text/replacements';

const VARIABLES = { selection: 'picked $& ${date}', clipboard: 'Copied', date: '2026-01-02' };

const REPLACEMENTS: Readonly<Record<string, string>> = {
  'my mail': 'me@example.com',
  mail: 'letter',
  'mail box': 'inbox',
  'by the way': 'as an aside,',
  cooper: 'Kubernetes',
  'c plus plus': 'C++',
  'c++': 'Cpp',
  'sign off': 'Regards,\\nAda\nLovelace',
  quoted: '> ${selection} <',
  paste: '${clipboard}',
  today: 'on ${date}',
  'no name': '${name}',
  letter: 'never',
  Berlin: 'the capital',
  'für dich': 'dir',
  会議: 'ミーティング',
  ' ': 'blank',
  nothing: '',
  えっと: '',
  Xavix: 'ZABBIX',
  서버: 'server',
  сервер: 'server',
  'new row': '\n',
  'next item': '\\n- ',
};

const CASES: readonly (readonly [said: string, written: string])[] = [
  ['Write to my mail please.', 'Write to me@example.com please.'],
  ['MY MAIL works.', 'me@example.com works.'],
  ['My mail is on.', 'me@example.com is on.'],
  ['my, mail and my-mail and my  mail', 'me@example.com and me@example.com and me@example.com'],
  ['my. Mail', 'my. Letter'],
  ['The mail box is full of mail.', 'The inbox is full of letter.'],
  ['Mail came.', 'Letter came.'],
  ['By the way it works', 'As an aside, it works'],
  ['Then by the way it works', 'Then as an aside, it works'],
  ['Cooper and cooper', 'Kubernetes and Kubernetes'],
  ['e-mail, mail.com, mailbox, mailé, mail_to', 'e-mail, mail.com, mailbox, mailé, mail_to'],
  ["the mail's end", "the letter's end"],
  ['(mail)', '(letter)'],
  ['C plus plus and c++', 'C++ and Cpp'],
  ['sign off', 'Regards,\nAda\nLovelace'],
  ['Sign off.', 'Regards,\nAda\nLovelace'],
  [' Mail. ', ' Letter'],
  ['Mail!', 'Letter!'],
  ['Mail. Mail.', 'Letter. Letter.'],
  ['It is quoted', 'It is > picked $& ${date} <'],
  ['paste', 'Copied'],
  ['Today.', 'On 2026-01-02'],
  ['no name', '${name}'],
  ['Berlin, mail', 'the capital, letter'],
  ['Für dich', 'Dir'],
  ['明日会議があります', '明日ミーティングがあります'],
  ['Xavixの設定を開く。', 'ZABBIXの設定を開く。'],
  ['新しいXavixの設定', '新しいZABBIXの設定'],
  ['Xavix를 열어요. Xavixes', 'ZABBIX를 열어요. Xavixes'],
  ['서버를 열어요. 서버에서 서버리스는 서버', 'server를 열어요. server에서 서버리스는 server'],
  ['Это сервер, а не серверная', 'Это server, а не серверная'],
  ['Hello, new row.', 'Hello\n'],
  ['Hello. New row. And then, new row, the rest.', 'Hello.\nAnd then\nThe rest.'],
  ['new row', '\n'],
  ['One, next item two', 'One\n- two'],
  ['One, next item, two', 'One\n- two'],
  ['One. Next item. Two.', 'One.\n- Two.'],
  ['One. Next item.', 'One.\n- '],
  ['nothing', ''],
  ['Nothing.', ''],
  ['It is nothing like that.', 'It is like that.'],
  ['It is, nothing, like that.', 'It is like that.'],
  ['Nothing, it is like that.', 'It is like that.'],
  ['Nothing it is.', 'It is.'],
  ['nothing it is.', 'it is.'],
  ['It is. Nothing, it is.', 'It is. It is.'],
  ['It is nothing.', 'It is.'],
  ['It is nothing, or not.', 'It is, or not.'],
  ['Nothing nothing mail', 'Letter'],
  ['one\nnothing two', 'one\ntwo'],
  ['It works, nothing.', 'It works.'],
  ['It works, nothing? Then go.', 'It works? Then go.'],
  ['It works, nothing', 'It works'],
  ['It works, nothing, nothing, nothing.', 'It works.'],
  ["Nothing. Let's go.", "Let's go."],
  ['Nothing: go.', 'Go.'],
  ['It works. Nothing. Next.', 'It works. Next.'],
  ['Nothing, nothing.', ''],
  ['Nothing?', ''],
  ['He said "Nothing, it works."', 'He said "It works."'],
  ['He said “it is nothing”.', 'He said “it is”.'],
  ['One.  Nothing, it works.', 'One.  It works.'],
  ['Nothing iPhone sales grew.', 'iPhone sales grew.'],
  ['えっと、会議です。', 'ミーティングです。'],
  ['明日、えっと、ほら', '明日ほら'],
  ['(nothing)', '()'],
  ['"nothing" it is', '"" it is'],
  ['', ''],
];

test(`the replacements table of ${String(CASES.length)} cases holds`, () => {
  assert.deepEqual(
    CASES.map(([said]) => [said, applyReplacements(said, REPLACEMENTS, VARIABLES)]),
    CASES,
  );
});

test('without replacements, and without their phrases, text stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(applyReplacements(text, {}, VARIABLES), text);
      assert.equal(applyReplacements(text, { qqqqq: 'x', ' ': 'y' }, VARIABLES), text);
    }),
    { numRuns: 300 },
  );
});

test('a phrase of any characters is found', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), (phrase) => {
      fc.pre(phrase.trim() !== '' && !phrase.includes('¦'));
      const written = applyReplacements(`¦ ${phrase.trim()} ¦`, { [phrase]: '<1>' }, VARIABLES);
      assert.equal(written, '¦ <1> ¦');
    }),
    { numRuns: 300 },
  );
});

test('what is written for a phrase is not searched again', () => {
  const circle = { one: 'two', two: 'three one', 'three one': 'one' };
  const next = new Map(Object.entries(circle));
  const words = fc.array(fc.constantFrom(...next.keys()), { maxLength: 8 });
  fc.assert(
    fc.property(words, (phrases) => {
      assert.equal(
        applyReplacements(phrases.join('; '), circle, VARIABLES),
        phrases.map((phrase) => next.get(phrase)).join('; '),
      );
    }),
    { numRuns: 300 },
  );
});
