import type { Language } from '../languages/language';
import { endsWithOpenAbbreviation, endsWithTitle, isGoingOn } from '../seam/abbreviations';
import { actionsOf, lexiconOf, normalPhrase } from './lexicon';
import { parseSpokenCommand } from './parse';
import { writePunctuation } from './write-punctuation';

/** What a sentence ends with, before quotes and brackets that close. */
const SENTENCE_END = /[.?!…。？！؟।][\p{Pe}\p{Pf}"'”’]*$|\n$/u;

/** The number of an item is no sentence: "1. Build it. 2. Send it.", "Step 2. Send it.", "b. Send it." */
const ITEM_NUMBER = /(?:^|\n|[.?!…]\s+)(?:\p{L}+,?\s+)?(?:\p{N}+|\p{L})\.$/u;

/** Behind these, a sentence begins with a capital, or goes on: "am 3. abschicken", "wait... send it". */
const MAY_GO_ON = /(?:\p{N}\.|\.\.\.|…)$/u;

/** Behind the phrase, it is part of something quoted, emphasised or put in brackets. */
const ENCLOSED = /[\p{Pe}\p{Pf}\p{Pi}"'”’`*_][.?!…\s]*$/u;

/** Who is not at the end yet goes on with what to send: "Send it, and …", "Send it..." */
const GOES_ON = /(?:[\p{Pd},:;、，：；…]|\.\.)[.\s]*$/u;

/** The item of a list. */
const ITEM = /^\s*[\p{Pd}•*]\s/u;

/** Who asks whether to send wants an answer, and nothing sent. */
const QUESTION = /[?？؟][\p{Po}\p{Pe}\p{Pf}"'\s]*$/u;

/** Whether a final that is, or ends with, the phrase that sends only asks, quotes it, or goes on. */
export function onlyMentionsSending(text: string): boolean {
  return [QUESTION, ENCLOSED, GOES_ON, ITEM].some((pattern) => pattern.test(text));
}

/** The longest phrase, with room. */
const LONGEST = 60;

/**
 * What is left of a final that ends with the phrase that sends, said after the end of a sentence: "Fix it.
 * Send it." leaves "Fix it."; "please send it" is text.
 *
 * @param languages codes such as `de` or `de-AT`; none: English
 * @returns nothing where the phrase does not stand there
 */
export function withoutSubmit(text: string, languages: readonly string[]): string | undefined {
  const { languages: spoken } = lexiconOf(languages);
  if (onlyMentionsSending(text)) return undefined;
  const tail = normalPhrase(text.slice(-LONGEST));
  const phrases = spoken.flatMap((language) =>
    actionsOf(language).flatMap(([id, said]) => (id === 'submit' ? said.map(normalPhrase) : [])),
  );
  for (const phrase of phrases) {
    if (!tail.endsWith(` ${phrase}`) && !tail.endsWith(`¡${phrase}`)) continue;
    const words = beforeWords(text, phrase.split(' ').length);
    const before = words.replace(/[\s¡]+$/u, '');
    const isLower = /^\p{Ll}/u.test(text.slice(words.length));
    const written = writePunctuation(before, languages);
    if (!endsSentence(written, spoken) || (isLower && MAY_GO_ON.test(written))) continue;
    const isHeldBack = takesBack(written, languages) || isRefusal(written, spoken);
    if (!isHeldBack && !isOpen(before)) return before;
  }
  return undefined;
}

/**
 * Whether the phrase that sends, said alone behind `left`, belongs to that: "Ask Mr." "Send it.", "Don't." "Send it."
 *
 * @param languages as in {@link withoutSubmit}
 */
export function isPartOf(left: string, languages: readonly string[]): boolean {
  return isGoingOn(left) || isRefusal(left, lexiconOf(languages).languages);
}

/** Answers, behind which something else may be asked for. */
const ANSWERS = new Set(['no', 'nein', 'non']);

/** Longer ones say something of their own: "The second test still does not." */
const REFUSAL_WORDS = 3;

/**
 * Whether the last sentence of a text only says not to do what comes behind it, after a pause: "Please don't.", "Not
 * yet.", "Noch nicht." Nothing is sent then, even where "Geht nicht." was meant for the agent.
 */
function isRefusal(text: string, languages: readonly Language[]): boolean {
  const last = lastSentence(text);
  if (last.includes('?')) return false;
  const words = normalPhrase(last).split(/[\s,]+/u);
  const [first = '', end = ''] = [words[0], words.at(-1)];
  if (words.length > REFUSAL_WORDS || (words.length === 1 && ANSWERS.has(end))) return false;
  const isNot = /^(?:not|nicht|pas)$/u.test(first) && words.length === 2;
  const negations = languages.flatMap((language) => language.negations).join('|');
  const isNegated = new RegExp(`^(?:${negations})$`, 'u').test(end);
  return isNot || (isNegated && (words.length < REFUSAL_WORDS || /(?:^not|n't)$/u.test(end)));
}

function lastSentence(text: string): string {
  return /[^.?!…\n]*[.?!…\s]*$/u.exec(text)?.[0] ?? '';
}

function endsSentence(text: string, languages: readonly Language[]): boolean {
  if (endsWithOpenAbbreviation(text) || endsWithTitle(text, languages)) return false;
  return SENTENCE_END.test(text) && !ITEM_NUMBER.test(text);
}

/** Whether a quote or a bracket has begun in a text, and not ended. */
function isOpen(text: string): boolean {
  let isQuoted = false;
  // In each language the marks come in pairs; one that can only end a quote has begun in the last final.
  for (const [mark] of text.matchAll(/["“”„«»]/gu)) isQuoted = !isQuoted && mark !== '”';
  return isQuoted || text.lastIndexOf('(') > text.lastIndexOf(')');
}

/** Whether the last sentence of a text takes it back: "No. Scratch that." */
function takesBack(text: string, languages: readonly string[]): boolean {
  const kind = parseSpokenCommand(lastSentence(text), languages)?.kind;
  return kind === 'scratch' || kind === 'undo';
}

/** `text` without its last words. */
function beforeWords(text: string, count: number): string {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}\p{N}]+)*/gu)];
  return text.slice(0, words.at(-count)?.index);
}
