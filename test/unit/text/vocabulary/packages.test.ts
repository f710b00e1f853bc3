import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCommonWord } from '../../../../src/text/vocabulary/english';
import { looksRandom } from '../../../../src/text/vocabulary/random';
import { respellAll, respeller, type Respell } from '../../../../src/text/vocabulary/respell';
import { spokenForm, spokenWords } from '../../../../src/text/vocabulary/spoken-form';
import { placesIn, proseOf, wordsIn, type Place } from './held-out';

/** Real packages that this repository has anyway: a socket, a test runner, a command-line tool. */
const PACKAGES = ['ws/lib', 'mocha/lib', 'dependency-cruiser/src'];

/** READMEs with whole paragraphs of plain English. */
const READMES = ['ws', 'mocha', 'dependency-cruiser', 'prettier', 'chokidar', 'glob', 'eslint'];

/**
 * English words that sound the same, left the one that is commoner in code. From general knowledge;
 * all are real words, because a recogniser writes no others.
 */
const HOMOPHONES = new Map(
  (
    'base/bass be/bee board/bored break/brake by/buy byte/bite bytes/bites cache/cash ' +
    'cell/sell check/czech clause/claws core/corps current/currant ' +
    'dependent/dependant die/dye discrete/discreet ensure/insure find/fined flow/floe for/four ' +
    'gate/gait hole/whole idle/idol in/inn key/quay ' +
    'not/knot lead/led least/leased load/lode locks/lox loop/loupe mail/male main/mane ' +
    'mode/mowed new/knew no/know none/nun one/won packed/pact pair/pear parse/pars ' +
    'passed/past pause/paws peer/pier piece/peace plain/plane poll/pole principal/principle ' +
    'queue/cue raw/roar read/reed real/reel role/roll root/route scene/seen seam/seem ' +
    'serial/cereal sequence/sequins site/sight size/sighs sort/sought step/steppe ' +
    'sum/some sync/sink tail/tale their/there throw/throe through/threw tier/tear time/thyme to/two ' +
    'vary/very wait/weight week/weak weighted/waited whether/weather wrap/rap write/right'
  )
    .split(' ')
    .map((pair): readonly [string, string] => {
      const [word = '', sameSound = ''] = pair.split('/');
      return [word, sameSound];
    }),
);

/** What a recogniser makes of the words of a name. */
const MISTAKES: Readonly<Record<string, (words: readonly string[]) => readonly string[]>> = {
  'as it is': (words) => words,
  'plural dropped': (words) => words.map((word) => word.replace(/(?<=[^s]{3})s$/, '')),
  homophones: (words) => words.map((word) => HOMOPHONES.get(word) ?? word),
  'one letter off': (words) => words.map((word, i) => (i === words.length - 1 ? maim(word) : word)),
};

function maim(word: string): string {
  const middle = Math.floor(word.length / 2);
  return word.length < 6 ? word : word.slice(0, middle) + word.slice(middle + 1);
}

interface Score {
  /** Written as the identifier that was meant. */
  right: number;
  /** Written as something else that was not said. */
  wrong: number;
  /** Left as it was said, though the identifier is known. */
  missed: number;
}

const precision = ({ right, wrong }: Score): number => right / (right + wrong);
const recall = ({ right, wrong, missed }: Score): number => right / (right + wrong + missed);
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

/** Says every next identifier of every place, known there or not, with a mistake. */
function score(
  places: readonly (Place & { readonly respell: Respell })[],
  mistake: (words: readonly string[]) => readonly string[],
): Score {
  const sum = { right: 0, wrong: 0, missed: 0 };
  for (const { next, vocabulary, respell } of places) {
    const known = new Set(vocabulary.identifiers);
    const sayable = new Set(vocabulary.identifiers.map((name) => spokenForm(name).toLowerCase()));
    for (const identifier of next) {
      const words = spokenWords(identifier).map((word) => word.toLowerCase());
      const meant = words.join(' ');
      const said = mistake(words).join(' ');
      const isUnharmed = mistake !== MISTAKES['as it is'] && said === meant;
      // Written as it is said, a plain English word, or, by the mistake, another name's own form.
      const isNoCase = said === identifier || (words.length === 1 && isCommonWord(meant));
      if (isUnharmed || isNoCase || (said !== meant && sayable.has(said))) continue;
      const written = respellAll(said, respell);
      if (written === identifier) sum.right++;
      else if (written !== said) sum.wrong++;
      else if (known.has(identifier)) sum.missed++;
    }
  }
  return sum;
}

/** The share of the next identifiers that are among the keyterms: of all, and of those known. */
function coverage(places: readonly Place[]): { readonly ofAll: number; readonly ofKnown: number } {
  let [all, known, told, knownTold] = [0, 0, 0, 0];
  for (const { next, vocabulary } of places) {
    const terms = new Set(vocabulary.keyterms.map((term) => term.toLowerCase()));
    const identifiers = new Set(vocabulary.identifiers);
    for (const identifier of next) {
      const words = spokenWords(identifier);
      if (words.length === 1 && words.every(isCommonWord)) continue;
      const isTold = terms.has(words.join(' ').toLowerCase());
      all++;
      if (isTold) told++;
      if (!identifiers.has(identifier)) continue;
      known++;
      if (isTold) knownTold++;
    }
  }
  return { ofAll: told / all, ofKnown: knownTold / known };
}

const places = PACKAGES.flatMap((folder) =>
  placesIn(folder).map((place) => ({
    ...place,
    folder,
    respell: respeller(place.vocabulary.identifiers),
  })),
);

test('names of three packages are respelled as they stand there, whatever is misheard', (t) => {
  const floors: Readonly<Record<string, readonly [precision: number, recall: number]>> = {
    'as it is': [0.93, 0.85],
    'plural dropped': [0.93, 0.7],
    homophones: [0.85, 0.6],
    'one letter off': [0.9, 0.65],
  };
  for (const [name, mistake] of Object.entries(MISTAKES)) {
    const sum = score(places, mistake);
    const [minPrecision = 1, minRecall = 1] = floors[name] ?? [];
    t.diagnostic(
      `${name}: precision ${percent(precision(sum))}, recall ${percent(recall(sum))}, ` +
        `${String(sum.right)} right, ${String(sum.wrong)} wrong, ${String(sum.missed)} missed`,
    );
    assert.ok(precision(sum) >= minPrecision && recall(sum) >= minRecall, name);
  }
});

test('plain English is left alone, even where code is dictated', (t) => {
  const prose = READMES.flatMap(proseOf);
  let [words, changed] = [0, 0];
  for (const { respell } of places.filter((_, i) => i % 25 === 0)) {
    for (const paragraph of prose) {
      const said = paragraph.split(' ');
      const written = new Set(respellAll(paragraph, respell).split(' '));
      words += said.length;
      changed += said.filter((word) => !written.has(word)).length;
    }
  }
  t.diagnostic(`${String(changed)} of ${String(words)} words changed`);
  assert.ok(changed <= words * 0.004);
});

test('most of what is said next is among the hundred keyterms', (t) => {
  for (const folder of PACKAGES) {
    const { ofAll, ofKnown } = coverage(places.filter((place) => place.folder === folder));
    t.diagnostic(`${folder}: ${percent(ofAll)} of all, ${percent(ofKnown)} of what is known`);
    assert.ok(ofAll >= 0.6 && ofKnown >= 0.85, folder);
  }
});

test('of all words of three packages, hardly one is taken for a key that is none', () => {
  assert.deepEqual(PACKAGES.flatMap(wordsIn).filter(looksRandom), [
    // ws: the end of the GUID of RFC 6455
    'C5AB0DC85B11',
    // mocha and dependency-cruiser: alphabets for random names, examples of them, names of people
    'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
    'defunctzombie',
    'imdoingweirdvoodoo',
    'abcdefghijklmnopqrstuvwxyz',
    'ybmaecNtpmty',
    '__uuhfiitcvoq',
    'jgyb3guyow',
    'c40b0a1a',
  ]);
});
