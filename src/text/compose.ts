import type { InsertionSettings } from '../core/settings';
import { codeMark, codeSeam, writeCodeAt } from './code/write-code';
import { saysClosingQuote } from './code/closing-quote';
import { grammarOf } from './code/grammar';
import { writeNames } from './prompts/names';
import type { Lower } from './prose/sentence';
import { writePunctuation } from './prose/write-punctuation';
import { codeLanguages, fluent, heardFirst, languageOf } from './heard-language';
import { lowerFirstWord } from './seam/first-letter';
import { closingMarks, givesWay, isLostInAside, isStopThere } from './seam/own-stop';
import { joinAtSeam, owedStop, type Seam } from './seam/seam';
import { spaceBetween } from './seam/seam-space';
import { isMidSentence } from './seam/sentence-place';
import { PLACEHOLDER } from './placeholder';
import { plainText } from '../core/plain-text';
import { writtenText } from './written-text';
import { applyReplacements, type Replacement } from './replacements';
import { isAfterCommentMarker, scopeAt, type Scope } from './scope';
import { isCommonWord } from './vocabulary/english';
import { newEffort, respellAll, respellInBackticks, type Respell } from './vocabulary/respell';
import { spellingOf } from './vocabulary/spelling';

/** How one person's finals are to be written, whatever the place. */
export interface WritingStyle {
  readonly insertion: InsertionSettings;
  /** The languages that may be spoken, as codes, most likely first; empty: any. */
  readonly languages: readonly string[];
  /** The language that this final was heard in, as the provider tells. */
  readonly heardIn?: string | undefined;
  /**
   * The workspace's identifiers as they are written there, the likeliest first. What is made of them
   * is kept with the array: the same identifiers in the same array cost nothing.
   */
  readonly identifiers: readonly string[];
  /** What the person has told the recogniser to expect (`recognition.keyterms`). */
  readonly keyterms?: readonly string[] | undefined;
  /** What `${selection}`, `${clipboard}` and `${date}` in replacements stand for. */
  readonly variables: Readonly<Record<'selection' | 'clipboard' | 'date', string>>;
  /** Whether the phrase that sends acts; else it is text like any other. */
  readonly submits?: boolean | undefined;
  /** Whether it is a prompt for an agent, in which names of the workspace may stand. */
  readonly isPrompt?: boolean | undefined;
}

/** One place that a final goes to. */
export interface Place {
  /** The text before it: its line, and the line above if it is at hand. */
  readonly left: string;
  /** The text behind it: the rest of its line, and the line below if it is at hand. */
  readonly right: string;
  readonly scope: Scope;
  /** VS Code's language id of the document, if there is one. */
  readonly languageId?: string | undefined;
  /** What the final before this one {@link Composed.owed owes}, while nothing was changed behind it. */
  readonly owed?: string | undefined;
  /**
   * The mark at the end of {@link left} that the recogniser has set by itself, while nobody has changed
   * it: it gives way to a mark that is said.
   */
  readonly stop?: string | undefined;
}

/** What is written for a final at one place. */
export interface Composed {
  /** With the spaces (at most one on each side) that join it to what stands around it; '' for nothing. */
  readonly text: string;
  /** The full stop that it gave up for what follows; '' for none (see `seam.ts`). */
  readonly owed: string;
  /** The mark at the end of {@link text} that the recogniser has set by itself; '' for none. */
  readonly stop: string;
  /** What goes from the end of {@link Place.left}: {@link Place.stop}, or nothing. */
  readonly replacedStop: string;
}

/** A text that ends as the person wants it, and takes nothing away. */
export function plainly(text: string): Composed {
  return { text, owed: '', stop: '', replacedStop: '' };
}

/**
 * What is written at `place` for a final that is text, or for the text of a `write` command. What
 * replacements wrote stands in it as it is, but for what is {@link writtenText never written}, and for
 * names that a formatter makes of it.
 */
export function compose(text: string, place: Place, style: WritingStyle): Composed {
  const { replacements, spokenCommands } = style.insertion;
  const held: Replacement[] = [];
  let heldCharacters = 0;
  const hold = (replacement: Replacement): string | undefined => {
    if (replacement.text === '') return '';
    if (heldCharacters + replacement.text.length > MAX_CHARACTERS) return undefined;
    heldCharacters += replacement.text.length;
    held.push(replacement);
    return PLACEHOLDER;
  };
  const clean = fluent(plainText(text), style);
  const said = applyReplacements(clean, replacements, style.variables, hold);
  if (said.trim() === '') return plainly('');
  const isClosing = spokenCommands && closesString(said, place, style);
  const isCode = place.scope === 'code' ? spokenCommands : isClosing;
  const characters = Math.max(text.length, said.length);
  if (characters > (isCode ? MAX_CODE_CHARACTERS : MAX_PROSE_CHARACTERS)) {
    return writePlainly(text, place, style);
  }
  const composed = isCode
    ? composeCodeBehind(said, held, place, style)
    : composeProse(said, held, place, style);
  return { ...composed, text: writtenText(composed.text, place.scope) };
}

/**
 * What is written at `place` for a text that the person keeps ready, a snippet say: the text as it is
 * but for what is {@link writtenText never written}, and the space that joins it to what stands before it.
 */
export function composeKept(text: string, { left, scope, languageId }: Place): string {
  const kept = writtenText(text, scope);
  if (/^\s|^$/u.test(kept)) return kept;
  if (scope === 'prose') return spaceBetween(left, kept) + kept;
  const joined = codeSeam({ left, text: kept, right: '' }, languageId);
  return joined.startsWith(' ') ? ` ${kept}` : kept;
}

/** Characters that may stand for what was said of one final: snippets, and what replaces words. */
const MAX_CHARACTERS = 20_000;

/**
 * Characters of one final that are composed: what nobody says in one turn must not hold the editor
 * up. A longer one is written as it was said. In a minute, the longest turn, nobody says more than 1500.
 */
const MAX_PROSE_CHARACTERS = 5000;

/** Code takes longer: each word is weighed against the line that it is written behind. */
const MAX_CODE_CHARACTERS = 2000;

/** What was said as it was said, but for what may not be written, joined to what stands around it. */
function writePlainly(text: string, { left, right, scope }: Place, style: WritingStyle): Composed {
  const language = style.languages[0];
  const joined = joinAtSeam({
    left,
    text: plainText(text),
    right,
    language,
    keepsCase: () => true,
  });
  return plainly(writtenText(joined, scope));
}

/** Code, which the recogniser's full stop at the end of a string gives way to where it closes that. */
function composeCodeBehind(
  said: string,
  held: readonly Replacement[],
  place: Place,
  style: WritingStyle,
): Composed {
  const { left, stop = '', scope } = place;
  const isLost = scope === 'prose' && stop === '.' && left.endsWith(stop);
  const replacedStop = isLost ? stop : '';
  const kept = left.slice(0, left.length - replacedStop.length);
  return { ...composeCode(said, held, { ...place, left: kept }, style), replacedStop };
}

/** Whether the place is in a string of code, and what is said closes it and goes on with code, or ends. */
function closesString(
  said: string,
  { left, scope, languageId }: Place,
  style: WritingStyle,
): boolean {
  if (scope !== 'prose' || languageId === undefined) return false;
  const languages = codeLanguages(said, style);
  if (!/^\s*["'`]\s*$/u.test(said) && !saysClosingQuote(said, grammarOf(languages))) return false;
  const { within, comment } = scopeAt(left, languageId);
  return within === 'string' && comment === undefined;
}

function composeCode(
  said: string,
  replacements: readonly Replacement[],
  { left, right, languageId }: Place,
  style: WritingStyle,
): Composed {
  if (isMark(said)) {
    return plainly(codeSeam({ left, text: codeMark(said), right }, languageId));
  }
  const spelling = spellingOf(style.identifiers);
  const effort = newEffort();
  const respell = (words: readonly string[]): ReturnType<Respell> =>
    spelling.respell(words, effort);
  const respellExactly = (words: readonly string[]): ReturnType<Respell> =>
    spelling.respell(words, { comparisons: 0 });
  const held = replacements.map(({ smallText }) => plainText(smallText));
  const spokenLanguages = codeLanguages(said, style);
  const options = { spokenLanguages, languageId, respell, respellExactly, held };
  return plainly(writeCodeAt({ left, text: said, right }, options));
}

function composeProse(
  said: string,
  held: readonly Replacement[],
  { left: before, right, owed = '', stop = '', scope, languageId }: Place,
  style: WritingStyle,
): Composed {
  const { languages, heardIn, insertion } = style;
  const language = languageOf(said, `${right} ${before}`, style);
  const told = languages.length === 0 ? [language ?? ''] : languages;
  const commandLanguages = heardFirst(heardIn, told);
  const { respell } = spellingOf(style.identifiers);
  // Where the language cannot be told, the capital may be that of a noun.
  const keepsCase = (word: string): boolean => language === undefined || isKnownWord(word, style);
  const knowledge = { language: language ?? 'und', keepsCase };
  const lower: Lower = (words, left) => lowerFirstWord(words, knowledge, { left, right });
  const punctuated = (text: string): string =>
    insertion.spokenCommands
      ? writePunctuation(text, commandLanguages, { lower, left: before })
      : text;
  // Line breaks of a mark that is said are meant.
  const spoken = punctuated(insertion.spokenCommands && isMark(said) ? said : said.trim());
  const inBackticks = (): string => respellInBackticks(spoken, respell);
  const spelled =
    scope === 'code'
      ? respellAll(spoken, respell)
      : style.isPrompt === true && insertion.namesInPrompts
        ? writeNames(inBackticks(), style.identifiers)
        : inBackticks();
  const meant = filled(
    spelled,
    held.map(({ text }) => text),
  );
  if (isStopThere(before, stop, meant)) return plainly('');
  const replacedStop = givesWay(before, stop, meant) ? stop : '';
  const left = before.slice(0, before.length - replacedStop.length);
  const [first, ...others] = held;
  const isSmall = spelled.startsWith(PLACEHOLDER) && isMidSentence(left + owed);
  const texts = [isSmall ? first?.smallText : first?.text, ...others.map(({ text }) => text)];
  const seam: Seam = {
    left,
    text: filled(spelled, texts),
    right,
    owed,
    ...knowledge,
    // Line breaks at its ends are ones that were asked for.
    isStartFixed: FIXED_START.test(spelled),
    isEndFixed: FIXED_END.test(spelled),
    isAfterMarker: isAfterCommentMarker(left, languageId),
  };
  const text = joinAtSeam(seam);
  if (isMark(said)) {
    // The sentence around an aside ends behind it.
    const isMoved = replacedStop !== '' && isLostInAside(before, meant);
    return { text, owed: isMoved ? replacedStop : '', stop: '', replacedStop };
  }
  const lost = owedStop(seam);
  const own = lost === '' ? closingMarks(spelled) : '';
  const isOwn = own !== '' && punctuated(said.trim().slice(0, -own.length)) + own === spoken;
  return { text, owed: lost, stop: isOwn ? own : '', replacedStop };
}

/** `text` with the texts that its placeholders stand for. */
function filled(text: string, held: readonly (string | undefined)[]): string {
  const [first = '', ...others] = text.split(PLACEHOLDER);
  return others.reduce((before, rest, i) => before + plainText(held[i] ?? '') + rest, first);
}

const FIXED_START = new RegExp(`^[\\n${PLACEHOLDER}]`, 'u');
const FIXED_END = new RegExp(`[\\n${PLACEHOLDER}]$`, 'u');

/** Whether nothing is said but marks: the text of a `write` command, say. */
function isMark(said: string): boolean {
  return !HAS_WORDS.test(said);
}

const HAS_WORDS = new RegExp(`[\\p{L}\\p{N}${PLACEHOLDER}]`, 'u');

/** Whether the person or the workspace writes `word` like this; any word may begin a sentence. */
function isKnownWord(
  word: string,
  { identifiers, keyterms = [], insertion }: WritingStyle,
): boolean {
  if (keyterms.includes(word)) return true;
  if (isCommonWord(word.toLowerCase())) return false;
  const texts = [...keyterms, ...Object.values(insertion.replacements)];
  return spellingOf(identifiers).names.has(word) || texts.some((text) => hasWord(text, word));
}

function hasWord(text: string, word: string): boolean {
  return text.includes(word) && (text.match(/[\p{L}\p{M}\p{N}_]+/gu)?.includes(word) ?? false);
}
