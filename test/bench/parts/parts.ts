import type { Part } from '../part';
import { keyPress } from './key-press';
import { size } from './size';
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
  size,
} satisfies Readonly<Record<string, Part>>;

export type PartName = keyof typeof PARTS;

/** Parts that count, and measure no time: they run beside each other. */
export const TOGETHER: readonly (readonly PartName[])[] = [['words-PulseAudio', 'words-PipeWire']];
