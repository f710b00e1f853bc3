/**
 * Where states, codes, counts and durations are logged. Never audio, transcript text, keys or URLs
 * with secrets (house rule 5). VS Code's `LogOutputChannel` satisfies it.
 */
export interface Log {
  debug(message: string): void;
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}
