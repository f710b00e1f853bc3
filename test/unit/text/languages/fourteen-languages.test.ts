import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compose, type WritingStyle } from '../../../../src/text/compose';
import { interpret } from '../../../../src/text/interpret';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';
import sentences from '../../../fixtures/spoken-languages/udhr.json';

const LANGUAGES: Readonly<Record<string, readonly string[]>> = sentences;

/** What a person has who has set nothing, or only that sounds of hesitation go. */
const SETTINGS: readonly WritingStyle[] = [false, true].map((removeFillers) => ({
  insertion: { ...DEFAULT_SETTINGS.insertion, removeFillers },
  languages: [],
  identifiers: [],
  variables: { selection: '', clipboard: '', date: '' },
}));

function written(left: string, said: string, style: WritingStyle): string {
  const utterance = interpret(said, style);
  assert.equal(utterance.kind, 'text', said);
  return compose(said, { left, right: '', scope: 'prose' }, style).text;
}

function spaceOf(language: string): string {
  return language === 'ja' || language === 'zh' ? '' : ' ';
}

/** Each sentence with the one before it. */
function pairsOf(texts: readonly string[]): readonly (readonly [first: string, second: string])[] {
  return texts.map((text, i) => [texts.at(i - 1) ?? '', text] as const);
}

test('308 sentences of fourteen languages stand as they are said, alone and behind another', () => {
  const count = Object.values(LANGUAGES).flat().length;
  assert.deepEqual([Object.keys(LANGUAGES).length, count], [14, 308]);
  const wrong = SETTINGS.flatMap((style) =>
    Object.entries(LANGUAGES).flatMap(([language, texts]) =>
      pairsOf(texts).flatMap(([first, second]) => {
        const alone = written('', second, style);
        const behind = written(first, second, style);
        const isRight = alone === second && behind === spaceOf(language) + second;
        return isRight ? [] : [[language, first, second, alone, behind]];
      }),
    ),
  );
  assert.deepEqual(wrong, []);
});

test('a line of its own, a text in front and one behind change nothing of them', () => {
  const [style] = SETTINGS;
  assert.ok(style);
  const wrong = Object.values(LANGUAGES)
    .flat()
    .flatMap((text) => {
      const places = [
        written('One.\n', text, style),
        written('- ', text, style),
        written('> ', text, style),
        written('1. ', text, style),
        compose(text, { left: '', right: '\nNext.', scope: 'prose' }, style).text,
      ];
      return places.every((each) => each === text) ? [] : [[text, ...places]];
    });
  assert.deepEqual(wrong, []);
});

/** Words that the Declaration honours with a capital, and that are ordinary ones elsewhere. */
const HONOURED =
  /^(?:state|states|estado|estados|stato|stati|état|derecho|diritto|declaration|declaración|déclaration|dichiarazione|declaração|verklaring|nation|nations)$/u;

interface Cuts {
  /** Words with a capital, in mid-sentence, and those of them that lost it. */
  capitals: number;
  readonly lost: string[];
  /** Small words, and how many lost the capital that the start of a turn gave them. */
  small: number;
  lowered: number;
}

function cutsOf(texts: readonly string[], style: WritingStyle): Cuts {
  const cuts: Cuts = { capitals: 0, lost: [], small: 0, lowered: 0 };
  for (const text of texts) {
    const words = text.split(' ');
    for (let i = 1; i < words.length; i++) {
      const left = words.slice(0, i).join(' ');
      const right = words.slice(i).join(' ');
      const [word = ''] = /^[\p{L}\p{M}]*/u.exec(right) ?? [];
      const said = right.charAt(0).toUpperCase() + right.slice(1);
      const joined = written(left, said, style);
      assert.ok(joined === ` ${right}` || joined === ` ${said}` || said === right, joined);
      if (said !== right) {
        cuts.small++;
        if (joined === ` ${right}`) cuts.lowered++;
      } else if (/^\p{Lu}/u.test(word) && !HONOURED.test(word.toLowerCase())) {
        cuts.capitals++;
        if (joined !== ` ${right}`) cuts.lost.push(`${left}|${joined}`);
      }
    }
  }
  return cuts;
}

test('cut anywhere, with a capital where the second turn begins, names and nouns keep theirs', () => {
  const [style] = SETTINGS;
  assert.ok(style);
  const found = Object.entries(LANGUAGES)
    .filter(([language]) => spaceOf(language) !== '')
    .map(([language, texts]) => [language, cutsOf(texts, style)] as const);
  const lost = found.flatMap(([, cuts]) => cuts.lost);
  const capitals = found.reduce((sum, [, cuts]) => sum + cuts.capitals, 0);
  assert.ok(capitals > 80);
  assert.ok(lost.length <= capitals / 100, lost.join('\n'));
  // A capital too many is the harmless one; most words of a language that is known well lose it.
  const shares = found
    .filter(([language]) => 'de en es fr it'.split(' ').includes(language))
    .map(([language, { lowered, small }]) => [language, lowered / small] as const);
  assert.ok(
    shares.every(([, share]) => share > 0.75),
    shares.join('\n'),
  );
});
