import type { CommandGroup, ListedCommand } from '../core/listed-command';
import { said, t } from './messages/translation';

/** One line of the list of spoken commands. */
interface SpokenCommandLine {
  readonly label: string;
  /** What it does, and in which language it is said, where there are several. */
  readonly description: string;
  /** Where it does so, and what else can be said for it. */
  readonly detail?: string;
}

/** The lines of one kind of commands, under its heading. */
export interface SpokenCommandSection {
  readonly heading: string;
  readonly lines: readonly SpokenCommandLine[];
}

const HEADINGS: readonly (readonly [CommandGroup, string])[] = [
  ['command', t('Commands')],
  ['punctuation', t('Punctuation')],
  ['formatter', t('Names in code')],
  ['symbol', t('Symbols in code')],
];

/** The commands by kind, each with its language where there are several; kinds without any are left out. */
export function spokenCommandSections(
  commands: readonly ListedCommand[],
): readonly SpokenCommandSection[] {
  const languages = new Set(commands.map(({ language }) => language));
  const line = ({ phrase, alternatives, description, language }: ListedCommand) => {
    const [does = '', ...where] = description.map(said);
    const others = alternatives.length > 0 ? [t('or: {0}', alternatives.join(', '))] : [];
    // There is room for little beside the phrase; a line of its own has more.
    const detail = [...where, ...others].join(' · ');
    return {
      label: phrase,
      description: languages.size > 1 ? `${does} (${language})` : does,
      ...(detail !== '' && { detail }),
    };
  };
  return HEADINGS.map(([group, heading]) => ({
    heading,
    lines: commands.filter((command) => command.group === group).map(line),
  })).filter(({ lines }) => lines.length > 0);
}
