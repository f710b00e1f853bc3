import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { buildHostTests } from './host-test-build';
import { REPOSITORY } from './repository';
import type { Tally } from './tally';
import { startTestReportServer } from './test-report-server';

/**
 * Runs `test/host` in a desktop VS Code, downloaded where it is not there yet; for machines that
 * can download and have a display. `dist/` must have been built.
 *
 * @throws {Error} when VS Code cannot be downloaded
 */
export async function runDesktopTests(print: (line: string) => void): Promise<Tally> {
  const vscodeExecutablePath = await downloadAndUnzipVSCode('stable');
  const out = path.join(REPOSITORY, 'out');
  await mkdir(out, { recursive: true });
  const bundles = await mkdtemp(path.join(out, 'desktop-'));
  // In the temporary folder, because macOS limits the length of a socket's path.
  const data = await mkdtemp(path.join(os.tmpdir(), 'desktop-'));
  const report = await startTestReportServer(print);
  try {
    const extensionTestsPath = await buildHostTests(bundles);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: [
        REPOSITORY,
        path.join(REPOSITORY, 'test/fixtures/model-extension'),
      ],
      extensionTestsPath,
      extensionTestsEnv: report.env,
      launchArgs: ['--disable-workspace-trust', `--user-data-dir=${data}`],
    }).catch((error: unknown) => {
      // It also rejects when tests failed, which have been counted one by one.
      print(`  VS Code: ${String(error)}`);
    });
    return report.tally();
  } finally {
    await report.close();
    for (const folder of [bundles, data]) {
      await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    }
  }
}
