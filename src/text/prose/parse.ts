import type { SpokenCommand } from '../spoken-command';
import type { Language } from '../languages/language';
import { lexiconOf, normalPhrase } from './lexicon';
import { parseNumber } from '../languages/numbers';

/**
 * The command that a final is, when it is nothing else; case, spaces, hyphens and the punctuation
 * around it are ignored. Two commands in one final are none; {@link writePunctuation} writes those
 * that are marks. `write` may end with line breaks (Spanish "punto y aparte").
 *
 * @param languages codes such as `de` or `de-AT`; none: English
 */
export function parseSpokenCommand(
  text: string,
  languages: readonly string[],
): SpokenCommand | undefined {
  const { languages: spoken, commands } = lexiconOf(languages);
  const said = normalPhrase(text);
  const command = commands.get(said);
  if (command !== undefined) return command;
  for (const language of spoken) {
    const filled = goToLine(said, language) ?? snippet(said, language);
    if (filled !== undefined) return filled;
  }
  return undefined;
}

function goToLine(said: string, { goToLine, numbers }: Language): SpokenCommand | undefined {
  const lines = restsAfter(said, goToLine).map((rest) => parseNumber(rest, numbers));
  const line = lines.find((number) => number !== undefined && number > 0);
  return line === undefined ? undefined : { kind: 'go-to-line', line };
}

function snippet(said: string, { snippet }: Language): SpokenCommand | undefined {
  const name = restsAfter(said, snippet)[0];
  return name === undefined ? undefined : { kind: 'snippet', name };
}

/** What is said after each of `phrases` that `said` begins with. */
function restsAfter(said: string, phrases: readonly string[]): readonly string[] {
  return phrases
    .map((phrase) => `${normalPhrase(phrase)} `)
    .filter((start) => said.startsWith(start))
    .map((start) => said.slice(start.length));
}
