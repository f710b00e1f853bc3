// Our recorders on Windows' Node, with a real sox.exe and pvrecorder, under Wine; docs/audio.md §8.
import assert from 'node:assert/strict';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { RecordingSettings } from '../../src/core/settings';
import { until } from '../harness/until';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import { DEFAULTS } from '../wire/audio-support';
import { assertHeardToItsEnd, toneThenEnd } from '../wire/tones';
import { startWindows, type Windows } from './windows';
import type { WindowsAnswer, WindowsOrder } from './windows-program';

/** With what is fetched and made for the first time. */
const SET_UP = { timeout: 290_000 };

/** A path as people have them. */
const ODD_FOLDER = 'Tools with space & (brackets)/söx 音';

describe('on Windows', SET_UP, () => {
  let folder: string;
  let windows: Windows;
  let microphone: VirtualMicrophone;
  /** What is to be ended, also where the set-up fails. */
  const closers: (() => Promise<void>)[] = [];
  let tone: string;
  /** In a folder with an odd name. */
  let sox: string;

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'wine-'));
    tone = await toneThenEnd(folder);
    windows = await startWindows();
    closers.push(() => windows.stop());
    microphone = await startVirtualMicrophone();
    closers.push(() => microphone.stop());
    sox = await put(`${ODD_FOLDER}/sox.exe`);
  }, SET_UP);
  after(async () => {
    for (const close of closers) await close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Installs sox.exe under this name; Windows' name of it. */
  async function put(name: string): Promise<string> {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await copyFile(windows.sox, file);
    return windows.pathOf(file);
  }

  /** Has our program do something. */
  async function tell(order: WindowsOrder, speak?: () => Promise<void>, isStopped = true) {
    const place = await mkdtemp(path.join(folder, 'order-'));
    await writeFile(path.join(place, 'order'), JSON.stringify(order));
    // Linux' driver would be told to Windows' sox.
    const sound = { ...microphone.env, AUDIODRIVER: undefined };
    const done = windows.run([windows.pathOf(place)], sound);
    const read = (name: string): Promise<Buffer | undefined> =>
      readFile(path.join(place, name)).catch(() => undefined);
    const answered = done.then(async () => {
      const text = String(await read('answer'));
      return JSON.parse(text) as WindowsAnswer;
    });
    if (speak !== undefined) {
      const recording = until(
        'the recorder',
        async () => (await read('recording')) !== undefined || undefined,
      );
      await Promise.race([recording, answered]);
      await speak();
      if (isStopped) await writeFile(path.join(place, 'stop'), '');
    }
    return { ...(await answered), sound: (await read('sound')) ?? Buffer.alloc(0) };
  }

  function recorded(
    settings: Partial<RecordingSettings>,
    env: Readonly<Record<string, string>> = {},
  ) {
    return tell({ env, settings: { ...DEFAULTS, ...settings } }, () => microphone.play(tone));
  }

  async function failed(
    settings: Partial<RecordingSettings>,
    env = {},
  ): Promise<string | undefined> {
    const { failure } = await tell({ env, settings: { ...DEFAULTS, ...settings } });
    return failure?.reason;
  }

  test('sox.exe in an odd folder records what is said, to its end', async () => {
    const { started, sound } = await recorded({ soxPath: sox });
    assert.deepEqual(started, ['sox']);
    assertHeardToItsEnd(sound, DEFAULTS.sampleRate);
  });

  test('where no sox is installed the recorder that came with the extension records it, to its end', async () => {
    const { started, sound } = await recorded({});
    assert.deepEqual(started, ['pvrecorder']);
    assertHeardToItsEnd(sound, DEFAULTS.sampleRate);
  });

  test('a sox that is found by a quoted entry of Path is the one that records', async () => {
    const Path = `C:\\windows;"${path.win32.dirname(sox)}"`;
    const { started, sound } = await recorded({}, { Path });
    assert.deepEqual(started, ['sox']);
    assertHeardToItsEnd(sound, DEFAULTS.sampleRate);
  });

  test('at another rate pvrecorder sounds the same', async () => {
    const { sound } = await recorded({ recorder: 'pvrecorder', sampleRate: 48000 });
    assertHeardToItsEnd(sound, 48000);
  });

  test('an unknown device is a failure of the device, of either recorder', async () => {
    const device = 'no such device';
    assert.deepEqual(
      [await failed({ soxPath: sox, device }), await failed({ recorder: 'pvrecorder', device })],
      ['microphone-unavailable', 'microphone-unavailable'],
    );
  });

  test('a script or a text for sox is no program', async () => {
    const script = path.join(folder, 'sox.cmd');
    const text = path.join(folder, 'sox.txt');
    await writeFile(script, `@echo off\r\n"${sox}" %*\r\n`);
    await writeFile(text, 'no program');
    assert.deepEqual(
      [
        await failed({ soxPath: windows.pathOf(script) }),
        await failed({ soxPath: windows.pathOf(text) }),
      ],
      ['recorder-missing', 'recorder-missing'],
    );
  });

  test('what has just been installed is found, although Path is an old one', async () => {
    const root = windows.pathOf(path.join(folder, 'home'));
    const env = {
      Path: 'C:\\windows',
      LOCALAPPDATA: `${root}\\Local`,
      USERPROFILE: `${root}\\me`,
      ProgramData: `${root}\\Data`,
      ProgramFiles: `${root}\\Programs`,
    };
    const packages = 'Local/Microsoft/WinGet/Packages';
    // The later ones are found although the earlier are there, because they are better.
    const places = [
      'Programs/sox-14-4-2/sox.exe',
      'Data/chocolatey/bin/sox.exe',
      'me/scoop/shims/sox.exe',
      `${packages}/sox_ng.sox_ng_Microsoft.Winget.Source_8wekyb3d8bbwe/sox_ng.exe`,
    ];
    for (const place of places) {
      const file = await put(`home/${place}`);
      assert.equal((await tell({ env })).sox, file);
    }
  });

  // Last: there is no microphone after it.
  test('a sound server that dies is a failure, of either recorder', async () => {
    const watched = ['sox', 'pvrecorder'] as const;
    let recording = 0;
    // One that begins when it has died already finds no microphone.
    const killWhenAllRecord = async (): Promise<void> => {
      if (++recording === watched.length) await microphone.killServer();
    };
    const told = watched.map((recorder) =>
      tell(
        {
          env: { Path: path.win32.dirname(sox) },
          settings: { ...DEFAULTS, recorder },
        },
        killWhenAllRecord,
        false,
      ),
    );
    const reasons = (await Promise.all(told)).map(({ failure }) => failure?.reason);
    const known = ['recorder-stopped', 'recorder-no-data', 'sound-server-unavailable'];
    for (const reason of reasons) assert.ok(known.includes(reason ?? ''), String(reason));
  });
});
