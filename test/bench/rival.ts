import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { startEmulator } from '../emulator/emulator';
import type { Certificate } from '../emulator/tls';
import { endProcess, hasEnded } from '../harness/processes';
import { REPOSITORY } from '../harness/repository';
import { FaultProxy } from '../matrix/fault-proxy';
import { faultsOf, recogniserHeardBy, type Contender, type ContenderOptions } from './contender';

/** The SDK's own patience with a Termination, and more. */
const STOP_DEADLINE_MS = 15_000;
/** Longer than a connection to this machine takes. */
const CLOSED_MS = 1500;
const POLL_MS = 20;

/** What `rival-process.ts` can be. */
export type Manner = 'sample' | 'tuned' | 'tutorial' | 'built-in';

/**
 * Makes JavaScript of `rival-process.ts`: one that first had to be translated would be late.
 *
 * @returns the file, inside the repository, whose packages it loads
 */
export async function buildRivals(): Promise<string> {
  const outfile = path.join(REPOSITORY, 'out/rival-process.cjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'rival-process.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    packages: 'external',
    logLevel: 'warning',
  });
  return outfile;
}

/** Starts a rival with a server of its own, by TLS: the SDK takes no other. */
export async function openRival(
  manner: Manner,
  script: string,
  options: ContenderOptions,
  tls: Certificate,
): Promise<Contender> {
  const emulator = await startEmulator({
    tls,
    createRecogniser: recogniserHeardBy(options.wire),
    faults: faultsOf(options),
  });
  const url = new URL(emulator.url);
  const proxy = await FaultProxy.start(Number(url.port));
  url.port = String(proxy.port);
  const child = spawn(process.execPath, [script, manner, url.href], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: tls.caPath },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // It may have ended with the connection; then nobody reads.
  child.stdin.on('error', () => undefined);
  const text: string[] = [];
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  lines.on('line', (line) => text.push(String(JSON.parse(line))));
  return {
    text,
    proxy,
    start() {
      child.stdin.write('start\n');
      return Promise.resolve();
    },
    async stop() {
      child.stdin.write('stop\n');
      const deadlineMs = performance.now() + STOP_DEADLINE_MS;
      let openMs = performance.now();
      while (!hasEnded(child) && performance.now() < deadlineMs) {
        if (emulator.openSessions > 0) openMs = performance.now();
        // None of them connects again: without a connection, no more words come.
        if (performance.now() - openMs > CLOSED_MS) return;
        await sleep(POLL_MS);
      }
    },
    get isHeard() {
      return emulator.sessions.some(({ received }) => received.length > 0);
    },
    get recorderPids() {
      return childrenOf(child.pid);
    },
    async close() {
      await endProcess(child);
      await proxy.close();
      await emulator.close();
    },
  };
}

function childrenOf(pid: number | undefined): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((each) => {
      try {
        const stat = readFileSync(`/proc/${String(each)}/stat`, 'utf8');
        return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === pid;
      } catch {
        return false; // It ended while we looked.
      }
    });
}
