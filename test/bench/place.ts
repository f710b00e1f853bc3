import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Settings } from '../../src/core/settings';
import { selfSignedCertificate, type Certificate } from '../emulator/tls';
import type { Closers } from '../harness/closers';
import type { SoundServerName } from '../harness/sound-servers';
import { startVirtualMicrophone, type VirtualMicrophone } from '../harness/virtual-microphone';
import { toneSpeech } from '../matrix/tone-speech';
import type { Contender, ContenderOptions } from './contender';
import { openOurs } from './ours';
import { buildRivals, openRival, type Manner } from './rival';

type RecorderName = Exclude<Settings['recording']['recorder'], 'auto'>;

/** Where contenders are compared. */
export interface Place {
  readonly microphone: VirtualMicrophone;
  /** A file with all words, spoken once. */
  readonly speech: string;
  readonly tls: Certificate;
  /** See `buildRivals`. */
  readonly rivals: string;
}

/** Starts a virtual microphone, which this process and its children record from then on. */
export async function openPlace(server: SoundServerName, closers: Closers): Promise<Place> {
  const rivals = await buildRivals();
  const folder = await closers.open(mkdtemp(path.join(os.tmpdir(), 'bench-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  const speech = path.join(folder, 'speech.wav');
  await writeFile(speech, toneSpeech());
  const tls = await closers.open(selfSignedCertificate(), (made) => made.dispose());
  const microphone = await closers.open(startVirtualMicrophone(server), (each) => each.stop());
  Object.assign(process.env, microphone.env);
  return { microphone, speech, tls, rivals };
}

/** Who is compared: the names that the tables have. */
export const RIVALS: Readonly<Record<string, Manner>> = {
  'SDK sample': 'sample',
  'SDK sample, tuned': 'tuned',
  'tutorial’s loop': 'tutorial',
  'VS Code’s rules (a model)': 'built-in',
};

/** Opens a contender. */
export type OpenContender = (options: ContenderOptions, place: Place) => Promise<Contender>;

/** This extension with one recorder. */
export const ours =
  (recorder: RecorderName): OpenContender =>
  (options) =>
    openOurs(options, recorder);

/** By the name that the tables have. */
export const rival =
  (name: string): OpenContender =>
  (options, { rivals, tls }) =>
    openRival(RIVALS[name] ?? 'sample', rivals, options, tls);
