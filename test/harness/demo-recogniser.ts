import { mkdir } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MODELS, type ModelRow } from '../../src/recognition/on-device/models';
import { codingFixtures, speechFixtures, type SpeechFixture } from '../fixtures/speech';
import { cachedFolder } from './cache';
import type { Closers } from './closers';
import { engineMirror, packEngines, TINY_FOLDER, TINY_HEARS } from './on-device';
import { startPracticeServer, type PracticeServer } from './practice-server';

/** A file of some kilobytes tells whether models can be fetched. */
const PROBE_DEADLINE_MS = 10_000;
/** So long nothing may come of a model that is being fetched. */
const MODEL_DEADLINE_MS = 900_000;

/** Who turns speech into text in a demonstration. */
export type DemoRecogniser = {
  /** For the log of the demonstration. */
  readonly name: string;
  /** Full ids. */
  readonly settings: Readonly<Record<string, unknown>>;
  /** What is said where nobody talks. */
  readonly samples: readonly SpeechFixture[];
} & (
  | { readonly kind: 'assemblyai' }
  | { readonly kind: 'practice'; readonly server: PracticeServer }
  /** `mayErr`: a real model, of which we do not know what it makes of the samples. */
  | { readonly kind: 'onDevice'; readonly mayErr: boolean }
);

/**
 * AssemblyAI where there is a key; else this computer, with the best model that can be had here: one
 * that people get, where it can be fetched, else the test double, which knows synthetic voices only.
 * A practice server where that is of no use: a person talks, or the tour's words are said.
 */
export async function chooseRecogniser(
  closers: Closers,
  { isTour, isListening }: { readonly isTour: boolean; readonly isListening: boolean },
): Promise<DemoRecogniser> {
  const { fixtures: samples } = isTour ? await codingFixtures() : await speechFixtures();
  if ((process.env['ASSEMBLYAI_API_KEY'] ?? '').trim() !== '') {
    const name = 'AssemblyAI, with the key in ASSEMBLYAI_API_KEY';
    return { kind: 'assemblyai', name, settings: {}, samples };
  }
  const local = isTour ? undefined : await localRecogniser(samples, isListening);
  if (local !== undefined) return local;
  const speech = isTour ? codingFixtures() : speechFixtures();
  const server = await closers.open(
    startPracticeServer(isListening ? undefined : await speech),
    (started) => started.close(),
  );
  return {
    kind: 'practice',
    name: 'the practice server (PocketSphinx), because ASSEMBLYAI_API_KEY is not set',
    settings: {
      'voiceDictation.recognition.endpoint': server.url,
      'voiceDictation.recognition.provider': 'assemblyai',
    },
    samples,
    server,
  };
}

async function localRecogniser(
  samples: readonly SpeechFixture[],
  isListening: boolean,
): Promise<DemoRecogniser | undefined> {
  const kind = 'onDevice';
  const [row] = MODELS;
  try {
    if (row !== undefined && (await canFetch(row))) {
      const settings = { 'voiceDictation.onDevice.source': await modelMirror(row) };
      const name = `this computer, with ${row.name}`;
      return { kind, name, settings, samples, mayErr: true };
    }
    if (isListening) return undefined;
    const settings = {
      'voiceDictation.onDevice.source': await engineMirror(),
      'voiceDictation.onDevice.modelFolder': TINY_FOLDER,
    };
    const known: readonly string[] = TINY_HEARS;
    const heard = samples.filter(({ id }) => known.includes(id));
    const name = 'this computer, with the test double of a model (none can be fetched here)';
    return { kind, name, settings, samples: heard, mayErr: false };
  } catch (error) {
    console.log(`No engine for this computer: ${error instanceof Error ? error.message : ''}`);
    return undefined;
  }
}

async function canFetch({ package: { files } }: ModelRow): Promise<boolean> {
  const smallest = files.reduce((least, file) => (file.bytes < least.bytes ? file : least));
  try {
    const signal = AbortSignal.timeout(PROBE_DEADLINE_MS);
    const response = await fetch(smallest.url, { signal });
    return response.ok && (await response.arrayBuffer()).byteLength === smallest.bytes;
  } catch {
    // No network, or none that lets us through.
    return false;
  }
}

/** A mirror with engine and model, kept for the next demonstration; the extension checks its hashes. */
function modelMirror({ name, package: wanted }: ModelRow): Promise<string> {
  return cachedFolder(`mirror-demo-${wanted.id}`, async (folder) => {
    await packEngines(folder);
    console.log(`Fetching ${name} …`);
    await mkdir(path.join(folder, wanted.id));
    for (const file of wanted.files) {
      const response = await fetch(file.url, { signal: AbortSignal.timeout(MODEL_DEADLINE_MS) });
      if (!response.ok || response.body === null) throw new Error(`${file.url} was not sent`);
      await pipeline(
        Readable.fromWeb(response.body),
        createWriteStream(path.join(folder, wanted.id, file.name)),
      );
    }
  });
}
