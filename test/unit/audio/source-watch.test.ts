import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { wrongSource } from '../../../src/audio/source-watch';
import { streamSource, type StreamSource } from '../../../src/audio/pactl-lists';

/** What PulseAudio 16 and PipeWire 0.3.65 say, in short. */
const SOURCES = `Source #43
	State: RUNNING
	Name: vspk.monitor
	Description: Monitor of vspk Audio/Sink sink
	Monitor of Sink: vspk
	Properties:
		device.description = "Name: not this"

Source #48
	State: RUNNING
	Name: Größe
	Description: Grün
	Monitor of Sink: n/a
`;

const STREAMS = `Source Output #70
	Driver: PipeWire
	Source: 43
	Properties:
		application.name = "SoX"
		application.process.id = "12"

Source Output #88
	Driver: PipeWire
	Source: 48
	Properties:
		application.name = "ALSA plug-in [aplay]"
		application.process.id = "1234"

Source Output #112
	Driver: PipeWire
	Source: 48
	Properties:
		application.name = "pw-record"
`;

const MICROPHONE: StreamSource = {
  name: 'Größe',
  label: 'Grün',
  isMonitor: false,
  isThroughAlsa: false,
};
const MONITOR: StreamSource = {
  name: 'vspk.monitor',
  label: 'Monitor of vspk Audio/Sink sink',
  isMonitor: true,
  isThroughAlsa: false,
};

describe('where a stream comes from', () => {
  test('is told by the process, with names in any language', () => {
    assert.deepEqual(
      [12, 1234, 7].map((pid) => streamSource({ pid, program: 'sox' }, STREAMS, SOURCES)),
      [MONITOR, { ...MICROPHONE, isThroughAlsa: true }, undefined],
    );
  });

  test('of a program that tells no process is that of its only stream', () => {
    const owner = { pid: 7, program: 'pw-record' };
    assert.deepEqual(streamSource(owner, STREAMS, SOURCES), MICROPHONE);
    assert.equal(
      streamSource(owner, STREAMS + STREAMS.replaceAll('#112', '#113'), SOURCES),
      undefined,
    );
  });

  test('is not known of lists that are empty, or not the ones that were asked for', () => {
    const owner = { pid: 12, program: 'sox' };
    for (const [streams, sources] of [
      ['', ''],
      [STREAMS, ''],
      [SOURCES, STREAMS],
      [STREAMS.replaceAll('Source: 43', 'Source: 4294967295'), SOURCES],
    ] as const) {
      assert.equal(streamSource(owner, streams, sources), undefined);
    }
  });
});

describe('what is recorded', () => {
  const wrong = (source: StreamSource, device: string, env: NodeJS.ProcessEnv = {}) => {
    const error = wrongSource(source, device, { env });
    return error === undefined ? 'right' : `${error.reason}: ${error.detail}`;
  };

  test('is right where it is what was asked for, or the default', () => {
    assert.deepEqual(
      [wrong(MICROPHONE, 'Größe'), wrong(MICROPHONE, ''), wrong(MONITOR, 'vspk.monitor')],
      ['right', 'right', 'right'],
    );
    assert.equal(wrong(MONITOR, '', { PULSE_SOURCE: 'vspk.monitor' }), 'right');
    assert.notEqual(wrong(MICROPHONE, 'headset', { PULSE_SOURCE: 'Größe' }), 'right');
  });

  test('is wrong where it is another microphone, or a loudspeaker that nobody has named', () => {
    assert.deepEqual(
      [wrong(MICROPHONE, 'headset'), wrong(MONITOR, 'headset'), wrong(MONITOR, '')],
      [
        'microphone-unavailable: headset',
        'monitor-recorded: Monitor of vspk Audio/Sink sink',
        'monitor-recorded: Monitor of vspk Audio/Sink sink',
      ],
    );
  });

  test('cannot be told by a number, a name of the server’s own or one of ALSA', () => {
    const throughAlsa = { ...MICROPHONE, isThroughAlsa: true };
    assert.deepEqual(
      [wrong(MICROPHONE, '48'), wrong(MICROPHONE, '@DEFAULT_SOURCE@'), wrong(throughAlsa, 'pulse')],
      ['right', 'right', 'right'],
    );
  });
});
