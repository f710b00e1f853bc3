/** The commands whose keys a terminal leaves to VS Code, as the manifest asks. */
export const TERMINAL_KEY_COMMANDS = [
  'voiceDictation.toggle',
  'voiceDictation.dictateToAgent',
  'voiceDictation.restoreRawText',
];

/**
 * The commands whose keys go to a terminal's shell although the manifest asks for them: its default can
 * be one extension's only, and a list of the person's own stands instead of all. What they have taken
 * out themselves (`-command`) is none of them.
 *
 * @param setting `terminal.integrated.commandsToSkipShell`
 */
export function keptFromTerminals(setting: unknown): readonly string[] {
  const listed = listOf(setting);
  return TERMINAL_KEY_COMMANDS.filter(
    (command) => !listed.includes(command) && !listed.includes(`-${command}`),
  );
}

/** The setting with which the keys reach VS Code, beside all that it lets through. */
export function withKeysLetThrough(setting: unknown): readonly unknown[] {
  return [...listOf(setting), ...keptFromTerminals(setting)];
}

function listOf(setting: unknown): readonly unknown[] {
  return Array.isArray(setting) ? setting : [];
}
