import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../harness/properties';
import { grammarOf } from '../../../../src/text/code/grammar';
import { spokenWords } from '../../../../src/text/code/spoken-words';
import { writeTokens } from '../../../../src/text/code/tokens';
import { writeCodeAt } from '../../../../src/text/code/write-code';

const LANGUAGE_IDS = ['typescript', 'python', 'shellscript', 'css', 'c', 'rust', 'go', 'yaml'];

const phrase = fc.oneof(
  fc.constantFrom(...grammarOf(['en']).symbols.meanings.keys()),
  fc.constantFrom('foo', 'bar', 'return', 'if', 'const', 'five', 'forty two', 'JSON', 'import'),
  fc.constantFrom('camel user name', 'snake max size', 'dunder init', 'pascal app'),
);

/** The pieces of code in what is said, whatever stands before it. */
function tokensOf(spoken: string): readonly string[] {
  const tokens: string[] = [];
  const writer = {
    write: ({ text }: { readonly text: string }) => tokens.push(text),
    writeAsIs: (code: string) => tokens.push(code),
    isInString: () => false,
    takesName: () => true,
    takesMark: () => false,
    atSign: () => undefined,
    takesLetters: () => false,
    endsName: () => false,
    numberPlace: () => ({ isFlag: false, isInList: false }),
  };
  writeTokens(spokenWords(spoken), { grammar: grammarOf(['en']), respell: undefined }, writer);
  return tokens;
}

function writeAll(left: string, finals: readonly string[], languageId: string): string {
  return finals.reduce(
    (code, text) => code + writeCodeAt({ left: code, text, right: '' }, { languageId }),
    left,
  );
}

test('code in several finals is the code that one final writes, wherever it is cut', () => {
  const left = fc.constantFrom(
    '',
    '  ',
    'x',
    'const x =',
    'foo(',
    'print("',
    "it's ",
    '// ',
    'a.',
    '#',
  );
  fc.assert(
    fc.property(
      left,
      fc.array(phrase, { minLength: 1, maxLength: 10 }),
      fc.constantFrom(...LANGUAGE_IDS),
      (before, phrases, languageId) => {
        const whole = phrases.join(' ');
        // "dot" and "dot" are ".." in one final: that is no cut between two tokens.
        fc.pre(tokensOf(whole).join('\0') === phrases.flatMap(tokensOf).join('\0'));
        const atOnce = writeAll(before, [whole], languageId);
        assert.equal(writeAll(before, phrases, languageId), atOnce);
      },
    ),
    { numRuns: 2000 },
  );
});
