import type { TargetKind } from '../../core/target';
import { isName } from './name';
import { isNamedFile } from './named-files';
import { isPrivateFile } from './private-files';
import { looksRandom } from './random';

/** What is known of a place where words go. */
export interface PromptPlace {
  readonly kind: TargetKind;
  /** Codes of the languages that are spoken; none: any. */
  readonly languages: readonly string[];
  /** The name of the workspace's folder. */
  readonly project: string | undefined;
  /** The path of the document, if it is in the workspace, and VS Code's id of its language. */
  readonly document: { readonly path: string; readonly languageId: string } | undefined;
}

/** What is dictated at places of each kind. */
const WHAT: Readonly<Record<TargetKind, string>> = {
  editor: 'text',
  terminal: 'a command line',
  agent: 'a prompt for a coding agent',
  sourceControl: 'a commit message',
  chat: 'a prompt for a coding agent',
  input: 'a line of input',
  clipboard: 'a message',
};

/**
 * What a recogniser is told of a place, in sentences: who speaks what, in which project and file. A name
 * is only in it if it may be told, as among the keyterms: it {@link isName is a name}, looks like no key,
 * and is of no private file.
 */
export function placePrompt({ kind, languages, project, document }: PromptPlace): string {
  const spoken = languages.flatMap(languageName).join(' or ');
  const sentences = [
    `A software developer dictates ${WHAT[kind]}${spoken === '' ? '' : ` in ${spoken}`}.`,
  ];
  if (project !== undefined && mayBeTold(project)) sentences.push(`Project: ${project}.`);
  const file = document?.path.slice(document.path.lastIndexOf('/') + 1);
  if (document !== undefined && file !== undefined && !isPrivateFile(document.path)) {
    if (isNamedFile(document.path) && mayBeTold(file)) sentences.push(`File: ${file}.`);
    if (mayBeTold(document.languageId)) sentences.push(`Language: ${document.languageId}.`);
  }
  return sentences.join(' ');
}

function mayBeTold(name: string): boolean {
  return isName(name) && !looksRandom(name);
}

/** The English name of a language, by its code: `de` is German. */
function languageName(code: string): readonly string[] {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code);
    return name === undefined ? [] : [name];
  } catch {
    return []; // No code of a language.
  }
}
