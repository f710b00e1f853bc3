import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { EMPTY_CLIPBOARD } from '../contracts/fake-clipboard';
import { SharedFiles } from '../../src/storage/shared-files';
import { SharedStorage } from '../../src/ui/shared-storage';
import { systemClock } from '../../src/ui/system-clock';
import { EMULATOR_KEY, startEmulator, type Emulator } from '../emulator/emulator';
import { markedSpeech, spokenWords } from '../emulator/marked-speech';
import { endProcess } from '../harness/processes';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { fakeSox, processGone, silentLog, recorderProcesses, type FakeSox } from './audio-support';

const TEXT = 'nothing of this is lost';

/** Says {@link TEXT} once, then silence, at the pace of a microphone; like sox it ends with its reader. */
function soxSaying(pcmFile: string): string {
  return `
const pcm = require('node:fs').readFileSync(${JSON.stringify(pcmFile)});
process.stdout.on('error', () => process.exit(2));
const startedMs = Date.now();
let sent = 0;
setInterval(() => {
  const due = Math.floor((Date.now() - startedMs) / 50) * 1600;
  for (; sent < due; sent += 1600) {
    const frame = Buffer.alloc(1600);
    frame.set(pcm.subarray(sent, sent + 1600));
    process.stdout.write(frame);
  }
}, 20);
`;
}

/** Says nothing, and after a moment neither writes nor ends, whatever happens. */
const HANGING_SOX = `
for (const signal of ['SIGTERM', 'SIGPIPE', 'SIGHUP', 'SIGINT']) process.on(signal, () => undefined);
process.stdout.on('error', () => undefined);
process.stdout.write(Buffer.alloc(3200));
setInterval(() => undefined, 1000);
`;

describe('an extension host that is gone', { timeout: SUITE_DEADLINE_MS }, () => {
  let root: string;
  let emulator: Emulator;
  let sox: FakeSox;
  let window: ChildProcess;

  beforeEach(async () => {
    root = await mkdtemp(path.join(os.tmpdir(), 'crash-'));
    emulator = await startEmulator();
    const pcm = path.join(root, 'speech.raw');
    await writeFile(pcm, markedSpeech(spokenWords(TEXT, 100)));
    sox = await fakeSox(soxSaying(pcm));
  });

  afterEach(async () => {
    await endProcess(window);
    await emulator.close();
    await sox.remove();
    await rm(root, { recursive: true, force: true });
  });

  /** Dictates in a window of its own until the document is asked to take the text. */
  async function dictate(): Promise<{ readonly sox: number; readonly inserting: unknown }> {
    const program = path.join(import.meta.dirname, 'dictating-window.ts');
    window = fork(program, [storage(), emulator.url, sox.path, EMULATOR_KEY]);
    await told();
    window.send('start');
    const inserting = await told();
    const [pid = 0] = await recorderProcesses(window.pid);
    return { sox: pid, inserting };
  }

  /** The next thing that the window tells. @throws {Error} when it ends instead */
  async function told(): Promise<unknown> {
    const stop = new AbortController();
    const exit = once(window, 'exit', stop).then(([code]: unknown[]) => {
      throw new Error(`the window ended with ${String(code)}`);
    });
    const message = once(window, 'message', stop).then(([first]: unknown[]) => first);
    try {
      return await Promise.race([message, exit]);
    } finally {
      stop.abort();
      await Promise.allSettled([message, exit]);
    }
  }

  function storage(): string {
    return path.join(root, 'global storage');
  }

  /** What the next window finds. */
  async function nextWindow(): Promise<{ readonly texts: readonly string[]; hold: unknown }> {
    const options = {
      clipboard: EMPTY_CLIPBOARD,
      folder: storage(),
      clock: systemClock,
      log: silentLog,
      settings: { peek: () => SETTINGS, onDidChange: () => ({ dispose: () => undefined }) },
    };
    const files = new SharedFiles(options);
    const shared = new SharedStorage({ ...options, load: () => Promise.resolve(files) });
    await shared.history.recover();
    const texts = shared.history.entries.map(({ text, state }) => `${text}: ${state}`);
    const hold = await shared.acquireMicrophone({ takeOver: false });
    shared.history.clear();
    shared.dispose();
    files.dispose();
    return { texts, hold };
  }

  test('that is killed while sox hangs leaves no microphone', async () => {
    const hanging = await fakeSox(HANGING_SOX);
    try {
      const program = path.join(import.meta.dirname, 'dictating-window.ts');
      window = fork(program, [storage(), emulator.url, hanging.path, EMULATOR_KEY]);
      await told();
      window.send('start');
      await emulator.nextSession();
      const [pid = 0] = await recorderProcesses(window.pid);
      assert.ok(pid > 0);
      window.kill('SIGKILL');
      await processGone(pid);
    } finally {
      await hanging.remove();
    }
  });

  for (const how of ['is killed', 'closes'] as const) {
    test(`that ${how} leaves no microphone, no session, and the text for the next window`, async () => {
      const { sox, inserting } = await dictate();
      const record = await emulator.nextSession();
      assert.deepEqual(
        [inserting, sox > 0, emulator.openSessions, record.query['inactivity_timeout']],
        [{ inserting: TEXT }, true, 1, '30'],
      );
      if (how === 'is killed') {
        window.kill('SIGKILL');
      } else {
        window.send('close');
        assert.equal(await told(), 'closed');
        window.disconnect();
      }
      await Promise.all([processGone(sox), record.ended]);
      await endProcess(window);
      assert.equal(emulator.openSessions, 0);
      const { texts, hold } = await nextWindow();
      assert.deepEqual(texts, [`${TEXT}: kept`]);
      assert.notEqual(hold, 'taken');
      assert.deepEqual(await readdir(path.join(storage(), 'unlanded')), []);
    });
  }
});
