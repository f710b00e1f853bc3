import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arecord } from '../../../src/audio/arecord';
import { ffmpeg } from '../../../src/audio/ffmpeg';
import type { ProgramProbe } from '../../../src/audio/find-program';
import { parec } from '../../../src/audio/parec';
import { pvrecorder } from '../../../src/audio/pvrecorder/pvrecorder';
import { pwRecord } from '../../../src/audio/pw-record';
import type { RecorderProgram } from '../../../src/audio/recorder-program';
import { rec, sox } from '../../../src/audio/sox/sox';
import type { RecordingSettings } from '../../../src/core/settings';

/** A file system that has nothing but, where it is asked for, the library behind `stdbuf`. */
function probe(library?: string): ProgramProbe {
  return { isProgram: () => false, exists: (file) => file === library, list: () => [] };
}

interface Given {
  readonly settings?: Partial<RecordingSettings>;
  readonly platform?: NodeJS.Platform;
  readonly env?: NodeJS.ProcessEnv;
  readonly library?: string;
}

/** The command line, and what the program is told besides what it inherits. */
function commandOf(program: RecorderProgram, given: Given = {}) {
  const { settings, platform = 'linux', env = {}, library } = given;
  const { cmd, args, spawnOptions } = program.command(
    `/bin/${program.name}`,
    { device: '', sampleRate: 16000, ...settings },
    { platform, env, probe: probe(library) },
  );
  return { line: [cmd, ...args].join(' '), env: spawnOptions.env };
}

const MONO = '--rate 16000 --channels 1 --encoding signed-integer --bits 16';
const SOX_FORMAT = `${MONO} --endian little --type raw -`;

const LINES: readonly (readonly [RecorderProgram, string])[] = [
  [sox, `/bin/sox --buffer 320 -V1 --no-show-progress ${MONO} --default-device ${SOX_FORMAT}`],
  [rec, `/bin/rec --buffer 320 -V1 --no-show-progress ${SOX_FORMAT}`],
  [
    parec,
    '/bin/parec --raw --format=s16le --rate=16000 --channels=1 --latency-msec=20 --client-name=Voice Dictation',
  ],
  [pwRecord, '/bin/pw-record --format s16 --rate 16000 --channels 1 --latency 20ms -'],
  [
    arecord,
    '/bin/arecord -q -t raw -f S16_LE -r 16000 -c 1 --buffer-time=100000 --period-time=20000',
  ],
  [
    ffmpeg,
    '/bin/ffmpeg -hide_banner -nostdin -loglevel error -fflags nobuffer -f pulse -sample_rate 16000 -channels 1 -fragment_size 640 -i default -ar 16000 -ac 1 -f s16le -flush_packets 1 pipe:1',
  ],
];

const BUILT_IN = { addOn: '/ext/recorder/pv_recorder.node', program: '/ext/dist/pvrecorder.js' };

const NAME = 'Großes Mikrofon 麦克风';

/** How each is told its device: on the command line, or in the environment. */
const DEVICES: readonly (readonly [RecorderProgram, string])[] = [
  [sox, `AUDIODEV=${NAME}`],
  [rec, `AUDIODEV=${NAME}`],
  [parec, `--device=${NAME}`],
  [pwRecord, `--target ${NAME} -`],
  [arecord, `-D ${NAME}`],
  [ffmpeg, `-i ${NAME} `],
];

describe('what a recorder is started with', () => {
  for (const [program, line] of LINES) {
    test(`${program.name}: raw 16-bit mono at the asked rate, with little delay`, () => {
      assert.equal(commandOf(program).line, line);
    });
  }

  for (const [program, told] of DEVICES) {
    test(`${program.name} is told its device as it is, in any language`, () => {
      const { line, env } = commandOf(program, { settings: { device: NAME } });
      const variables = Object.entries(env ?? {}).map((pair) => pair.join('='));
      assert.ok([line, ...variables].some((text) => `${text} `.includes(told)));
    });
  }

  test('pvrecorder is a process of our own, in the folder of its add-on, and ends when its input does', () => {
    const surroundings = {
      platform: 'win32' as const,
      env: {},
      probe: probe(BUILT_IN.addOn),
      builtIn: BUILT_IN,
    };
    const file = pvrecorder.find(surroundings) ?? assert.fail();
    const command = pvrecorder.command(file, { device: NAME, sampleRate: 48000 }, surroundings);
    assert.deepEqual(
      [command.cmd, command.args, command.endsWithInput, command.spawnOptions.cwd],
      [process.execPath, [BUILT_IN.program, BUILT_IN.addOn, '48000', NAME], true, '/ext/recorder'],
    );
    assert.equal(command.spawnOptions.env?.['ELECTRON_RUN_AS_NODE'], '1');
  });

  test('where the package has none, as the one for all systems, there is no pvrecorder', () => {
    const surroundings = { platform: 'win32' as const, env: {}, probe: probe() };
    assert.equal(pvrecorder.find({ ...surroundings, builtIn: BUILT_IN }), undefined);
    assert.equal(pvrecorder.find(surroundings), undefined);
  });

  test('none inherits a key, and each speaks English when it complains', () => {
    const env = { PATH: '/bin', LC_ALL: 'de_DE.UTF-8', ASSEMBLYAI_API_KEY: 'secret' };
    for (const [program] of LINES) {
      const { env: inherited } = commandOf(program, { env });
      assert.equal(inherited?.['ASSEMBLYAI_API_KEY'], undefined);
      assert.deepEqual([inherited?.['PATH'], inherited?.['LC_ALL']], ['/bin', 'C']);
    }
    assert.equal(env.LC_ALL, 'de_DE.UTF-8');
  });

  test('sox asks libpulse for little delay, and takes AUDIODEV of the environment without a device', () => {
    const inherited = { AUDIODEV: 'headset' };
    assert.deepEqual(commandOf(sox, { env: inherited, platform: 'darwin' }).env, {
      LC_ALL: 'C',
      PULSE_LATENCY_MSEC: '30',
      AUDIODEV: 'headset',
    });
    const settings = { device: 'USB mic' };
    assert.equal(commandOf(sox, { env: inherited, settings }).env?.['AUDIODEV'], 'USB mic');
  });

  test('on macOS sox has a device buffer that a busy computer fetches in time, and warns when it has not', () => {
    const { line } = commandOf(sox, { platform: 'darwin' });
    assert.match(line, /^\/bin\/sox --buffer 8192 -V2 --no-show-progress --default-device /);
  });

  test('on Linux sox reads 20 ms of its device at a time, whatever the rate, and nothing has to be converted', () => {
    for (const [sampleRate, buffer] of [
      [8000, '160'],
      [48000, '960'],
    ] as const) {
      const { line } = commandOf(sox, { settings: { sampleRate } });
      const [, own, format, device] =
        /--buffer (\d+) .*? (--rate .*) --default-device (.*) --endian/.exec(line) ?? [];
      assert.deepEqual([own, format], [buffer, device]);
    }
  });

  test('on Windows sox opens its device as that is, and is told its driver, unless the environment chooses one', () => {
    const driver = (env: NodeJS.ProcessEnv) =>
      commandOf(sox, { env, platform: 'win32' }).env?.['AUDIODRIVER'];
    assert.deepEqual([driver({}), driver({ AUDIODRIVER: 'wasapi' })], ['waveaudio', 'wasapi']);
    assert.match(
      commandOf(sox, { platform: 'win32' }).line,
      /--no-show-progress --default-device /,
    );
  });

  for (const program of [sox, rec, pwRecord]) {
    test(`where there is the library of stdbuf, ${program.name} hands over 20 ms at a time, whatever the rate`, () => {
      const library = '/usr/libexec/coreutils/libstdbuf.so';
      const buffer = (given: Given) => {
        const { env } = commandOf(program, given);
        return [env?.['LD_PRELOAD'], env?.['_STDBUF_O']];
      };
      assert.deepEqual(buffer({ library }), [library, '640']);
      assert.deepEqual(
        buffer({ library, settings: { sampleRate: 48000 }, env: { LD_PRELOAD: '/lib/x.so' } }),
        [`/lib/x.so:${library}`, '1920'],
      );
      assert.deepEqual(buffer({}), [undefined, undefined]);
      assert.deepEqual(buffer({ library, platform: 'darwin' }), [undefined, undefined]);
    });
  }

  test('on macOS ffmpeg records through the system, the default device or a named one', () => {
    const input = (device: string) =>
      / -f avfoundation -i (.*) -ar /.exec(
        commandOf(ffmpeg, { platform: 'darwin', settings: { device } }).line,
      )?.[1];
    assert.deepEqual([input(''), input('USB mic')], [':default', ':USB mic']);
  });
});

test('arecord is told a sound server’s name by variables, because ALSA has other names', () => {
  const device = 'alsa_input.usb-Blue_Yeti-00.analog-stereo';
  const { line, env } = commandOf(arecord, { settings: { device } });
  const told = [line.includes('-D'), env?.['PULSE_SOURCE'], env?.['PIPEWIRE_NODE']];
  assert.deepEqual(told, [false, device, device]);
});
