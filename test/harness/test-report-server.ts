import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestReport } from '../host/report';
import type { Tally } from './tally';

/** Hears what the tests inside VS Code report, and prints it. */
export interface TestReportServer {
  /** For the environment of the extension host. */
  readonly env: Readonly<Record<string, string>>;
  /** Resolves when the tests have said that they are through, or the connection is gone. */
  readonly ended: Promise<void>;
  /** Resolves when nothing was heard for so long. */
  untilSilent(ms: number): Promise<void>;
  /** Whether the tests came to their end. */
  isComplete(): boolean;
  /** What was heard. A run that never came to its end counts as one more failure. */
  tally(): Tally;
  close(): Promise<void>;
}

/** Starts listening on a free port of this machine. */
export async function startTestReportServer(
  print: (line: string) => void,
): Promise<TestReportServer> {
  const heard = { passed: 0, failed: 0 };
  let complete = false;
  let heardAtMs = Date.now();
  let settleEnded: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (settleEnded = resolve));

  const server = createServer((socket) => {
    socket.on('error', (error) => {
      print(`  the tests' connection broke: ${error.message}`);
    });
    socket.on('close', () => {
      settleEnded();
    });
    createInterface(socket).on('line', (line) => {
      const report = parse(line);
      heardAtMs = Date.now();
      switch (report.kind) {
        case 'passed':
          heard.passed++;
          print(`  ✔ ${report.title} (${report.detail})`);
          break;
        case 'failed':
          heard.failed++;
          print(`  ✖ ${report.title}\n${report.detail.replaceAll(/^/gm, '      ')}`);
          break;
        case 'skipped':
          heard.failed++;
          print(`  ✖ ${report.title}\n      was skipped; a test either runs or is deleted`);
          break;
        case 'end':
          complete = true;
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address !== null && typeof address === 'object' ? address.port : 0;
  return {
    env: { VOICE_DICTATION_TEST_PORT: String(port) },
    ended,
    async untilSilent(ms) {
      for (;;) {
        const leftMs = heardAtMs + ms - Date.now();
        if (leftMs <= 0) return;
        await sleep(leftMs, undefined, { ref: false });
      }
    },
    isComplete: () => complete,
    tally() {
      if (!complete) return { passed: heard.passed, failed: heard.failed + 1 };
      if (heard.passed + heard.failed > 0) return heard;
      print('  ✖ no test ran');
      return { passed: 0, failed: 1 };
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      await closed;
    },
  };
}

function parse(line: string): TestReport {
  const value: unknown = JSON.parse(line);
  if (!isReport(value)) throw new Error(`not a test report: ${line}`);
  return value;
}

function isReport(value: unknown): value is TestReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'kind' in value &&
    ['passed', 'failed', 'skipped', 'end'].some((kind) => kind === value.kind) &&
    'title' in value &&
    typeof value.title === 'string' &&
    'detail' in value &&
    typeof value.detail === 'string'
  );
}
