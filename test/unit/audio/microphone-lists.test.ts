import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pactlMicrophones } from '../../../src/audio/pactl-lists';
import { dumpedMicrophones, dumpedSource, readDump } from '../../../src/audio/pipewire-dump';
import {
  alsaMicrophones,
  macMicrophones,
  windowsMicrophones,
} from '../../../src/audio/system-lists';

const PRESENT = { isDefault: false, isMuted: false, isUnplugged: false };

describe('the microphones', () => {
  test('of pactl have names in any language; what a loudspeaker plays is none', () => {
    const sources = `Source #43
	Name: vspk.monitor
	Description: Monitor of vspk
	Mute: no
	Monitor of Sink: vspk

Source #48
	Name: alsa_input.usb
	Description: Größe 音
	Mute: yes
	Monitor of Sink: n/a
	Properties:
		device.description = "not this"

Source #49
	Name: alsa_input.pci
	Description: Internal
	Mute: no
	Monitor of Sink: n/a
	Ports:
		analog-mic: Microphone (type: Mic, priority: 8700, availability group: Legacy 1, not available)
		analog-line: Line In (type: Line, priority: 8100, available)
	Active Port: analog-mic
`;
    assert.deepEqual(
      pactlMicrophones(sources, 'Server Name: x\nDefault Source: alsa_input.usb\n'),
      [
        {
          name: 'alsa_input.usb',
          label: 'Größe 音',
          isDefault: true,
          isMuted: true,
          isUnplugged: false,
        },
        { ...PRESENT, name: 'alsa_input.pci', label: 'Internal', isUnplugged: true },
      ],
    );
  });

  test('of pactl go by their name where nothing describes them', () => {
    const sources = ['', '(null)'].map(
      (description, i) =>
        `Source #${String(i)}\n\tName: tunnel.${String(i)}\n\tDescription: ${description}\n`,
    );
    assert.deepEqual(
      pactlMicrophones(sources.join('\n'), '').map(({ label }) => label),
      ['tunnel.0', 'tunnel.1'],
    );
  });

  test('of ALSA are its cards, with conversion', () => {
    const list = `null
    Discard all samples
hw:CARD=PCH,DEV=0
    HDA Intel PCH, ALC257 Analog
    Direct hardware device without any conversions
plughw:CARD=PCH,DEV=0
    HDA Intel PCH, ALC257 Analog
    Hardware device with all software conversions
`;
    assert.deepEqual(alsaMicrophones(list), [
      { ...PRESENT, name: 'plughw:CARD=PCH,DEV=0', label: 'HDA Intel PCH, ALC257 Analog' },
    ]);
  });

  test('of macOS are what has inputs', () => {
    const list = JSON.stringify({
      SPAudioDataType: [
        {
          _items: [
            { _name: 'MacBook Pro Speakers', coreaudio_device_output: 2 },
            {
              _name: 'MacBook Pro Microphone',
              coreaudio_device_input: 1,
              coreaudio_default_audio_input_device: 'spaudio_yes',
            },
          ],
        },
      ],
    });
    const name = 'MacBook Pro Microphone';
    assert.deepEqual(macMicrophones(list), [{ ...PRESENT, name, label: name, isDefault: true }]);
  });

  test('of Windows are those that are there, by a name that sox takes', () => {
    const key =
      'HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture';
    const [what, card] = [
      '{a45c254e-df1c-4efd-8020-67d146a850e0},2',
      '{b3f8fa53-0004-438e-9003-51a46e139bfc},6',
    ];
    const list = [
      `${key}\\{1}`,
      '    DeviceState    REG_DWORD    0x1',
      `${key}\\{1}\\Properties`,
      `    ${what}    REG_SZ    Microphone`,
      `    ${card}    REG_SZ    Realtek High Definition Audio`,
      `${key}\\{2}`,
      '    DeviceState    REG_DWORD    0x4',
      `${key}\\{2}\\Properties`,
      `    ${what}    REG_SZ    Unplugged`,
      `${key}\\{3}`,
      '    DeviceState    REG_DWORD    0x1',
      `${key}\\{3}\\Properties`,
      `    ${what}    REG_SZ    Kopfhörer`,
    ].join('\r\n');
    const label = 'Microphone (Realtek High Definition Audio)';
    assert.deepEqual(windowsMicrophones(list), [
      { ...PRESENT, name: label.slice(0, 31), label },
      { ...PRESENT, name: 'Kopfh', label: 'Kopfhörer' },
    ]);
  });
});

describe('PipeWire’s dump', () => {
  const object = (id: number, type: string, props: object, more: object = {}): object => ({
    id,
    type: `PipeWire:Interface:${type}`,
    info: { props, ...more },
  });
  const lists = [
    [
      object(43, 'Node', { 'media.class': 'Audio/Sink', 'node.name': 'vspk' }),
      object(
        39,
        'Node',
        {
          'media.class': 'Audio/Source/Virtual',
          'node.name': 'vmic',
          'node.description': 'Größe',
        },
        { params: { Props: [{ mute: true }] } },
      ),
      object(52, 'Client', { 'application.process.id': 9560 }),
      object(59, 'Node', {
        'media.class': 'Stream/Input/Audio',
        'node.name': 'pw-record',
        'client.id': 52,
      }),
    ],
    [
      object(67, 'Node', {
        'media.class': 'Stream/Input/Audio',
        'node.name': 'ALSA plug-in [arecord]',
        'application.process.id': '9561',
      }),
      object(68, 'Node', {
        'media.class': 'Stream/Input/Audio',
        'application.process.id': '9562',
      }),
      object(61, 'Link', {}, { 'output-node-id': 39, 'input-node-id': 59 }),
      object(62, 'Link', {}, { 'output-node-id': 43, 'input-node-id': 67 }),
      {
        type: 'PipeWire:Interface:Metadata',
        metadata: [{ key: 'default.audio.source', value: { name: 'vmic' } }],
      },
    ],
  ];
  // As 0.3.65 sometimes writes it.
  const dump = readDump(lists.map((list) => JSON.stringify(list, null, 2)).join('\n'));

  test('tells the microphones, whatever number of lists it comes in', () => {
    assert.deepEqual(dumpedMicrophones(dump), [
      { name: 'vmic', label: 'Größe', isDefault: true, isMuted: true, isUnplugged: false },
    ]);
  });

  test('tells what is recorded for a process, by its stream or its client', () => {
    const of = (pid: number): unknown => dumpedSource({ pid, program: 'any' }, dump);
    assert.deepEqual([9560, 9561, 9562, 1].map(of), [
      { name: 'vmic', label: 'Größe', isMonitor: false, isThroughAlsa: false },
      { name: 'vspk', label: 'vspk', isMonitor: true, isThroughAlsa: true },
      undefined,
      undefined,
    ]);
  });

  test('that is no list, or of other things, has none', () => {
    assert.deepEqual(
      [{}, [null, 3, {}, { type: 'PipeWire:Interface:Node', info: null }]].map((each) =>
        dumpedMicrophones(readDump(JSON.stringify(each))),
      ),
      [[], []],
    );
  });
});
