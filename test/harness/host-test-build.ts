import { build } from 'esbuild';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from './repository';

/**
 * Bundles `test/host/index.ts` and each `test/host/*.test.ts` for the extension host, which knows
 * no TypeScript.
 *
 * @param outdir inside the repository, whose packages the bundles load at run time
 * @returns the file to give VS Code as `extensionTestsPath`
 */
export async function buildHostTests(outdir: string): Promise<string> {
  const folder = path.join(REPOSITORY, 'test/host');
  const tests = readdirSync(folder).filter((file) => file.endsWith('.test.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((file) => path.join(folder, file)),
    outdir,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // From node_modules at run time: mocha and koffi cannot be bundled.
    packages: 'external',
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.js');
}

// For `.vscode/tasks.json`, before the host tests are run from VS Code itself.
if (process.argv[1] === import.meta.filename) {
  void buildHostTests(path.join(REPOSITORY, 'out/host'));
}
