import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { RECORDERS } from '../../src/core/settings';
import { startEmulator, type Emulator } from '../emulator/emulator';
import type { Fault } from '../emulator/faults';
import { readSentences } from '../emulator/sentences';
import { SphinxRecognisers } from '../emulator/sphinx-recogniser';
import { speechFixtures, type SpeechFixture, type SpeechFixtures } from '../fixtures/speech';
import { Closers } from '../harness/closers';
import { DictationWindow } from '../harness/dictation-window';
import { packagedExtension, packageFolder } from '../harness/packaged-extension';
import { REPOSITORY } from '../harness/repository';
import { until } from '../harness/until';
import type { SoundServerName } from '../harness/sound-servers';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import { startHost, type Host } from '../harness/vscode/host';
import { openWorkbench, type Workbench } from '../harness/vscode/workbench';

/** Git ignores it; the run leaves pictures of every state there, to be looked at. */
const SCREENSHOTS = path.join(REPOSITORY, 'out/screenshots');

const PICTURE_SIZE = { width: 920, height: 300 };
/** Status bar items of a window that is served to a browser. */
const NOT_ON_A_DESKTOP = ['status.host', 'status.forwardedPorts', 'keyboardLayout']
  .map((id) => `.statusbar-item[id*="${id}"]`)
  .join(', ');

/** The packaged extension in a window, with a microphone to speak into and a server that hears it. */
export interface Rig {
  readonly window: DictationWindow;
  readonly workbench: Workbench;
  readonly microphone: VirtualMicrophone;
  readonly recognisers: SphinxRecognisers;
  readonly host: Host;
  readonly fixtures: readonly SpeechFixture[];
  fixture(id: string): SpeechFixture;
  /** Says a sentence; resolves when it has been said. */
  say(id: string): Promise<void>;
  /** Replaces the server, at the same address, by one with these faults. */
  serve(...faults: readonly Fault[]): Promise<Emulator>;
  /** The server is gone, and nobody answers at its address, until the next {@link serve}. */
  unserve(): Promise<void>;
  /** Replaces the settings (full ids) that a test had set; resolves when the window uses them. */
  configure(settings: Readonly<Record<string, unknown>>): Promise<void>;
  /**
   * Opens the window again where a test has left its page.
   *
   * @param settings are the person's own (full ids) from then on: those of scope `application`
   */
  reopen(settings?: Readonly<Record<string, unknown>>): Promise<void>;
  /** Process ids of the recorders that this window's extension host started. */
  recorders(): readonly number[];
  /** Kills the one recorder that runs, like a crash; returns its process id. */
  killRecorder(): number;
  /** Resolves with the process id of a recorder that is as `matches` says. */
  untilRecorder(matches: (pid: number) => boolean): Promise<number>;
  /** Resolves when no recorder runs and no session is open; rejects when one stays. */
  untilQuiet(): Promise<void>;
  screenshot(name: string): Promise<void>;
  /** Does `speak`; when `VOICE_DICTATION_PICTURE` is set, README's picture is made anew then. */
  pictureForReadme<T>(speak: () => Promise<T>): Promise<T>;
  /** To be called after each test: pictures a failure, and waits like `untilQuiet`. */
  afterTest(context: object): Promise<void>;
  stop(): Promise<void>;
}

/** What differs from one suite to another. */
export interface RigOptions {
  /** What can be said; {@link speechFixtures} where nothing else is given. */
  readonly speech?: SpeechFixtures;
  /** User settings on top of those that all suites have. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** The person's own. */
  readonly keybindings?: readonly object[];
  /** Of the window, on top of what all suites have. */
  readonly env?: Readonly<Record<string, string>>;
  /** Which sound server the microphone is of. */
  readonly soundServer?: SoundServerName;
  /** The package of the extension; default: the one for every platform. */
  readonly package?: string;
  /** The folder of another extension that the window has. */
  readonly companion?: string;
}

/** Starts everything; takes about 20 s. */
export async function startRig(options: RigOptions = {}): Promise<Rig> {
  const speech = options.speech ?? (await speechFixtures());
  const closers = new Closers();
  try {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'dictation-'));
    closers.add(() => rm(folder, { recursive: true, force: true }));
    const workspace = path.join(folder, 'notes');
    await mkdir(workspace);
    const recognisers = new SphinxRecognisers(readSentences(speech.manifestPath));
    closers.add(() => {
      recognisers.close();
    });
    const extensions =
      options.companion === undefined ? [] : [await packageFolder(options.companion, folder)];
    const microphone = await startVirtualMicrophone(options.soundServer);
    closers.add(() => microphone.stop());
    let emulator = await startEmulator({ createRecogniser: recognisers.create });
    closers.add(() => emulator.close());
    const port = Number(new URL(emulator.url).port);
    const host = await startHost({
      version: 'newest',
      workspace,
      extensions: [options.package ?? packagedExtension(), ...extensions],
      env: { ...microphone.env, ASSEMBLYAI_API_KEY: '', ...options.env },
      settings: {
        'workbench.activityBar.location': 'hidden',
        'window.title': '${rootName}',
        'breadcrumbs.enabled': false,
        'workbench.layoutControl.enabled': false,
        'workbench.editor.useModal': 'off',
        'editor.scrollBeyondLastLine': false,
        'editor.minimap.enabled': false,
        'editor.wordWrap': 'on',
        ...options.settings,
      },
    });
    closers.add(() => host.stop());
    const machineSettings = path.join(host.dataDir, 'data/Machine/settings.json');
    const base = {
      ...asObject(JSON.parse(await readFile(machineSettings, 'utf8'))),
      'voiceDictation.recognition.endpoint': emulator.url,
      // Else the first dictation asks who shall recognise.
      'voiceDictation.recognition.provider': 'assemblyai',
    };
    await writeFile(machineSettings, JSON.stringify(base));
    await writeFile(
      path.join(host.dataDir, 'data/User/keybindings.json'),
      JSON.stringify(options.keybindings ?? []),
    );
    const workbench = await openWorkbench(host);
    closers.add(() => workbench.close());
    const window = new DictationWindow(workbench, workspace);
    await mkdir(SCREENSHOTS, { recursive: true });

    let configured = 0;
    const screenshot = (name: string): Promise<void> =>
      workbench.screenshot(path.join(SCREENSHOTS, `${name}.png`));
    const untilQuiet = async (): Promise<void> => {
      await until(
        () => `${String(recorders())} and ${String(emulator.openSessions)} sessions to end`,
        () => (recorders().length === 0 && emulator.openSessions === 0 ? true : undefined),
      );
    };
    const recorders = (): readonly number[] => recorderProcesses(path.join(host.dataDir, 'tmp'));
    const fixture = (id: string): SpeechFixture => {
      const found = speech.fixtures.find((each) => each.id === id);
      if (found === undefined) throw new Error(`no fixture ${id}`);
      return found;
    };
    await window.untilActivated();
    await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
    return {
      window,
      workbench,
      microphone,
      recognisers,
      host,
      fixtures: speech.fixtures,
      fixture,
      say: (id) => microphone.play(fixture(id).path),
      async serve(...faults) {
        await emulator.close();
        emulator = await startEmulator({ port, faults, createRecogniser: recognisers.create });
        return emulator;
      },
      unserve: () => emulator.close(),
      async configure(settings) {
        // The title tells when the window has read the file.
        const title = `settings ${String(++configured)}`;
        await writeFile(
          machineSettings,
          JSON.stringify({ ...base, 'window.title': title, ...settings }),
        );
        await until(title, async () =>
          (await workbench.page.title()).includes(title) ? true : undefined,
        );
      },
      async reopen(settings = {}) {
        const file = path.join(host.dataDir, 'data/User/settings.json');
        const own = asObject(JSON.parse(await readFile(file, 'utf8')));
        await writeFile(file, JSON.stringify({ ...own, ...settings }));
        await workbench.page.goto(host.url, { waitUntil: 'domcontentloaded' });
        await window.untilActivated();
      },
      recorders,
      killRecorder() {
        const [pid] = recorders();
        if (pid === undefined) throw new Error('no recorder runs');
        process.kill(pid, 'SIGKILL');
        return pid;
      },
      untilRecorder: (matches) => until('a recorder', () => recorders().find(matches)),
      untilQuiet,
      screenshot,
      async pictureForReadme(speak) {
        if ((process.env['VOICE_DICTATION_PICTURE'] ?? '') === '') return speak();
        const { page } = workbench;
        const whole = page.viewportSize();
        await page.setViewportSize(PICTURE_SIZE);
        await page.addStyleTag({ content: `${NOT_ON_A_DESKTOP} { display: none !important; }` });
        const partial = await speak();
        await workbench.screenshot(path.join(REPOSITORY, 'media/screenshot.png'));
        if (whole !== null) await page.setViewportSize(whole);
        return partial;
      },
      async afterTest(context) {
        // Not in the types of Node 20, whose hooks get it: the test's own outcome.
        if ('passed' in context && context.passed === false && 'name' in context) {
          await screenshot(`failed-${String(context.name).replace(/\W+/g, '-')}`);
        }
        await untilQuiet();
      },
      stop: () => closers.closeAll(),
    };
  } catch (error) {
    await closers.closeAll();
    throw error;
  }
}

/** The recorders' processes that have `temporary` as their folder for temporary files. */
function recorderProcesses(temporary: string): readonly number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const program = readFileSync(`/proc/${name}/comm`, 'utf8').trim();
        const isRecorder = RECORDERS.some((each) => each === program);
        const environment = isRecorder ? readFileSync(`/proc/${name}/environ`, 'utf8') : '';
        return environment.split('\0').includes(`TMPDIR=${temporary}`);
      } catch {
        // It ended while we looked.
        return false;
      }
    })
    .map(Number);
}

function asObject(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('not an object');
  return value;
}
