import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phrase, type Phrase } from '../../../src/core/phrase';
import {
  lastWords,
  recorderFailure,
  spawnFailure,
  type RecorderEnding,
} from '../../../src/audio/recorder-failure';

const FAILED: RecorderEnding = {
  name: 'sox',
  code: 2,
  signal: null,
  stderr: '',
  receivedBytes: 0,
  cause: undefined,
};

/** What a person will be told of. */
function told(ending: Partial<RecorderEnding>, platform: NodeJS.Platform = 'linux') {
  const { reason, retryable, detail } = recorderFailure({ ...FAILED, ...ending }, platform);
  return { reason, retryable, detail };
}

function systemError(code: string): Error {
  const syscall = 'spawn /opt/sox';
  return Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
}

// Every stderr text here was written by the program on Debian 12 (sox 14.4.2).

test('of sox on Windows its path is not told, and of warnings nothing where there is a failure', () => {
  const stderr = [
    'C:\\Users\\J\u00f6rg\\Tools\\sox.exe WARN waveaudio: something',
    'C:\\Users\\J\u00f6rg\\Tools\\sox.exe FAIL sox: Sorry, there is no default audio device configured',
    '',
  ].join('\r\n');
  assert.deepEqual(told({ code: 1, stderr }, 'win32'), {
    reason: 'microphone-unavailable',
    retryable: false,
    detail: 'sox.exe FAIL sox: Sorry, there is no default audio device configured',
  });
});

test('what a recorder draws over its own progress is read as lines', () => {
  assert.equal(
    lastWords('In:0.00%\rIn:1.00%\r\nsox FAIL a\rsox FAIL b\n'),
    'In:1.00%\nsox FAIL a\nsox FAIL b',
  );
});

test('a refused connection is a missing sound server', () => {
  const stderr =
    "sox FAIL formats: can't open input  `default': can not open audio device: Connection refused\n";
  assert.deepEqual(told({ stderr }), {
    reason: 'sound-server-unavailable',
    retryable: true,
    detail: stderr.trim(),
  });
});

test('a connection that breaks is a missing sound server, although sox exits with 0', () => {
  const stderr =
    "sox FAIL sox: `default' error reading from pulse audio device: Connection terminated: Operation not permitted\n";
  assert.deepEqual(told({ code: 0, stderr, receivedBytes: 31402 }), {
    reason: 'sound-server-unavailable',
    retryable: true,
    detail: stderr.trim(),
  });
});

test('no default device means no sound server on Linux, no microphone elsewhere; the last lines say so', () => {
  const stderr = [
    "ALSA lib confmisc.c:855:(parse_card) cannot find card '0'",
    'ALSA lib conf.c:5703:(snd_config_expand) Evaluate error: No such file or directory',
    'ALSA lib pcm.c:2666:(snd_pcm_open_noupdate) Unknown PCM default',
    'sox FAIL sox: Sorry, there is no default audio device configured',
    '',
  ].join('\n');
  const detail = stderr.split('\n').slice(1, 4).join('\n');
  assert.deepEqual(told({ code: 1, stderr }), {
    reason: 'sound-server-unavailable',
    retryable: true,
    detail,
  });
  assert.deepEqual(told({ code: 1, stderr }, 'win32'), {
    reason: 'microphone-unavailable',
    retryable: false,
    detail,
  });
});

test('a sox that cannot be spawned is missing', () => {
  for (const code of ['ENOENT', 'EACCES']) {
    assert.deepEqual(told({ code: -2, cause: systemError(code) }), {
      reason: 'recorder-missing',
      retryable: false,
      detail: `spawn /opt/sox ${code}`,
    });
  }
});

test('a system out of processes is not blamed on sox', () => {
  assert.deepEqual(told({ code: -11, cause: systemError('EAGAIN') }), {
    reason: 'unexpected',
    retryable: false,
    detail: 'spawn /opt/sox EAGAIN',
  });
});

test('every other end is a stopped recorder, which may record again', () => {
  const stopped = { reason: 'recorder-stopped', retryable: true };
  assert.deepEqual(
    [
      told({ code: null, signal: 'SIGKILL' }),
      told({ code: 2, receivedBytes: 4096 }),
      told({ code: 0 }),
    ],
    [
      { ...stopped, detail: 'sox was ended by SIGKILL' },
      { ...stopped, detail: 'sox ended with exit code 2' },
      { ...stopped, detail: 'sox ended with exit code 0' },
    ],
  );
});

test('the error underneath is kept for the log', () => {
  const cause = new Error('sox has exited with error code 2');
  assert.equal(recorderFailure({ ...FAILED, cause }, 'linux').cause, cause);
});

test('the other recorders have words of their own for a sound server that is gone', () => {
  const gone = { reason: 'sound-server-unavailable', retryable: true };
  const endings: readonly (readonly [RecorderEnding['name'], number, string])[] = [
    ['parec', 1, 'Connection failure: Connection refused'],
    ['parec', 1, 'Connection failure: Connection terminated'],
    ['pw-record', 1, 'error: pw_context_connect() failed: Host is down'],
    ['pw-record', 1, 'remote error: id=0 seq:12 res:-32 (Broken pipe): connection error'],
    ['arecord', 1, 'arecord: main:830: audio open error: Host is down'],
    ['arecord', 1, 'arecord: pcm_read:2221: read error: Input/output error'],
    ['arecord', 1, 'arecord: xrun:1664: xrun: prepare error: Input/output error'],
    ['ffmpeg', 1, 'default: No such process'],
  ];
  for (const [name, code, stderr] of endings) {
    assert.deepEqual(told({ name, code, stderr, receivedBytes: 640 }), { ...gone, detail: stderr });
  }
});

test('a device that is not there is an unavailable microphone, in our words wherever they are understood', () => {
  const ours = phrase('it is not connected');
  const endings: readonly (readonly [RecorderEnding['name'], string, Phrase | undefined])[] = [
    [
      'sox',
      "sox FAIL formats: can't open input  `nope': can not open audio device: No such entity",
      ours,
    ],
    [
      'sox',
      "sox FAIL formats: can't open input `nope': snd_pcm_open error: No such file or directory",
      ours,
    ],
    ['parec', 'Stream error: No such entity', ours],
    [
      'arecord',
      'ALSA lib pcm_pulse.c:758:(pulse_prepare) PulseAudio: Unable to create stream: No such entity\n\narecord: set_params:1416: Unable to install hw params:\nACCESS:  RW_INTERLEAVED',
      ours,
    ],
    ['arecord', 'arecord: main:830: audio open error: No such file or directory', ours],
    ['arecord', 'arecord: main:830: audio open error: Device or resource busy', undefined],
    ['pvrecorder', 'there is no device', ours],
    ['pvrecorder', 'there is no such device', ours],
    ['pvrecorder', 'the device delivers nothing', phrase('the device delivers nothing')],
    ['ffmpeg', 'headset: Input/output error', undefined],
  ];
  for (const [name, stderr, ownWords] of endings) {
    const failure = recorderFailure({ ...FAILED, name, code: 1, stderr }, 'linux');
    assert.deepEqual(
      [failure.reason, failure.ownWords, failure.detail],
      ['microphone-unavailable', ownWords, ownWords?.sentence ?? stderr],
    );
  }
});

test('a device that stops to deliver is told in our words, too', () => {
  const stderr = 'the device delivers nothing\n';
  const ending = {
    ...FAILED,
    name: 'pvrecorder',
    code: 3,
    receivedBytes: 100_000,
    stderr,
  } as const;
  assert.deepEqual(
    recorderFailure(ending, 'win32').ownWords,
    phrase('the device delivers nothing'),
  );
});

test('what is no program is a missing recorder, also where the system throws it at once', () => {
  // A `.cmd` (EINVAL), a text on Windows (UNKNOWN, from Node 22 on EFTYPE).
  for (const code of ['ENOENT', 'EACCES', 'EINVAL', 'UNKNOWN', 'EFTYPE']) {
    const { reason, detail } = spawnFailure(systemError(code));
    assert.deepEqual([reason, detail], ['recorder-missing', `spawn /opt/sox ${code}`]);
  }
  assert.equal(spawnFailure(systemError('EMFILE')).reason, 'unexpected');
  assert.equal(spawnFailure(new TypeError('a null byte')).reason, 'unexpected');
});
