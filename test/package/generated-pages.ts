import { manifest } from '../fixtures/english-manifest';
import { spokenCommandList } from '../../src/text/prose/list';
import { codeWordList } from '../../src/text/code/list';
import { LANGUAGES } from '../../src/text/languages/languages';
import { spokenCommandSections } from '../../src/ui/spoken-command-lines';

const PREFIX = 'voiceDictation.';
const HEAD = '<!-- Written by test/package/documents.test.ts (WRITE_DOCS=1); do not edit. -->';

/** What a setting's page needs of its declaration; each has its own shape in JSON. */
interface Declaration {
  readonly default: unknown;
  readonly markdownDescription: string;
  /** Why it is not to be used any more, and what is instead. */
  readonly markdownDeprecationMessage?: string;
  readonly scope: string;
  readonly enum?: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly string[];
}

const properties: Readonly<Record<string, Declaration>> =
  manifest.contributes.configuration.properties;

const WHOSE: Readonly<Record<string, string>> = {
  machine: 'This computer’s: no workspace can change it.',
  application: 'Yours, on all your computers: no workspace can change it.',
  window: 'A workspace can have its own.',
  resource: 'A workspace or a folder can have its own.',
  'machine-overridable': 'This computer’s; a workspace can have its own.',
  'language-overridable': 'A workspace, a folder or a language can have its own.',
};

/** Pages of `docs/` that are made of the manifest and of what each language knows. */
export function generatedPages(): Readonly<Record<string, string>> {
  return { 'settings.md': settingsPage(), 'spoken-commands.md': spokenCommandsPage() };
}

/** Links between settings are the settings page's own. */
function plain(text: string): string {
  return text.replaceAll(/`#voiceDictation\.([\w.]+)#`/g, '`$1`');
}

function settingsPage(): string {
  const sections = Object.entries(properties).map(([id, setting]) => {
    const values = (setting.enum ?? []).map((value, i) => {
      const meaning = setting.markdownEnumDescriptions?.[i] ?? '';
      return `- \`${String(value)}\`${meaning === '' ? '' : `: ${meaning}`}`;
    });
    const deprecation = setting.markdownDeprecationMessage;
    return [
      `## ${id.slice(PREFIX.length)}`,
      plain(setting.markdownDescription),
      ...(deprecation === undefined ? [] : [`**Deprecated.** ${plain(deprecation)}`]),
      ...(values.length === 0 ? [] : [values.join('\n')]),
      `Default: ${shown(setting.default)}. ${WHOSE[setting.scope] ?? setting.scope}`,
    ].join('\n\n');
  });
  return `# Settings

${HEAD}

All begin with \`voiceDictation.\`; **Preferences: Open Settings** finds them by that.

${sections.join('\n\n')}

## Of VS Code’s own

One default is changed: \`terminal.integrated.commandsToSkipShell\` has \`voiceDictation.toggle\` and
\`voiceDictation.dictateToAgent\`, so that their keys work in a terminal.
`;
}

function shown(value: unknown): string {
  const json = JSON.stringify(value, null, 2);
  return json.includes('\n') ? `\n\n\`\`\`json\n${json}\n\`\`\`\n\n` : `\`${json}\``;
}

function spokenCommandsPage(): string {
  const languages = LANGUAGES.map(({ id }) => id);
  const parts = languages.map((language) => {
    const commands = [...spokenCommandList([language]), ...codeWordList([language])];
    const sections = spokenCommandSections(commands).map(({ heading, lines }) => {
      const rows = lines.map(({ label, description, detail = '' }) => {
        const [, where, others = ''] = /^(.*?)(?:^| · |$)(?:or: (.*))?$/.exec(detail) ?? [];
        return row([label, others, [description, where].filter(Boolean).join('; ')]);
      });
      return `### ${heading}\n\n${row(['Say', 'or', 'What happens'])}\n${row(['---', '---', '---'])}\n${rows.join('\n')}`;
    });
    const name = new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
    return `## ${name}\n\n${sections.join('\n\n')}`;
  });
  return `# Spoken commands

${HEAD}

What can be said in each language, for the languages in \`recognition.languages\`; **Show Spoken Commands** searches the
same lists. [What to say](what-to-say.md) tells when a phrase acts and when it is written.

${parts.join('\n\n')}
`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('`', '\\`')).join(' | ')} |`;
}
