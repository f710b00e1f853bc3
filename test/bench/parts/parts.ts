import type { Part } from '../part';
import { activation } from './activation';
import { billing } from './billing';
import { editor } from './editor';
import { growth } from './growth';
import { hearing } from './hearing';
import { keyPress } from './key-press';
import { memory } from './memory';
import { onDevice } from './on-device';
import { size } from './size';
import { upload } from './upload';
import { wire } from './wire';
import { words } from './words';

/** All parts, in the order in which they run. */
export const PARTS = {
  'words-PulseAudio': words('PulseAudio'),
  'words-PipeWire': words('PipeWire'),
  'wire-PulseAudio': wire('PulseAudio'),
  'wire-PipeWire': wire('PipeWire'),
  'key-press-PulseAudio': keyPress('PulseAudio'),
  'key-press-PipeWire': keyPress('PipeWire'),
  editor,
  activation,
  'on-device': onDevice,
  growth,
  upload,
  billing,
  hearing,
  memory,
  size,
} satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof PARTS;

/** Parts that count, and measure no time but the CPU's: they run beside each other. */
export const TOGETHER: readonly (readonly PartName[])[] = [
  ['words-PulseAudio', 'words-PipeWire'],
  ['growth', 'upload', 'billing', 'hearing', 'memory'],
];
