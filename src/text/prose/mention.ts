import { parseNumber } from '../languages/numbers';
import { normalPhrase, type Lexicon } from './lexicon';
import { isListedBefore, isListedBehind, isMarkBehind } from './mention-list';
import { signsOf, type Signs } from './mention-signs';
import { isAtStart, isBehindVerb, isHead, isInverted } from './mention-start';
import { isCommitType } from './closed-up';
import { phraseAtStart } from './phrase-edges';
import { MARK, needsNothing, type Saying } from './saying';

/** How sure it is that a phrase is spoken about; `strong`: nothing else can stand after such a word. */
export type Mention = 'none' | 'weak' | 'strong';

/**
 * Whether a phrase is spoken about, and not said to have its mark written ("remove the trailing new
 * line"). Each sign alone is enough: what stands directly before it or behind it, that it is the
 * subject of its clause, that it is one of a list, or that it is quoted.
 */
export function mentionOf(said: Saying, lexicon: Lexicon): Mention {
  const signs = signsOf(lexicon);
  // Expressions that ignore case take five times as long to make.
  const saying = {
    mark: said.mark,
    name: said.name,
    before: withoutLetter(said.before).toLowerCase(),
    since: withoutLetter(said.since).toLowerCase(),
    behind: isMarkBehind(said.behind.toLowerCase(), signs.list) ? MARK : said.behind.toLowerCase(),
  };
  const { before, since, behind } = saying;
  // What stands small behind it goes on with the sentence, unless nobody has set capitals.
  const hasNouns = lexicon.languages.some(({ letterCase }) => letterCase.nouns !== null);
  const isGoneOn = behind !== MARK && (hasNouns ? ANY_WORD : SMALL_WORD).test(said.behind);
  if (isWordEnclosed(saying, lexicon, signs) || isAmount(saying, lexicon)) return 'none';
  if (isIntroducing(saying, signs) && isCommitType(saying)) return 'none';
  if (isQuoted(saying) || (signs.leadIn.test(since) && !isStranded(saying, signs))) return 'strong';
  if (said.mark.role === 'close' && signs.sequel.test(since)) return 'strong';
  if (isListedPair(saying, signs)) return 'strong';
  const isClauseStart = signs.subjectStart.test(since) || signs.frontedStart.test(since);
  const isSubject = isClauseStart && signs.predicate.test(behind);
  const isMentioned =
    isChance(saying) ||
    isOpenedForNothing(saying, signs) ||
    isOpenJoined(saying, signs) ||
    lacksOperand(saying, lexicon, signs) ||
    signs.attributive.test(said.since) ||
    (isGoneOn && (signs.pointed.test(since) || signs.fronted.test(since))) ||
    isNoQuestion(saying, signs) ||
    isAskedAbout(saying, signs) ||
    (isGoneOn && (isInQuestion(saying, signs) || isInverted(saying, signs))) ||
    isAtStart(saying, signs) ||
    (isGoneOn && (isHead(saying, lexicon, signs) || isBehindVerb(saying, signs))) ||
    (signs.waiting.test(said.since) && signs.awaited.test(said.behind)) ||
    (isSubject && !isOpeningSentence(saying)) ||
    (signs.described.test(since) && !(isAsked(saying, signs) && SENTENCE_END.test(behind))) ||
    isBehindParticle(saying, signs) ||
    isActedOn(saying, signs) ||
    isNominal(saying, signs) ||
    isDecimal(saying, lexicon) ||
    signs.leadOut.test(behind) ||
    (signs.lastAdverb.test(behind) && !isAsked(saying, signs)) ||
    (isListedBefore(before, signs.list) && !isAsked(saying, signs)) ||
    isListedBehind(behind, signs.list);
  return isMentioned ? 'weak' : 'none';
}

/** `text` without a capital that is none of an article, but of what it names: "vitamin A", "opción O". */
function withoutLetter(text: string): string {
  return text.replace(/(?<=[\p{Ll}\p{N}][^\S\n]+)\p{Lu}(?=[^\S\n]+$)/u, '\ufffd');
}

/** Whether the mark closes what encloses a letter or a number, which is no article then: "open quote A close quote". */
function isWordEnclosed({ since, mark }: Saying, { languages }: Lexicon, { list }: Signs): boolean {
  if (mark.role !== 'close' || list.jointAtEnd.test(since)) return false;
  const [, word] = /^\ufffc\s*([\p{L}\p{M}]+|\ufffd)\s*$/u.exec(since) ?? [];
  if (word === undefined) return false;
  return (
    word.length === 1 || languages.some(({ numbers }) => parseNumber(word, numbers) !== undefined)
  );
}

/** Whether it would open in front of a word that lists: "quotes below and above". */
function isOpenJoined(saying: Saying, { list }: Signs): boolean {
  return (
    saying.mark.role === 'open' &&
    !isOpeningSentence(saying) &&
    list.jointAtStart.test(saying.behind)
  );
}

/** Whether it would open in front of a comma that no comma before it belongs to: "sees open brace, it". */
function isOpenedForNothing(saying: Saying, signs: Signs): boolean {
  const { since, behind, mark } = saying;
  return (
    mark.role === 'open' &&
    !isOpeningSentence(saying) &&
    /[\p{L}\p{N}]\s*$/u.test(since) &&
    isWordBehindComma(behind, signs)
  );
}

/** Whether a comma follows, and a word behind it that is of no other mark that acts. */
function isWordBehindComma(behind: string, { list }: Signs): boolean {
  const [comma] = /^,[^\S\n]+(?=\p{L}[\p{L}\p{M}])/u.exec(behind) ?? [];
  return comma !== undefined && phraseAtStart(behind.slice(comma.length), list.acting) === '';
}

/** Whether two other phrases make it: "breaks at sign in". */
function isChance({ mark, behind }: Saying): boolean {
  return mark.text === '@' && /^\s+(?:in|up|on|off|out)(?![\p{L}\p{N}])/iu.test(behind);
}

/** Whether a sign of money or the like has its number: "up to dollar sign 20". */
function isAmount({ since, behind, mark: { text } }: Saying, { languages }: Lexicon): boolean {
  const isNumber = (word = ''): boolean =>
    /^\d/u.test(word) ||
    languages.some(
      ({ numbers }) => parseNumber(word, numbers) !== undefined && !numbers.articles.includes(word),
    );
  if (NEEDS_NUMBER.has(text)) return isNumber(/([\p{L}\p{M}\p{N}]+),?\s*$/u.exec(since)?.[1]);
  const isMoney = text.length === 1 && '$£¥€#'.includes(text);
  return isMoney && isNumber(/^,?\s*([\p{L}\p{M}\p{N}]+)/u.exec(behind)?.[1]);
}

/**
 * Whether a sign has nothing to stand with: a percent sign no number before it, a dollar sign nothing
 * behind it, a plus sign nothing on one of its sides. What stands before it may be in the final before.
 */
function lacksOperand(
  { since, behind, mark }: Saying,
  { languages }: Lexicon,
  signs: Signs,
): boolean {
  const { role, hold, text } = mark;
  if (role !== 'symbol' || needsNothing(text)) return false;
  const [, last = ''] = /([\p{L}\p{N}'’-]+),?\s*$/u.exec(since) ?? [];
  const isNumber =
    /\d$/u.test(last) ||
    languages.some(({ numbers }) => parseNumber(last, numbers) !== undefined) ||
    /^[^\p{L}\p{N}]*$/u.test(since);
  if (NEEDS_NUMBER.has(text)) return !isNumber;
  const isBefore = isNumber || /[\p{L}\p{M}\p{N}\ufffc)\]},]\s*$/u.test(since);
  const isBehind =
    /^,?\s*[\p{L}\p{N}\ufffc([{]/u.test(behind) && !signs.smallWord.test(behind.replace(/^,/u, ''));
  // Between commas it is one of a list, unless it stands with numbers or letters.
  const isListed = /,\s*$/u.test(since) && !isNumber && last.length > 1;
  if (isListed && isWordBehindComma(behind, signs)) return true;
  // What may be the amount of a currency stands before it in this final.
  if (hold === 'right' || text === '€') {
    return (!isBehind || /[€£¥]/u.test(text)) && (!isNumber || since === '');
  }
  return !isBefore || !isBehind;
}

/** Whether the phrase ends its sentence, of which only a question need be told. */
function isEnd(saying: Saying, signs: Signs): boolean {
  const { role, text } = saying.mark;
  if (role !== 'end' || signs.follower.test(saying.behind)) return false;
  return !text.endsWith('?') || isAsked(saying, signs);
}

/** Whether the phrase ends a question, which may end with a verb ("What shall I add"). */
function isAsked(saying: Saying, signs: Signs): boolean {
  return saying.mark.role === 'end' && isQuestion(saying, signs);
}

/** Whether a verb that acts on marks stands before it, which has nothing else to act on. */
function isActedOn(saying: Saying, signs: Signs): boolean {
  const { since } = saying;
  if (signs.relative.test(since) || isAsked(saying, signs)) return false;
  if (isIntroducing(saying, signs)) return signs.edited.test(since);
  return signs.edited.test(since) || signs.told.test(since);
}

/** Whether a particle, or a form of "be", stands before what ends no sentence. */
function isBehindParticle(saying: Saying, signs: Signs): boolean {
  const { since } = saying;
  if (!signs.particle.test(since) || isEnd(saying, signs)) return false;
  return !(signs.copula.test(since) && isIntroducing(saying, signs));
}

/** Whether it is a colon with something behind it: "The answer is: no." */
function isIntroducing({ behind, mark }: Saying, { follower }: Signs): boolean {
  return mark.text.trim() === ':' && !SENTENCE_END.test(behind) && !follower.test(behind);
}

/** Whether commas and a form of "be" tell that what opens and closes is listed: "The order is open brace, key, close brace". */
function isListedPair(
  { before, since, behind, mark: { role } }: Saying,
  { copula }: Signs,
): boolean {
  if (role === 'open') return copula.test(since) && /^,\s/u.test(behind);
  if (role !== 'close' || !/^\ufffc,\s.*,\s*$/u.test(since)) return false;
  return before.split(',').some((part) => {
    const words = part.split(/\s+/u);
    return [2, 3].some((count) => copula.test(`${words.slice(0, -count).join(' ')} `));
  });
}

/** Whether the comma of a number stands there: "drei Komma fünf". */
function isDecimal({ since, behind, name }: Saying, { languages }: Lexicon): boolean {
  const [, before] = /([\p{L}\p{M}\p{N}]+)\s+$/u.exec(since) ?? [];
  const [, next] = /^\s+([\p{L}\p{M}\p{N}]+)/u.exec(behind) ?? [];
  return languages.some(({ numbers }) => {
    const isNumber = (word = ''): boolean =>
      /^\d/u.test(word) || parseNumber(word, numbers) !== undefined;
    // "Null Komma nichts", German for "in no time".
    const isIdiom = before === 'null' && next === 'nichts';
    return (
      numbers.point.word === normalPhrase(name) && isNumber(before) && (isNumber(next) || isIdiom)
    );
  });
}

/** Whether an article and a word at most end a text, so that another noun may follow. */
export function isNounPhrase(text: string, lexicon: Lexicon): boolean {
  return signsOf(lexicon).nominal.test(text.toLowerCase());
}

/** Whether a phrase behind an article goes on; what parts clauses stands behind a noun itself: "the lexer comma which". */
function isNominal(saying: Saying, signs: Signs): boolean {
  const { since, behind, mark } = saying;
  if (!signs.nominal.test(since)) return false;
  if (mark.role !== 'pause') return isGoingOn(saying, signs);
  return !/^\P{L}*[\p{L}\p{M}'’-]+\s*$/u.test(since) && signs.predicate.test(behind);
}

/** Whether what stands before the phrase asks. */
function isQuestion({ before, since }: Saying, { question }: Signs): boolean {
  if (/¿[,.;:!…\s]*(?:[\p{L}\p{M}\p{N}]|[^\S\n])*$/u.test(since)) return true;
  return [before, since].some((text) => question.test(text.slice(lastStop(text))));
}

/** Whether a question mark would stand in a clause that asks nothing and goes on: "returns question mark if". */
function isNoQuestion(saying: Saying, signs: Signs): boolean {
  const { since, behind, mark } = saying;
  if (!mark.text.endsWith('?') || !/\p{L}\s*$/u.test(since) || isAsked(saying, signs)) return false;
  return (
    signs.follower.test(behind) && !signs.question.test(since.slice(since.lastIndexOf(',') + 1))
  );
}

/** Whether another mark than it ends a question, which is about it: "Do we need em dash?", "Why full stop?". */
function isAskedAbout(saying: Saying, signs: Signs): boolean {
  const { since, behind, mark } = saying;
  if (!/^\s?\?/u.test(behind) || mark.text.endsWith('?')) return false;
  if (mark.role === 'pause') return isQuestion(saying, signs);
  return mark.role === 'end' && /^\P{L}*[\p{L}\p{M}'’]+\s*$/u.test(since.slice(lastStop(since)));
}

/**
 * Whether a sentence that begins as a question goes on to the question mark that is written: "accept
 * question mark after it?". What follows a line may be another question.
 */
function isInQuestion(saying: Saying, signs: Signs): boolean {
  const { behind, mark } = saying;
  const [rest] = /^[^.!?…\n]*(?=\?)/u.exec(behind) ?? [];
  if (rest === undefined) return false;
  const isPlace = signs.follower.test(behind);
  if (mark.text.endsWith('?') && isPlace) return true;
  if (signs.question.test(behind) || !isQuestion(saying, signs)) return false;
  switch (mark.role) {
    case 'end':
      return true;
    case 'pause':
      return isPlace && !signs.list.jointAtStart.test(behind);
    case 'break':
      return rest.trim().split(/\s+/u).length <= 3 && !signs.anyone.test(rest);
    case 'open':
    case 'close':
    case 'symbol':
      return false;
  }
}

/** Whether the phrase ends a question whose last word is a preposition: "Where is it from". */
function isStranded(saying: Saying, signs: Signs): boolean {
  return isAsked(saying, signs) && signs.stranded.test(saying.since);
}

/** Whether what follows goes on with the phrase's clause, and does not ask a question of its own. */
function isGoingOn(saying: Saying, signs: Signs): boolean {
  if (signs.goesOn.test(saying.behind)) return true;
  return signs.predicate.test(saying.behind) && !isAsked(saying, signs);
}

/** Whether it is ¿ or ¡, which words that begin a sentence follow: "abre interrogación es verdad". */
function isOpeningSentence({ mark }: Saying): boolean {
  return mark.text === '¿' || mark.text === '¡';
}

function isQuoted({ before, behind }: Saying): boolean {
  return /["'“”„«»‘`(]\s?$/u.test(before) && /^\s?["'“”»«’`)]/u.test(behind);
}

function lastStop(text: string): number {
  const stop = /[.!?…\n:;][^.!?…\n:;]*$/u.exec(text);
  return stop === null ? 0 : stop.index + 1;
}

const NEEDS_NUMBER: ReadonlySet<string> = new Set(Array.from('%°¢'));

const ANY_WORD = /^[^\S\n]+\p{L}/u;
const SMALL_WORD = /^[^\S\n]+\p{Ll}/u;
const SENTENCE_END = /^\s*(?:$|[.?!])/u;
