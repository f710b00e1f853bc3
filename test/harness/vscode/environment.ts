/** What a nested npm still has to know when an outer `npm run` set it. */
const KEPT = ['npm_config_cache', 'npm_config_registry', 'npm_config_userconfig'];

/**
 * `env` without what an outer `npm run` or an editor's terminal put there: either would change what
 * a nested npm or VS Code server does.
 */
export function withoutNpmAndEditor(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => KEPT.includes(name.toLowerCase()) || !/^(npm_|VSCODE_|ELECTRON_)/i.test(name),
    ),
  );
}
