// What a person reads: the sentences of the code, and the texts of the manifest.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { REPOSITORY } from '../harness/repository';

/** One string of the code. */
export interface CodeString {
  /** `src/ui/x.ts:12` */
  readonly at: string;
  readonly text: string;
}

/** What the code says. */
export interface CodeStrings {
  /** Keys of the translations: what `t`, `vscode.l10n.t` and `phrase` are called with. */
  readonly sentences: readonly CodeString[];
  /** What people would read in English, whatever their language. */
  readonly untold: readonly CodeString[];
  /** What `t` is called with that is no literal: nobody can tell its keys. */
  readonly unknown: readonly CodeString[];
}

/** Names, which are the same in all languages. */
const NAMES: ReadonlySet<string> = new Set([
  'Voice Dictation',
  'VS Code',
  'AssemblyAI',
  'Kroko',
  'Claude Code',
  'Visual Studio Code',
  'Node',
  // VS Code's `ConfigurationTarget`, which nobody reads: what people choose from is longer, or said by t.
  'Global',
  'Workspace',
]);

/** Their strings are command lines, ids and codes. */
const NOT_FOR_PEOPLE =
  /\/(?:core\/failure|command-ids|recorder-install|toggle-key|remembered-recorder|language-messages|api\/extension-api)\.ts$/;

/** What takes a sentence and has it in the language of the window, or leaves that to `ui`. */
const TELLERS: ReadonlySet<string> = new Set(['t', 'l10n.t', 'vscode.l10n.t', 'phrase']);

/**
 * Every string of `src`; `untold` only of what speaks to people: `src/ui`, and all that makes failures, for
 * what is known of one is shown behind what failed.
 */
export function codeStrings(): CodeStrings {
  const found = { sentences: [], untold: [], unknown: [] } as {
    readonly [key in keyof CodeStrings]: CodeString[];
  };
  for (const file of readdirSync(path.join(REPOSITORY, 'src'), { recursive: true })) {
    const name = `src/${String(file).replaceAll('\\', '/')}`;
    if (name.endsWith('.ts')) readFile(name, found);
  }
  return found;
}

function readFile(
  name: string,
  found: { readonly [key in keyof CodeStrings]: CodeString[] },
): void {
  const text = readFileSync(path.join(REPOSITORY, name), 'utf8');
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const speaks = name.startsWith('src/ui/') || text.includes('new DictationError(');
  const isForPeople = speaks && !NOT_FOR_PEOPLE.test(name);
  const at = (node: ts.Node): string =>
    `${name}:${String(file.getLineAndCharacterOfPosition(node.getStart()).line + 1)}`;

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isCallExpression(node) && TELLERS.has(node.expression.getText())) {
      const [sentence, ...values] = node.arguments;
      if (sentence !== undefined) {
        const where = { at: at(sentence), text: stringOf(sentence) ?? sentence.getText() };
        const isLiteral = ts.isStringLiteralLike(sentence);
        found[isLiteral ? 'sentences' : 'unknown'].push(where);
      }
      values.forEach(visit);
      return;
    }
    const said = stringOf(node);
    if (isForPeople && said !== undefined && isSpeech(said) && !isExempt(node)) {
      found.untold.push({ at: at(node), text: said });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}

function stringOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    node.head.text +
    node.templateSpans.map(({ literal }, i) => `{${String(i)}}${literal.text}`).join('')
  );
}

/** What a protocol calls its codes: the same in all languages, and in the log. */
const CODE = /^(?:HTTP|close code|code) (?:\{0\}|\d+|unknown)$/;
/** `session: terminated after {0} ms` */
const LOG_LINE = 'session: ';

/** Whether `text` has words for people: not an id, an address, a unit or a name. */
function isSpeech(text: string): boolean {
  const words = text
    .replaceAll(/\$\([\w~-]+\)/g, ' ')
    .replaceAll(/\{\d\}/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}….?!)]+$/gu, '');
  if (NAMES.has(words) || !/\p{L}{2}/u.test(words)) return false;
  if (/^\{\d\} (?:MB|ms|dB|MB\/s|s)$/.test(text)) return false;
  if (!/\s/.test(words) && /^[a-z_@]|:|^\W/.test(words)) return false;
  if (/^[a-z]\w+(?:\.[\w{}]+)+$/.test(text)) return false;
  if (CODE.test(text) || text.startsWith(LOG_LINE)) return false;
  return /\p{L}\s+\p{L}|\}\s*\p{L}{2}|\p{L}{2}\s*\{|^[A-Z][a-z]+…?$|^\p{L}+ /u.test(text);
}

/** For the log, for a programmer, or compared with: nobody reads it in the window. */
function isExempt(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isCallExpression(parent)) {
    return /\blog\.\w+$|Error$|\.(?:startsWith|includes)$/.test(parent.expression.getText());
  }
  if (ts.isNewExpression(parent)) return /Error$|RegExp$/.test(parent.expression.getText());
  if (ts.isPropertyAssignment(parent)) return parent.name === node;
  return (
    ts.isElementAccessExpression(parent) ||
    ts.isLiteralTypeNode(parent) ||
    ts.isPropertySignature(parent) ||
    ts.isComputedPropertyName(parent)
  );
}

/** A text of the manifest, and the key that it has in `package.nls.json`. */
export interface ManifestText {
  readonly key: string;
  readonly text: string;
  readonly replace: (text: string) => void;
}

type Json = Record<string, unknown>;

/** Properties of `contributes` that people read. */
const READ_BY_PEOPLE =
  /^(?:title|shortTitle|description|markdownDescription|deprecationMessage|markdownDeprecationMessage|altText|contents|label|placeholder)$/;
const LISTS_READ_BY_PEOPLE = /^(?:markdownEnumDescriptions|enumDescriptions|enumItemLabels)$/;

/** All texts of `manifest` that people read. */
export function manifestTexts(manifest: unknown): readonly ManifestText[] {
  const root = manifest as Json;
  const texts: ManifestText[] = [];
  const add = (owner: Json | unknown[], name: string | number, key: string): void => {
    const text: unknown = Reflect.get(owner, name);
    if (typeof text !== 'string' || text === '') return;
    texts.push({ key, text, replace: (other) => void Reflect.set(owner, name, other) });
  };
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) {
      value.forEach((item, i) => {
        walk(item, `${key}.${idOf(item) ?? String(i)}`);
      });
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const owner = value as Json;
    for (const [name, child] of Object.entries(owner)) {
      if (READ_BY_PEOPLE.test(name)) add(owner, name, `${key}.${name}`);
      else if (LISTS_READ_BY_PEOPLE.test(name) && Array.isArray(child)) {
        const values = Array.isArray(owner['enum']) ? owner['enum'] : [];
        child.forEach((_, i) => {
          add(child, i, `${key}.${String(values[i] ?? i)}`);
        });
      } else if (name === 'name' && key.startsWith('views')) add(owner, name, `${key}.name`);
      else if (name !== 'enum' && name !== 'default' && name !== 'keybindings') {
        walk(child, key === '' ? name : `${key}.${name}`);
      }
    }
  };
  add(root, 'description', 'description');
  walk(root['capabilities'], 'capabilities');
  walk(root['contributes'], '');
  return texts.map((each) => ({ ...each, key: shortened(each.key) }));
}

function idOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const id: unknown =
    Reflect.get(item, 'id') ?? Reflect.get(item, 'command') ?? Reflect.get(item, 'view');
  return typeof id === 'string' ? id : undefined;
}

/** `commands.start`, `settings.holdToTalk`: without what says nothing. */
function shortened(key: string): string {
  return key
    .replace('configuration.properties.', 'settings.')
    .replaceAll('voiceDictation.', '')
    .replace(/\.(?:markdownDescription|anyOf\.0)$/, '')
    .replace('.anyOf.0.', '.')
    .replace(/^(commands\.\w+)\.title$/, '$1');
}
