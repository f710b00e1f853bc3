import { once } from 'node:events';
import { connect } from 'node:net';
import type Mocha from 'mocha';

/** What the extension host tells the runner outside: one JSON object a line. */
export interface TestReport {
  /** `end`: every test has run; what ends without it has crashed. */
  readonly kind: 'passed' | 'failed' | 'skipped' | 'end';
  /** Suites and test, joined. */
  readonly title: string;
  /** Duration of what passed, error of what failed. */
  readonly detail: string;
}

/** The line to the runner. */
export interface ReportLine {
  send(report: TestReport): void;
  /** Resolves when everything has been handed over. */
  end(): Promise<void>;
}

/** @returns the line to the runner named by `VOICE_DICTATION_TEST_PORT`, or nothing without one */
export async function connectReport(): Promise<ReportLine | undefined> {
  const port = process.env['VOICE_DICTATION_TEST_PORT'];
  if (port === undefined) return undefined;
  const socket = connect(Number(port), '127.0.0.1');
  await once(socket, 'connect');
  const send = (report: TestReport) => socket.write(`${JSON.stringify(report)}\n`);
  return {
    send,
    async end() {
      send({ kind: 'end', title: '', detail: '' });
      const closed = once(socket, 'close');
      socket.end();
      await closed;
    },
  };
}

/** Sends each result of `runner` down `line`; called in the same turn that starts the runner. */
export function reportResults(runner: Mocha.Runner, line: ReportLine): void {
  runner.on('pass', (test) => {
    line.send({ kind: 'passed', title: test.fullTitle(), detail: `${String(test.duration)} ms` });
  });
  runner.on('fail', (test, error: unknown) => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    line.send({ kind: 'failed', title: test.fullTitle(), detail: text });
  });
  runner.on('pending', (test) => {
    line.send({ kind: 'skipped', title: test.fullTitle(), detail: '' });
  });
}
