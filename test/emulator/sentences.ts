import { readFileSync } from 'node:fs';
import type { RecognisedWord } from './recogniser';

/** A sentence that can be recognised: its words as they are heard and as they are written. */
export type Sentence = readonly { readonly heard: string; readonly written: string }[];

/** @returns the words of `text` paired with their spelling in PocketSphinx's dictionary */
export function sentence(text: string): Sentence {
  return text
    .split(/\s+/)
    .map((written) => ({ written, heard: written.toLowerCase().replace(/[^a-z']/g, '') }))
    .filter(({ heard }) => heard !== '');
}

/**
 * Reads the sentences of a speech-fixture manifest: a JSON list of objects with a `text`.
 * @throws {Error} when the file is something else
 */
export function readSentences(manifestPath: string): readonly Sentence[] {
  const manifest: unknown = JSON.parse(readFileSync(manifestPath, 'utf8'));
  if (!Array.isArray(manifest)) throw new Error(`${manifestPath} is not a list`);
  return manifest.map((entry: unknown) => {
    if (typeof entry === 'object' && entry !== null && 'text' in entry) {
      if (typeof entry.text === 'string') return sentence(entry.text);
    }
    throw new Error(`${manifestPath} has an entry without text`);
  });
}

/** A JSGF grammar of any number of the sentences, one after the other. */
export function grammarOf(sentences: readonly Sentence[]): string {
  const alternatives = sentences.map((words) => words.map(({ heard }) => heard).join(' '));
  return `#JSGF V1.0;\ngrammar g;\npublic <s> = (${alternatives.join(' | ')})+;\n`;
}

/** Heard words as they are written: sentence by sentence, the last one perhaps cut off. */
export function writeSentences(
  heard: readonly RecognisedWord[],
  sentences: readonly Sentence[],
): readonly RecognisedWord[] {
  const written: RecognisedWord[] = [];
  while (written.length < heard.length) {
    const rest = heard.slice(written.length);
    const best = sentences
      .map((words) => ({ words, length: commonLength(words, rest) }))
      .filter(({ words, length }) => length === words.length || length === rest.length)
      .reduce<{ words: Sentence; length: number } | undefined>(
        (longest, match) => (match.length > (longest?.length ?? 0) ? match : longest),
        undefined,
      );
    // Not the beginning of anything: written as heard.
    const length = best?.length ?? 1;
    for (const [i, word] of rest.slice(0, length).entries()) {
      written.push({ ...word, text: best?.words[i]?.written ?? word.text });
    }
  }
  return written;
}

/** Heard words as one plain sentence: nothing tells where it has commas or ends. */
export function writeFreely(
  heard: readonly RecognisedWord[],
  isFinal: boolean,
): readonly RecognisedWord[] {
  return heard.map((word, i) => {
    const isCapital = i === 0 || /^i('|$)/.test(word.text);
    const text = isCapital ? word.text.charAt(0).toUpperCase() + word.text.slice(1) : word.text;
    return { ...word, text: isFinal && i === heard.length - 1 ? `${text}.` : text };
  });
}

function commonLength(words: Sentence, heard: readonly RecognisedWord[]): number {
  const different = words.findIndex(({ heard: word }, i) => word !== heard[i]?.text);
  return different === -1 ? words.length : different;
}
