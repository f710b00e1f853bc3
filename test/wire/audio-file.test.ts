// Files with sound through the programs that decode them, and files that are made to do harm.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { DECODERS, type Decoder } from '../../src/audio/file/decoders';
import { createAudioFileReader } from '../../src/audio/file/read-audio-file';
import type { AudioFileReading } from '../../src/core/audio-file';
import { systemClock } from '../../src/ui/system-clock';
import { VirtualClock } from '../contracts/virtual-clock';
import { toneOf, waveFile } from '../fixtures/wave';
import { SUITE_DEADLINE_MS, until } from '../harness/until';
import { RecordingLog } from './session-support';

const run = promisify(execFile);

describe('files with sound', { timeout: SUITE_DEADLINE_MS }, () => {
  let folder: string;
  let server: Server;
  let address: string;
  const requests: string[] = [];

  before(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'audio file, '));
    const samples = Int16Array.from(toneOf(440, 2, 16_000), (x) => Math.round(x * 32_767));
    await writeFile(at('tone.wav'), waveFile(new Uint8Array(samples.buffer)));
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  });

  after(async () => {
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const at = (name: string): string => path.join(folder, name);

  function read(
    name: string,
    options: { decoders?: readonly Decoder[]; signal?: AbortSignal; clock?: VirtualClock } = {},
  ): Promise<AudioFileReading> {
    const { signal = new AbortController().signal, clock = systemClock, ...rest } = options;
    return createAudioFileReader({ clock, log: new RecordingLog(), ...rest })(at(name), { signal });
  }

  /** What a file comes to, in short. */
  async function outcome(name: string, options: Parameters<typeof read>[1] = {}): Promise<string> {
    const reading = await read(name, options);
    if (reading.kind === 'audio') {
      const seconds = Math.round(reading.audio.frames.length / 20);
      return `${String(seconds)} s of ${loudnessOf(reading.audio.frames)}`;
    }
    return reading.kind === 'problem' ? reading.problem.kind : reading.kind;
  }

  function loudnessOf(frames: readonly Uint8Array[]): 'sound' | 'silence' {
    const bytes = Buffer.concat(frames);
    for (let i = 0; i < bytes.length; i += 2)
      if (Math.abs(bytes.readInt16LE(i)) > 5000) return 'sound';
    return 'silence';
  }

  const decoder = (name: string): Decoder =>
    DECODERS.find((each) => each.name === name) ?? assert.fail(name);

  for (const name of [
    'tone.mp3',
    'tone.m4a',
    'tone.ogg',
    'tone.opus',
    'tone.flac',
    '-loglevel.mkv',
  ]) {
    test(`${name} is decoded by ffmpeg`, async () => {
      await run('ffmpeg', ['-loglevel', 'error', '-y', '-i', at('tone.wav'), at(name)]);
      assert.equal(await outcome(name, { decoders: [decoder('ffmpeg')] }), '2 s of sound');
    });
  }

  for (const name of ['tone.aiff', 'tone.au', 'tone.w64', '-n.aiff']) {
    test(`${name} is decoded by sox`, async () => {
      await run('sox', [at('tone.wav'), at(name)]);
      assert.equal(await outcome(name, { decoders: [decoder('sox')] }), '2 s of sound');
    });
  }

  for (const [name, called] of [
    ['tone.aiff', 'aiff.wav'],
    ['tone.flac', 'flac.mp3'],
    ['tone.au', 'recording of 3 May'],
    ['tone.w64', 'w64.m4a'],
  ] as const) {
    test(`${name} is what it is for each decoder, called ${called}`, async () => {
      await run('sox', [at('tone.wav'), at(name)]);
      await rename(at(name), at(called));
      for (const each of DECODERS)
        assert.equal(await outcome(called, { decoders: [each] }), '2 s of sound', each.name);
    });
  }

  test('a film without sound is told of, without what its decoder thinks about options', async () => {
    await run('ffmpeg', ['-y', '-f', 'lavfi', '-i', 'testsrc=d=1', at('silent film.mp4')]);
    assert.deepEqual(await read('silent film.mp4'), {
      kind: 'problem',
      problem: { kind: 'not-audio', detail: '' },
    });
  });

  test('WAVE of a coding that we do not read is decoded', async () => {
    await run('ffmpeg', [...['-y', '-i', at('tone.wav')], '-c:a', 'adpcm_ms', at('adpcm.wav')]);
    assert.equal(await outcome('adpcm.wav'), '2 s of sound');
  });

  test('the beginning of a file that was cut off is what there is of it', async () => {
    await run('ffmpeg', ['-y', '-i', at('tone.wav'), at('whole.flac')]);
    await run('sh', ['-c', `head -c $(($(wc -c < whole.flac) / 2)) whole.flac > cut.flac`], {
      cwd: folder,
    });
    assert.match(await outcome('cut.flac'), /^[01] s of sound$/);
  });

  test('without a program that decodes it, that is what is told', async () => {
    await writeFile(at('none.mp3'), 'ID3');
    assert.equal(await outcome('none.mp3', { decoders: [] }), 'no-decoder');
    const missing: Decoder = { ...decoder('ffmpeg'), find: () => undefined };
    assert.equal(await outcome('none.mp3', { decoders: [missing] }), 'no-decoder');
  });

  test('what is no sound, or nothing, or nowhere, is told apart', async () => {
    await writeFile(at('text.mp3'), 'Not a sound. '.repeat(1000));
    await writeFile(at('nothing.wav'), '');
    await writeFile(at('header.wav'), waveFile(Buffer.of()));
    await mkdir(at('folder.wav'));
    await symlink(at('nowhere.wav'), at('link.wav'));
    const names = [
      'text.mp3',
      'nothing.wav',
      'header.wav',
      'folder.wav',
      'nowhere.wav',
      'link.wav',
    ];
    assert.deepEqual(await Promise.all(names.map((name) => outcome(name))), [
      ...['not-audio', 'empty', 'empty', 'no-file', 'gone', 'gone'],
    ]);
  });

  test('a pipe, which would never end, is not opened', async () => {
    await run('mkfifo', [at('pipe.wav')]);
    await symlink('/dev/zero', at('zero.wav'));
    assert.deepEqual(
      [await outcome('pipe.wav'), await outcome('zero.wav')],
      ['no-file', 'no-file'],
    );
  });

  for (const [name, text] of Object.entries({
    'hls.mp3': (url: string) => `#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n${url}/a.ts\n`,
    'playlist.wav': (url: string) => `#EXTM3U\n${url}/b.mp3\n`,
    'playlist.m3u': (url: string) => `${url}/c.mp3\n`,
    'concat.ogg': (url: string) => `ffconcat version 1.0\nfile '${url}/d.mp3'\n`,
    'own.ogg': () => `ffconcat version 1.0\nfile 'tone.wav'\n`,
    'dash.m4a': (url: string) =>
      `<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><BaseURL>${url}/e</BaseURL></MPD>`,
    'session.flac': () => 'v=0\no=- 0 0 IN IP4 127.0.0.1\nm=audio 5004 RTP/AVP 0\n',
  })) {
    test(`${name}, which only names other sound, is none and makes nobody ask for it`, async () => {
      await writeFile(at(name), text(address));
      const all = await Promise.all(DECODERS.map((each) => outcome(name, { decoders: [each] })));
      assert.ok(
        all.every((each) => ['not-audio', 'no-decoder', 'empty'].includes(each)),
        all.join(),
      );
      assert.deepEqual(requests, []);
    });
  }

  /** A decoder that is this script. */
  async function scripted(name: string, script: string): Promise<Decoder> {
    const file = at(name);
    await writeFile(file, `#!/bin/sh\n${script}\n`);
    await chmod(file, 0o755);
    return { name, find: () => file, args: (what) => [what] };
  }

  test('a decoder that hangs is ended', async () => {
    await writeFile(at('slow.mp3'), 'ID3');
    const clock = new VirtualClock();
    const hangs = await scripted('hangs', `touch '${at('hanging')}'; exec sleep 1000`);
    const told = outcome('slow.mp3', { decoders: [hangs], clock });
    await until('the decoder', () => clock.pending > 0 || undefined);
    await clock.advance(60_000);
    assert.equal(await told, 'stuck');
  });

  test('a decoder that writes without end is ended, and the file is too long', async () => {
    await writeFile(at('endless.mp3'), 'ID3');
    const endless = await scripted('endless', 'exec cat /dev/zero');
    assert.equal(await outcome('endless.mp3', { decoders: [endless] }), 'too-long');
  });

  test('cancelled, the decoder is ended and nothing is said', async () => {
    await writeFile(at('cancelled.mp3'), 'ID3');
    const cancel = new AbortController();
    const hangs = await scripted('waits', 'exec sleep 1000');
    const told = outcome('cancelled.mp3', { decoders: [hangs], signal: cancel.signal });
    cancel.abort();
    assert.equal(await told, 'cancelled');
  });

  test('a decoder gets no more of the environment than a recorder', async () => {
    await writeFile(at('curious.mp3'), 'ID3');
    const curious = await scripted('curious', `env > '${at('environment')}'; exit 1`);
    process.env['SECRET_OF_THE_EDITOR'] = 'x';
    try {
      assert.equal(await outcome('curious.mp3', { decoders: [curious] }), 'not-audio');
      const { stdout } = await run('cat', [at('environment')]);
      assert.doesNotMatch(stdout, /SECRET_OF_THE_EDITOR/);
    } finally {
      delete process.env['SECRET_OF_THE_EDITOR'];
    }
  });
});
