import type { References } from '../../text/prompts/references';
import { isReadable } from '../../text/vocabulary/name';
import type { Agent } from './agents';

/** What a person is looking at while they talk to an agent in a terminal. */
export interface Shown {
  /** The file's path, with slashes. */
  readonly path: string;
  /** Lines of the selection, counted from 1; undefined: nothing is selected. */
  readonly selected: { readonly first: number; readonly last: number } | undefined;
  /** The line of the caret, counted from 1. */
  readonly line: number;
}

/** Nothing that a shell, a terminal or an agent takes for more than a name. */
const PLAIN_PATH =
  /^(?:[A-Za-z]:)?(?:\/?(?![-~])[\p{L}\p{M}\p{N}_.@+()[\]{}-]+)(?:\/(?!-)[\p{L}\p{M}\p{N}_.@+()[\]{}-]+)*$/u;

/**
 * How what is shown is written in a prompt for `agent`, by what is said for it; without what there is
 * not, and without any where the path has a character that could mean more than itself.
 *
 * @param cwd the folder that the agent was started in, with slashes; undefined: not known
 */
export function referencesTo(
  { path, selected, line }: Shown,
  agent: Agent,
  cwd: string | undefined,
): References {
  const file = relativePath(path, cwd);
  if (!isPlainPath(file)) return {};
  const lines = (first: number, last: number): string => written(file, { first, last }, agent);
  return {
    file: written(file, undefined, agent),
    line: lines(line, line),
    ...(selected !== undefined && { selection: lines(selected.first, selected.last) }),
  };
}

/** `path` as somebody in the folder `cwd` calls it. */
function relativePath(path: string, cwd: string | undefined): string {
  const folder = cwd?.replace(/\/+$/u, '');
  return folder !== undefined && path.startsWith(`${folder}/`)
    ? path.slice(folder.length + 1)
    : path;
}

/** Whether a path has nothing that could mean more than itself, at a prompt or on a screen. */
export function isPlainPath(path: string): boolean {
  // macOS takes letters and their marks apart; a folder and an ending may be of another script than the name.
  return PLAIN_PATH.test(path) && path.normalize('NFC').split(/[/.]/u).every(isReadable);
}

/** How a whole file is written in a prompt for `agent`; nothing where its path could mean more. */
export function mentionOf(
  path: string,
  agent: Agent | undefined,
  cwd: string | undefined,
): string | undefined {
  const file = relativePath(path, cwd);
  if (!isPlainPath(file)) return undefined;
  return agent === undefined ? `@${file}` : written(file, undefined, agent);
}

/** Panels in whose prompts paths begin at the workspace's folder with a slash: `@/src/run.ts`. */
const ROOTED = new Set(['Cline', 'Roo Code', 'Kilo Code']);

/**
 * How a file is written in the prompt of a panel; nothing where its path could mean more, or it is in none of
 * the workspace's folders, which is where panels work.
 *
 * @param folders their paths, with slashes
 */
export function panelMention(
  panel: string,
  path: string,
  folders: readonly string[],
): string | undefined {
  const folder = folders.find((each) => path.startsWith(`${each}/`));
  const mention = folder === undefined ? undefined : mentionOf(path, undefined, folder);
  return ROOTED.has(panel) ? mention?.replace('@', '@/') : mention;
}

function written(
  file: string,
  lines: { readonly first: number; readonly last: number } | undefined,
  { references }: Agent,
): string {
  const named = references === 'path' ? file : `@${file}`;
  if (lines === undefined) return named;
  const { first, last } = lines;
  if (references === 'lines') {
    return `${named}#L${String(first)}${last === first ? '' : `-${String(last)}`}`;
  }
  return first === last
    ? `${named} (line ${String(first)})`
    : `${named} (lines ${String(first)}-${String(last)})`;
}
