import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { startEmulator } from '../emulator/emulator';
import type { Certificate } from '../emulator/tls';
import { endProcess, hasEnded } from '../harness/processes';
import { recogniserHeardBy, type Contender, type ContenderOptions } from './contender';
import { faultsOf } from './ours';

/** The SDK's own patience with a Termination, and more. */
const STOP_DEADLINE_MS = 15_000;

/** Starts `sdk-sample.ts` with a server of its own. */
export async function openRival(
  manner: 'sample' | 'tuned',
  options: ContenderOptions,
  tls: Certificate,
): Promise<Contender> {
  const emulator = await startEmulator({
    tls,
    createRecogniser: recogniserHeardBy(options.wire),
    faults: faultsOf(options),
  });
  const script = path.join(import.meta.dirname, 'sdk-sample.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, manner, emulator.url], {
    env: { ...process.env, NODE_EXTRA_CA_CERTS: tls.caPath },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const text: string[] = [];
  const lines = createInterface(child.stdout);
  await once(lines, 'line');
  lines.on('line', (line) => text.push(String(JSON.parse(line))));
  return {
    text,
    start() {
      child.stdin.write('start\n');
      return Promise.resolve();
    },
    async stop() {
      child.stdin.write('stop\n');
      if (hasEnded(child)) return;
      await once(child, 'exit', { signal: AbortSignal.timeout(STOP_DEADLINE_MS) }).catch(
        () => undefined,
      );
    },
    get uploadedBytes() {
      return emulator.sessions.reduce((sum, { audio }) => sum + audio.length, 0);
    },
    async close() {
      await endProcess(child);
      await emulator.close();
    },
  };
}
