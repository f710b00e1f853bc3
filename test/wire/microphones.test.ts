// Which microphones there are, by what real sound servers say, with and without pactl.
import assert from 'node:assert/strict';
import { mkdtemp, rm, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { fileSystemProbe } from '../../src/audio/find-program';
import { listedMicrophones } from '../../src/audio/list-microphones';
import { findSoundSystem } from '../../src/audio/sound-system';
import { playThrough } from '../../src/audio/play';
import { createRecorderFactory } from '../../src/audio/start-recorder';
import type { ListedMicrophone, Microphones } from '../../src/core/microphones';
import type { RecorderNotice } from '../../src/core/recorder';
import type { RecorderName } from '../../src/core/settings';
import { systemClock as clock } from '../../src/ui/system-clock';
import { findProgram, requirePrograms, run } from '../harness/programs';
import type { SoundServerName } from '../harness/sound-servers';
import { SUITE_DEADLINE_MS } from '../harness/until';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import { DEFAULTS, endAll, RECORDER_PACKAGES, silentLog, Watch } from './audio-support';

/** How a server is asked, and by what programs; with a recorder that is there in any case. */
const WAYS = [
  { server: 'PulseAudio', programs: ['pactl'], recorder: 'parec' },
  { server: 'PipeWire', programs: ['pactl'], recorder: 'parec' },
  { server: 'PipeWire', programs: ['pw-dump', 'pw-mon'], recorder: 'pw-record' },
] as const satisfies readonly {
  server: SoundServerName;
  programs: readonly string[];
  recorder: RecorderName;
}[];

const HEADSET = {
  name: 'headset',
  label: 'Kopfhörer-音',
  isDefault: false,
  isMuted: false,
  isUnplugged: false,
};

before(() => requirePrograms({ ...RECORDER_PACKAGES, 'pw-dump': 'pipewire-bin' }));

for (const { server, programs, recorder } of WAYS) {
  describe(`${server} through ${programs.join(' and ')}`, { timeout: SUITE_DEADLINE_MS }, () => {
    let bin: string;
    let microphone: VirtualMicrophone;
    let env: NodeJS.ProcessEnv;
    before(async () => {
      microphone = await startVirtualMicrophone(server);
      bin = await mkdtemp(path.join(os.tmpdir(), 'microphones-'));
      for (const name of [...programs, recorder]) {
        await symlink((await findProgram(name)) ?? assert.fail(name), path.join(bin, name));
      }
      env = { ...process.env, ...microphone.env, PATH: bin };
    });
    after(async () => {
      await microphone.stop();
      await rm(bin, { recursive: true, force: true });
    });

    const microphones = (): Microphones => {
      const surroundings = { platform: process.platform, env, probe: fileSystemProbe };
      const system = findSoundSystem({ surroundings, clock, log: silentLog });
      return listedMicrophones({ clock, log: silentLog, system, env });
    };
    const pactl = (...args: readonly string[]): Promise<string> =>
      run('pactl', args, { env: { ...process.env, ...microphone.env, LC_ALL: 'C' } });

    /** Resolves with the list as soon as it is as `matches` says, by what the watch tells alone. */
    async function listed(
      matches: (list: readonly ListedMicrophone[]) => boolean,
      change: () => Promise<unknown>,
    ): Promise<readonly ListedMicrophone[]> {
      const list = (): ReturnType<Microphones['list']> => microphones().list();
      const seen = { changes: 0 };
      let resolve: (list: readonly ListedMicrophone[]) => void = () => undefined;
      const found = new Promise<readonly ListedMicrophone[]>((settle) => (resolve = settle));
      const watching = microphones().watch(() => {
        seen.changes++;
        void list().then((now) => {
          if (matches(now)) resolve(now);
        });
      });
      try {
        // It says nothing of what changed before it was connected.
        for (let percent = 100; seen.changes === 0; percent--) {
          await pactl('set-source-volume', 'vmic', `${String(percent)}%`);
        }
        await change();
        return await found;
      } finally {
        watching.dispose();
      }
    }

    test('lists what can be recorded, the default marked, and nothing that a loudspeaker plays', async () => {
      const all = await microphones().list();
      assert.deepEqual(
        [
          all.map(({ name, isDefault, isMuted }) => [name, isDefault, isMuted]),
          microphones().canRecordSeveral,
        ],
        [[['vmic', true, false]], true],
      );
    });

    test('tells of one that is plugged in, by its name in any language, and of one that is muted', async () => {
      const plugged = await listed(
        (list) => list.some(({ name }) => name === 'headset'),
        () =>
          pactl(
            ...['load-module', 'module-remap-source', 'master=vspk.monitor'],
            ...['source_name=headset', `source_properties=device.description=${HEADSET.label}`],
          ),
      );
      assert.deepEqual(
        plugged.find(({ name }) => name === 'headset'),
        HEADSET,
      );
      const muted = await listed(
        (list) => list.some(({ isMuted }) => isMuted),
        () => pactl('set-source-mute', 'headset', '1'),
      );
      assert.deepEqual(muted.map(({ name, isMuted }) => [name, isMuted]).toSorted(), [
        ['headset', true],
        ['vmic', false],
      ]);
    });

    test('that the default has become another microphone is noticed, by what people call it', async () => {
      const module = await pactl(
        ...['load-module', 'module-remap-source', 'master=vspk.monitor'],
        ...['source_name=second', 'source_properties=device.description=Zweites-音'],
      );
      const recording = createRecorderFactory({
        clock,
        log: silentLog,
        env: { ...env, PULSE_SOURCE: undefined },
      })({ ...DEFAULTS, recorder });
      const watch = new Watch(recording);
      const notices: RecorderNotice[] = [];
      const noticed = new Promise<void>((resolve) => {
        recording.onDidNotice((notice) => {
          notices.push(notice);
          resolve();
        });
      });
      await watch.received();
      // A move before it was looked for the first time is none.
      for (let n = 0; notices.length === 0; n++) {
        await pactl('set-default-source', n % 2 === 0 ? 'second' : 'vmic');
        await Promise.race([noticed, setTimeout(1000)]);
      }
      await endAll([recording]);
      await pactl('set-default-source', 'vmic');
      await pactl('unload-module', module.trim());
      const [first] = notices;
      assert.ok(
        first?.kind === 'moved' && ['Zweites-音', 'VirtualMicrophone'].includes(first.label),
        JSON.stringify(first),
      );
    });

    test('an unplugged microphone is noticed, whatever is recorded instead', async () => {
      const recording = createRecorderFactory({ clock, log: silentLog, env })({
        ...DEFAULTS,
        recorder,
        device: 'vmic',
      });
      const watch = new Watch(recording);
      await watch.received();
      await microphone.unloadSource();
      const { reason } = await watch.failed;
      assert.ok(
        ['microphone-unavailable', 'monitor-recorded', 'recorder-stopped'].includes(reason),
      );
      await endAll([recording]);
    });

    test('what was recorded is played back, and ends at once when nobody wants to hear it', async () => {
      const player = server === 'PulseAudio' ? 'pacat' : 'aplay';
      const folder = await mkdtemp(path.join(os.tmpdir(), 'player-'));
      await symlink((await findProgram(player)) ?? assert.fail(), path.join(folder, player));
      const surroundings = {
        platform: process.platform,
        env: { ...env, PATH: folder },
        probe: fileSystemProbe,
      };
      const play = playThrough(surroundings);
      const silence = (ms: number): readonly Uint8Array[] => [new Uint8Array(ms * 32)];
      const cancel = new AbortController();
      const long = play(silence(600_000), 16000, cancel.signal);
      const short = await play(silence(100), 16000, new AbortController().signal);
      cancel.abort();
      assert.deepEqual([short, await long], [true, false]);
      await rm(folder, { recursive: true });
    });

    // Last: there is no server after it.
    test('lists nothing where the server is gone', async () => {
      await microphone.killServer();
      assert.deepEqual(await microphones().list(), []);
    });
  });
}
