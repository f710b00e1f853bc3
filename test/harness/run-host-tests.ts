import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EMULATOR_KEY } from '../emulator/emulator';
import { selfSignedCertificate } from '../emulator/tls';
import { buildHostTests } from './host-test-build';
import { logLeaks } from './log-leaks';
import { run } from './programs';
import { packageFolder } from './packaged-extension';
import { REPOSITORY } from './repository';
import {
  parseSelection,
  SELECTION_OPTIONS,
  selectionEnvironment,
  type TestSelection,
} from './selection';
import { sum, type Tally } from './tally';
import { startTestReportServer } from './test-report-server';
import { startHost } from './vscode/host';
import type { VscodeVersion } from './vscode/install';
import { openWorkbench } from './vscode/workbench';

/** Mocha ends the longest test after two minutes, and each hook around it long before; a busy window is late with it. */
const SILENCE_DEADLINE_MS = 400_000;
/** Enough of the window's log to see why nothing came. */
const KEPT_LOG_LINES = 20;

/** What the tests use and no log file may have: the key, the password of `network.test.ts`'s proxy. */
const SECRETS = [EMULATOR_KEY, 's3cret'];

/** Which tests run, where. */
export interface HostTestOptions {
  readonly version: VscodeVersion;
  readonly selection?: TestSelection;
  /** The extension under test, built; the repository itself where nothing else is said. */
  readonly extensionDevelopmentPath?: string;
  readonly print?: (line: string) => void;
}

/** Has a language model whose answers a test gives, and who hands it what is sent in the chat. */
const MODEL_EXTENSION = path.join(REPOSITORY, 'test/fixtures/model-extension');

/**
 * Builds and runs `test/host` inside a real VS Code window, printing each result as it comes.
 * When something failed, a screenshot is left in `out/`.
 */
export async function runHostTests(options: HostTestOptions): Promise<Tally> {
  const print = options.print ?? console.log;
  const out = path.join(REPOSITORY, 'out');
  await mkdir(out, { recursive: true });
  const bundles = await mkdtemp(path.join(out, 'host-'));
  const workspace = await mkdtemp(path.join(os.tmpdir(), 'host-workspace-'));
  const report = await startTestReportServer(print);
  const certificate = await selfSignedCertificate();
  const log: string[] = [];
  try {
    const extensionTestsPath = await buildHostTests(bundles);
    const host = await startHost({
      version: options.version,
      workspace,
      extensionDevelopmentPath: options.extensionDevelopmentPath ?? REPOSITORY,
      extensionTestsPath,
      extensions: [await packageFolder(MODEL_EXTENSION, bundles)],
      // Who answers in the chat by default is Copilot, and can be another extension by a proposal only.
      allowsProposals: true,
      env: {
        ...report.env,
        // Read when the host starts, so it is made before the tests that need it.
        NODE_EXTRA_CA_CERTS: certificate.caPath,
        VOICE_DICTATION_TEST_TLS_KEY: certificate.keyPath,
        ...selectionEnvironment(options.selection ?? {}),
      },
    });
    try {
      const workbench = await openWorkbench(host, { onLog: (line) => log.push(line) });
      await Promise.race([workbench.exit, report.ended, report.untilSilent(SILENCE_DEADLINE_MS)]);
      const tally = report.tally();
      if (tally.failed > 0) {
        const screenshot = path.join(out, `host-${options.version}.png`);
        await workbench.screenshot(screenshot);
        print(`  screenshot: ${screenshot}`);
        if (!report.isComplete()) {
          print('  ✖ the tests did not come to their end; the window logged last:');
          for (const line of log.slice(-KEPT_LOG_LINES)) print(`      ${line}`);
        }
      }
      await workbench.close();
      const leaks = await logLeaks(host.logDir, SECRETS);
      for (const leak of leaks) print(`  ✖ ${leak}`);
      return sum([tally, { passed: 0, failed: leaks.length }]);
    } finally {
      await host.stop();
    }
  } finally {
    await report.close();
    await certificate.dispose();
    for (const folder of [workspace, bundles]) await rm(folder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      version: { type: 'string', default: 'newest' },
      ...SELECTION_OPTIONS,
      // Takes dist/ as it is, for whoever has `npm run watch` running.
      'no-build': { type: 'boolean', default: false },
    },
  });
  const { version } = values;
  if (version !== 'newest' && version !== 'oldest') {
    throw new Error(`--version ${version}: newest or oldest`);
  }
  if (!values['no-build']) await run(process.execPath, ['esbuild.js'], { cwd: REPOSITORY });
  const tally = await runHostTests({ version, selection: parseSelection(values) });
  console.log(`${String(tally.passed)} passed, ${String(tally.failed)} failed`);
  process.exitCode = tally.failed > 0 ? 1 : 0;
}

if (process.argv[1] === import.meta.filename) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
