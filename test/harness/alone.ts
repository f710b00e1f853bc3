import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import os from 'node:os';
import { describe, test } from 'node:test';
import { speechFixtures } from '../fixtures/speech';
import { engineMirror } from './on-device';
import { installVscode } from './vscode/install';

/** Set in the process of {@link describeAlone}: whether its network is `own`, or `shared` with others. */
const NETWORK = 'VOICE_DICTATION_TEST_NETWORK';

/** A network of its own has nothing but a loopback device, which is off at first (ip-link(8)). */
const WITH_LOOPBACK = 'ip link set lo up && exec "$@"';

/** Below the runner's deadline for a file, which is told of nothing that has been seen. */
const DEADLINE_MS = 1_100_000;

/**
 * Declares tests of a file that run in a process of its own, whose connections, and those of all that it starts
 * (the editor, its extension host, the browser), are refused unless they are to this computer: in a network
 * namespace of Linux (unshare(1)). A system that does not allow it is told of, and the tests run all the same.
 *
 * @param file the test's own
 */
export function describeAlone(file: string, name: string, tests: () => void): void {
  const network = process.env[NETWORK];
  if (network === undefined) {
    test(`${name}, while no computer but this one can be reached`, async () => {
      // What the first run of all fetches into the cache.
      await Promise.all([engineMirror(), speechFixtures(), installVscode('newest')]);
      const { code, output } = await runAlone(file);
      assert.equal(code, 0, output);
    });
    return;
  }
  describe(name, { timeout: DEADLINE_MS }, () => {
    test(`the network is ${network}`, () => {
      const others = Object.keys(os.networkInterfaces()).filter((device) => device !== 'lo');
      assert.ok(network === 'shared' || others.length === 0, others.join(', '));
    });
    tests();
  });
}

async function runAlone(file: string): Promise<ProgramEnd> {
  const isRoot = process.getuid?.() === 0;
  const unshare = ['unshare', isRoot ? '-n' : '-rn', 'sh', '-c', WITH_LOOPBACK, 'sh'];
  const { code, output } = await endOf([...unshare, 'true'], {});
  const isOwn = code === 0;
  if (!isOwn)
    console.log(`${file}: others could be reached, for there is no network apart: ${output}`);
  const node = [
    process.execPath,
    ...process.execArgv.filter((option) => !option.startsWith('--test')),
  ];
  return endOf([...(isOwn ? unshare : []), ...node, file], {
    [NETWORK]: isOwn ? 'own' : 'shared',
    // Else it would tell its parent's runner, which is not there, instead of us.
    NODE_TEST_CONTEXT: undefined,
  });
}

interface ProgramEnd {
  readonly code: number | null;
  readonly output: string;
}

function endOf(
  [program = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<ProgramEnd> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: DEADLINE_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => (output += data.toString()));
  }
  return new Promise((resolve) => {
    child.once('error', ({ message }) => {
      resolve({ code: null, output: message });
    });
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}
