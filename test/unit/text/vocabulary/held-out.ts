import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namesIn } from '../../../../src/text/vocabulary/identifiers';
import type { FoundName } from '../../../../src/text/vocabulary/found-name';
import {
  candidatesAmong,
  candidatesOf,
  rankVocabulary,
  type Vocabulary,
} from '../../../../src/text/vocabulary/rank';

const NODE_MODULES = path.resolve(import.meta.dirname, '../../../../node_modules');

/** Lines on each side of the anchor that count as near it, as in `document-words.ts`. */
const NEAR_LINES = 10;
/** Lines that a window shows on each side of the caret. */
const VISIBLE_LINES = 22;
/** Lines that the person is about to dictate. */
const HELD_OUT_LINES = 5;
/** Other files of the folder that are open too. */
const OPEN_NEIGHBOURS = 3;
/** The shortest file that has a middle, in lines. */
const MIN_LINES = 80;
/** Where in a file the person dictates. */
const DEPTHS = [0.2, 0.35, 0.5, 0.65, 0.8];
/** The most files of one package, to keep the test short. */
const MAX_FILES = 12;

/** A place in a real file: what comes there, and what the rest of the package tells about it. */
export interface Place {
  /** The identifiers that the person is about to say, each once. */
  readonly next: readonly string[];
  readonly vocabulary: Vocabulary;
}

/** Places in the longer source files below `folder` of node_modules. */
export function placesIn(folder: string): readonly Place[] {
  const root = path.join(NODE_MODULES, folder);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?js$/.test(file) && !file.endsWith('.validate.mjs'))
    .sort()
    .map((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      return {
        file,
        text,
        candidates: candidatesAmong(namesIn(text, 'javascript'), 'editor', file),
      };
    });
  const names = files.map(({ file }) => path.basename(file));
  const long = files.filter(({ text }) => text.split('\n').length >= MIN_LINES);
  const every = Math.ceil(long.length / MAX_FILES);
  return long
    .filter((_, i) => i % every === 0)
    .flatMap(({ file, text }) => {
      const open = files
        .filter((other) => path.dirname(other.file) === path.dirname(file) && other.file !== file)
        .slice(0, OPEN_NEIGHBOURS);
      const background = [
        ...open.flatMap(({ candidates }) => candidates),
        ...candidatesOf(names, 'file', ''),
      ];
      return DEPTHS.map((depth) => placeAt(text.split('\n'), depth, background));
    });
}

function placeAt(
  lines: readonly string[],
  depth: number,
  background: Parameters<typeof rankVocabulary>[0],
): Place {
  const at = Math.floor(lines.length * depth);
  const rest = [...lines.slice(0, at), ...lines.slice(at + HELD_OUT_LINES)];
  const known = namesIn(rest.join('\n'), 'javascript');
  const around = (count: number): readonly FoundName[] =>
    between(known, rest, Math.max(0, at - count), at + count);
  const all = namesIn(lines.join('\n'), 'javascript');
  const next = between(all, lines, at, at + HELD_OUT_LINES);
  const vocabulary = rankVocabulary([
    ...candidatesAmong(around(NEAR_LINES), 'anchor', ''),
    ...candidatesAmong(around(VISIBLE_LINES), 'visible', ''),
    ...candidatesAmong(known, 'document', ''),
    ...background,
  ]);
  return { next: [...new Set(next.map(({ name }) => name))], vocabulary };
}

/** The names that stand in the lines from `from` to before `to`. */
function between(
  names: readonly FoundName[],
  lines: readonly string[],
  from: number,
  to: number,
): readonly FoundName[] {
  const start = lines.slice(0, from).join('\n').length;
  const end = lines.slice(0, to).join('\n').length;
  return names.filter(({ at }) => at >= start && at <= end);
}

/** Every word of the source files below `folder` of node_modules that can be a name, once. */
export function wordsIn(folder: string): readonly string[] {
  const root = path.join(NODE_MODULES, folder);
  const words = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[cm]?js$/.test(file) && !file.endsWith('.validate.mjs'))
    .flatMap(
      (file) =>
        readFileSync(path.join(root, file), 'utf8').match(/(?<![\w$])[a-z_$][\w$]{2,}/gi) ?? [],
    );
  return [...new Set(words)];
}

/** Plain English from the README of a package: no code, no links, nothing in backticks. */
export function proseOf(packageName: string): readonly string[] {
  const text = readFileSync(path.join(NODE_MODULES, packageName, 'README.md'), 'utf8');
  return text
    .replace(/```[^]*?```/g, '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s+/g, ' ').trim())
    .filter((paragraph) => /^[A-Z][^`<>[\]{}|#*_=]+[.!?]$/.test(paragraph));
}
