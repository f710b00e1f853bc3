// `npm run pictures`: what the window says of each kind of silence, of each finding of Run Diagnostics and on a
// computer without sox, in out/screenshots, to be looked at. `-- --only silence,diagnostics,bare` makes some.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { EMULATOR_KEY, startEmulator } from '../emulator/emulator';
import type { Recogniser } from '../emulator/recogniser';
import { atLevel, clatter, noise, SOUND_RATE, toPcm, type Sound } from '../fixtures/sounds';
import { encodeWav } from '../../src/core/wav';
import { computerWithoutRecorder } from './bare-computer';
import { startRig, type Rig, type RigOptions } from './rig';

const HEARS_NOTHING: Recogniser = {
  push: () => ({ words: [], silenceMs: 0 }),
  end: () => [],
  drop: () => undefined,
  close: () => undefined,
};

/** What is played while nobody is understood, and what is to be read then. */
const SILENCES: readonly {
  readonly name: string;
  readonly isMuted?: true;
  /** It is not muted any more once the person has been told that it is silent. */
  readonly wakes?: true;
  readonly isSpoken?: true;
  readonly sound?: () => Sound;
  readonly says: RegExp;
}[] = [
  { name: 'none', isMuted: true, says: /silence only/ },
  { name: 'late', isMuted: true, wakes: true, says: /sound only now/ },
  { name: 'faint', says: /Nothing could be heard/ },
  { name: 'noise', sound: () => atLevel(noise('pink', 25), -35), says: /steady noise/ },
  { name: 'clipping', sound: () => clatter(12, 60, 15).map((x) => x * 40), says: /too loud/ },
  { name: 'no-speech', isSpoken: true, says: /nobody speak/ },
];

async function silences(): Promise<void> {
  await withRig({}, async (rig) => {
    const { window, microphone } = rig;
    await storeKey(rig);
    // In mere noise, a recogniser that has to hear one of a few sentences hears one.
    const { url } = await rig.serve();
    await rig.unserve();
    const deaf = await startEmulator({
      port: Number(new URL(url).port),
      faults: [{ fault: 'hears-nobody' }],
      createRecogniser: () => HEARS_NOTHING,
    });
    for (const { name, isMuted, wakes, isSpoken, sound, says } of SILENCES) {
      await window.openDocument(`${name}.md`);
      if (isMuted === true) await microphone.mute(true);
      // It is there before anybody listens, as it is in a room.
      const playing =
        isSpoken === true ? say(rig) : sound === undefined ? undefined : play(rig, sound());
      await rig.workbench.page.waitForTimeout(1500);
      await window.clickStatus();
      if (wakes === true) {
        await window.untilStatusText(/^Waiting for the microphone…$/);
        await rig.screenshot('silence-waiting');
        await window.toasts.last().waitFor({ timeout: TOLD_DEADLINE_MS });
        await window.clearToasts();
        await microphone.mute(false);
      }
      await reads(rig, name, says);
      await rig.screenshot(`silence-${name}`);
      await window.clickStatus();
      await window.untilState('off');
      await playing;
      await microphone.mute(false);
      await wroteNothing(rig, `${name}.md`);
      await window.clearToasts();
    }
    await deaf.close();
  });
}

/** Settings (full ids), and what is to be read in the report that they make. */
const FINDINGS: readonly {
  readonly name: string;
  readonly isMuted?: true;
  readonly settings: Readonly<Record<string, unknown>>;
}[] = [
  { name: 'well', settings: {} },
  {
    name: 'muted-no-model',
    isMuted: true,
    settings: { 'voiceDictation.recognition.provider': 'onDevice' },
  },
  {
    name: 'no-network-no-device',
    settings: {
      'voiceDictation.recognition.endpoint': 'ws://127.0.0.1:1',
      'voiceDictation.recording.device': 'headset',
      'terminal.integrated.commandsToSkipShell': ['workbench.action.terminal.new'],
    },
  },
  {
    name: 'address-that-cannot-be-used',
    settings: {
      'voiceDictation.recognition.endpoint': 'nonsense',
      'http.proxy': 'http://anna:secret@proxy.example:3128',
    },
  },
  { name: 'no-recorder', settings: { 'voiceDictation.recording.recorder': 'pvrecorder' } },
];

async function diagnostics(): Promise<void> {
  const keybindings = [{ key: 'ctrl+alt+d', command: 'workbench.action.files.newUntitledFile' }];
  await withRig({ keybindings }, async (rig) => {
    const { window, workbench, microphone } = rig;
    const { page } = workbench;
    for (const { name, isMuted, settings } of FINDINGS) {
      await rig.configure(settings);
      await window.openDocument(`${name}.md`);
      if (isMuted === true) await microphone.mute(true);
      await workbench.runCommand('Voice Dictation: Run Diagnostics');
      await page.locator('.codelens-decoration a', { hasText: 'Run Again' }).first().waitFor();
      await rig.screenshot(`diagnostics-${name}`);
      await microphone.mute(false);
      await workbench.runCommand('View: Close Editor');
      await wroteNothing(rig, `${name}.md`);
      await workbench.runCommand('View: Close All Editors');
      await window.untilState('off');
    }
    await onABadDay(rig);
    await nameWhereReportsGo(rig);
    await rig.reopen();
    await workbench.runCommand('Voice Dictation: Run Diagnostics');
    await page.locator('.codelens-decoration a', { hasText: 'Report Issue' }).first().click();
    await page.locator('.monaco-dialog-box, .issue-reporter').first().waitFor();
    await rig.screenshot('diagnostics-report-issue');
  });
}

/** The computer's clock is an hour behind the server's, and a file stands where the extension stores things. */
async function onABadDay(rig: Rig): Promise<void> {
  const { workbench, host, window } = rig;
  const server = createServer((_, response) => {
    response.setHeader('Date', new Date(Date.now() + 3_600_000).toUTCString()).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const folder = path.join(host.dataDir, 'data/User/globalStorage/voice-dictation.voice-dictation');
  try {
    await rm(folder, { recursive: true, force: true });
    await writeFile(folder, '');
    await rig.configure({
      'voiceDictation.recognition.endpoint': `ws://127.0.0.1:${String(port)}`,
    });
    await workbench.runCommand('Voice Dictation: Run Diagnostics');
    const page = workbench.page;
    await page.locator('.codelens-decoration a', { hasText: 'Run Again' }).first().waitFor();
    await page.locator('.view-line', { hasText: /\d+\ss\sbehind/ }).waitFor();
    await page.keyboard.press('Control+End');
    await rig.screenshot('diagnostics-clock-and-storage');
  } finally {
    server.close();
    await rm(folder, { force: true });
  }
  await workbench.runCommand('View: Close All Editors');
  await window.untilState('off');
  await rig.configure({});
}

/** As whoever publishes the extension does. */
async function nameWhereReportsGo({ host }: Rig): Promise<void> {
  const folder = path.join(host.dataDir, 'extensions');
  const name = (await readdir(folder)).find((each) => each.startsWith('voice-dictation'));
  const file = path.join(folder, name ?? '', 'package.json');
  const manifest: unknown = JSON.parse(await readFile(file, 'utf8'));
  const bugs = { url: 'https://github.com/example/voice-dictation/issues' };
  await writeFile(file, JSON.stringify(Object.assign({}, manifest, { bugs })));
  // What was read before is kept as long as this list does not change.
  const list = path.join(folder, 'extensions.json');
  await writeFile(list, await readFile(list));
}

/** Without sox: another recorder records; and without any. */
async function bare(): Promise<void> {
  for (const also of [['parec'], []]) {
    const bin = await computerWithoutRecorder(also);
    try {
      await withRig({ env: { PATH: bin, VSCODE_CLI: '1' } }, async (rig) => {
        const { window } = rig;
        const name = also[0] ?? 'nothing';
        await window.openDocument('first.md');
        await window.pressToggle();
        if (also.length === 0) {
          await window.toast();
          await rig.screenshot('bare-nothing-1-told');
          await window.pressToastButton('Install sox');
        }
        await window.keyInput.waitFor();
        await rig.screenshot(`bare-${name}-2-key`);
        await window.keyInput.fill(EMULATOR_KEY);
        await rig.workbench.page.keyboard.press('Enter');
        await window.untilState('listening');
        await rig.screenshot(`bare-${name}-3-listening`);
        await rig.say('fox');
        await window.clickStatus();
        await window.untilState('off');
        await rig.screenshot(`bare-${name}-4-landed`);
        console.log(`${name}: ${await window.savedText('first.md')}`);
      });
    } finally {
      await rm(bin, { recursive: true, force: true });
    }
  }
}

async function withRig(options: RigOptions, body: (rig: Rig) => Promise<void>): Promise<void> {
  const rig = await startRig(options);
  try {
    await rig.serve();
    await body(rig);
  } catch (error) {
    await rig.screenshot('pictures-failed');
    throw error;
  } finally {
    await rig.stop();
  }
}

async function storeKey(rig: Rig): Promise<void> {
  const { window, workbench } = rig;
  await window.openDocument('key.md');
  await window.pressToggle();
  await window.keyInput.waitFor();
  await window.keyInput.fill(EMULATOR_KEY);
  await workbench.page.keyboard.press('Enter');
  await window.untilState('listening');
  await window.clickStatus();
  await window.untilState('off');
}

async function play(rig: Rig, sound: Sound): Promise<void> {
  const file = path.join(rig.host.dataDir, 'sound.wav');
  const audio = { bytes: toPcm(sound), sampleRate: SOUND_RATE, encoding: 'pcm_s16le' } as const;
  await writeFile(file, encodeWav(audio));
  await rig.microphone.play(file);
}

/** On a busy computer. */
const TOLD_DEADLINE_MS = 90_000;

/** Longer than it takes to be told that nobody is heard. */
async function say(rig: Rig): Promise<void> {
  for (let n = 0; n < 15; n++) await rig.say('fox');
}

async function reads({ window }: Rig, name: string, says: RegExp): Promise<void> {
  // A recogniser tells every five seconds whether anybody speaks, and is believed the fourth time.
  await window.toasts.last().waitFor({ timeout: TOLD_DEADLINE_MS });
  const { sentence } = await window.toast();
  console.log(`${name}: ${sentence}`);
  if (!says.test(sentence)) process.exitCode = 1;
}

/** Whoever is not heard, and whoever only looks at what is wrong, finds nothing in their document. */
async function wroteNothing({ window }: Rig, name: string): Promise<void> {
  const text = await window.savedText(name);
  if (text === '') return;
  console.log(`${name}: wrote ${JSON.stringify(text)}`);
  process.exitCode = 1;
}

const PARTS = { silence: silences, diagnostics, bare } as const;

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
  const wanted = values.only.split(',').filter((name) => name !== '');
  for (const [name, make] of Object.entries(PARTS)) {
    if (wanted.length === 0 || wanted.includes(name)) await make();
  }
}

main().then(
  () => process.exit(),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
