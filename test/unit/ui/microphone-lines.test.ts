import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ListedMicrophone } from '../../../src/core/microphones';
import { levelBar, microphoneLines } from '../../../src/ui/microphone-lines';
import type { MeterReading } from '../../../src/ui/microphone-meters';

const BUILT_IN: ListedMicrophone = {
  name: 'alsa_input.pci',
  label: 'Built-in',
  isDefault: true,
  isMuted: false,
  isUnplugged: false,
};
const HEADSET: ListedMicrophone = {
  ...BUILT_IN,
  name: 'alsa_input.usb',
  label: 'Kopfhörer',
  isDefault: false,
};
const level = (levelDb: number): MeterReading => ({ kind: 'level', levelDb });

test('each microphone is told by its own name, with its level; the default and the chosen one are marked', () => {
  const readings: Readonly<Record<string, MeterReading>> = {
    [BUILT_IN.name]: level(-35),
    [HEADSET.name]: level(-80),
  };
  assert.deepEqual(
    microphoneLines({
      list: [BUILT_IN, HEADSET],
      device: HEADSET.name,
      reading: (name) => readings[name],
    }),
    [
      {
        name: '',
        label: '$(blank) System Default',
        description: 'now Built-in',
        detail: '▰▰▰▰▰▰▱▱▱▱▱▱',
      },
      {
        name: BUILT_IN.name,
        label: '$(blank) Built-in',
        description: 'default',
        detail: '▰▰▰▰▰▰▱▱▱▱▱▱',
      },
      { name: HEADSET.name, label: '$(check) Kopfhörer', description: '', detail: '▱▱▱▱▱▱▱▱▱▱▱▱' },
    ],
  );
});

test('where nothing can be listed there is the default, with its own level', () => {
  assert.deepEqual(
    microphoneLines({
      list: [],
      device: '',
      reading: (name) => (name === '' ? level(-10) : undefined),
    }),
    [{ name: '', label: '$(check) System Default', description: '', detail: '▰▰▰▰▰▰▰▰▰▰▰▰' }],
  );
});

test('a chosen microphone that is not there stays in the list, and says so', () => {
  const lines = microphoneLines({ list: [BUILT_IN], device: 'usb', reading: () => undefined });
  assert.deepEqual(lines[1], {
    name: 'usb',
    label: '$(check) usb',
    description: '$(debug-disconnect) not connected',
    detail: '\u00a0',
  });
});

test('no row grows when its level comes: what is below would move under the pointer', () => {
  for (const reading of [undefined, level(-20), { kind: 'failed' } as const]) {
    const lines = microphoneLines({
      list: [BUILT_IN, HEADSET],
      device: 'usb',
      reading: () => reading,
    });
    assert.deepEqual(
      lines.filter(({ detail }) => detail === ''),
      [],
    );
    assert.equal(lines.length, 4);
  }
});

test('why one is not heard stands below it: muted, unplugged, failed, or silence only', () => {
  const silent: MeterReading = { kind: 'silent' };
  const detail = (microphone: ListedMicrophone, reading: MeterReading): unknown =>
    microphoneLines({ list: [microphone], device: '', reading: () => reading }).at(-1)?.detail;
  assert.deepEqual(
    [
      detail({ ...HEADSET, isMuted: true }, silent),
      detail({ ...HEADSET, isUnplugged: true }, silent),
      detail(HEADSET, { kind: 'failed' }),
      detail(HEADSET, silent),
      detail(HEADSET, { kind: 'waiting' }),
      detail(HEADSET, level(-50)),
    ],
    [
      '▱▱▱▱▱▱▱▱▱▱▱▱  Muted in the sound settings of your system',
      '▱▱▱▱▱▱▱▱▱▱▱▱  Nothing is plugged in there',
      'Cannot be recorded',
      '▱▱▱▱▱▱▱▱▱▱▱▱  Delivers nothing but silence',
      '▱▱▱▱▱▱▱▱▱▱▱▱',
      '▰▰▱▱▱▱▱▱▱▱▱▱',
    ],
  );
});

test('a bar has the same length whatever the level, and grows with it', () => {
  const bars = [-Infinity, -100, -60, -48, -22, -10, 0].map(levelBar);
  assert.deepEqual([...new Set(bars.map(({ length }) => length))], [12]);
  assert.deepEqual(
    bars.map((bar) => bar.lastIndexOf('▰') + 1),
    [0, 0, 0, 3, 9, 12, 12],
  );
});
