// node-record-lpcm16 looks its recorder up at run time, which bundles are known to break.
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { build } from 'esbuild';
import { run } from '../harness/programs';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';

const ROOT = path.resolve(__dirname, '../..');

/** Records until there is audio, and prints what came. */
const ENTRY = `
  import { createRecorderFactory } from './src/audio/start-recorder';
  import { systemClock } from './src/ui/system-clock';
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const settings = { recorder: 'auto', soxPath: '', device: '', sampleRate: 16000, encoding: 'pcm_s16le' } as const;
  const recorder = createRecorderFactory({ clock: systemClock, log })(settings);
  recorder.onDidFail(({ message }) => console.log(message));
  const audio = recorder.onDidReceiveAudio(() => {
    audio.dispose();
    void recorder.stop().then(() => console.log('audio'));
  });
`;

let microphone: VirtualMicrophone;
let folder: string;

before(async () => {
  microphone = await startVirtualMicrophone();
  folder = await mkdtemp(path.join(os.tmpdir(), 'audio-bundle-'));
});
after(async () => {
  await microphone.stop();
  await rm(folder, { recursive: true, force: true });
});

test(
  'the minified bundle records from a folder without node_modules',
  { timeout: SUITE_DEADLINE_MS },
  async () => {
    const dist = path.join(folder, 'dist');
    const entry = path.join(folder, 'engine.ts');
    await writeFile(entry, ENTRY.replaceAll('./src', path.join(ROOT, 'src')));
    await build({
      absWorkingDir: ROOT,
      entryPoints: { engine: entry, 'dictation-recorder': 'src/audio/sox/dictation-recorder.js' },
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      outdir: dist,
      logLevel: 'warning',
    });
    assert.deepEqual((await readdir(dist)).sort(), ['dictation-recorder.js', 'engine.js']);
    const env = { ...process.env, ...microphone.env };
    const printed = await run(process.execPath, [path.join(dist, 'engine.js')], {
      env,
      cwd: folder,
    });
    assert.equal(printed, 'audio\n');
  },
);
