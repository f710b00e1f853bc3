import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { DictationError } from '../../src/core/failure';
import type { DownloadOffer, Speed } from '../../src/core/local-provider';
import type { Preparation, ReadyProvider } from '../../src/core/provider';
import { FRAME_MS } from '../../src/core/pcm';
import { SessionChain } from '../../src/dictation/sessions/session-chain';
import { Journal } from '../../src/dictation/sessions/journal';
import { enginesOfThisComputer } from '../../src/recognition/on-device/engines';
import { MODELS } from '../../src/recognition/on-device/models';
import { OnDeviceProvider, type OnDeviceOptions } from '../../src/recognition/on-device/provider';
import { numbersIn } from '../../src/text/languages/digits';
import { toSentence } from '../../src/text/languages/to-sentence';
import { systemClock } from '../../src/ui/system-clock';
import type { Settings } from '../../src/core/settings';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { framesOf, RecordingLog } from '../wire/session-support';
import { CHILD_PROGRAM, engineMirror, TINY_FOLDER } from './on-device';

/** How many times as fast as a person speaks sound is given. */
const HASTE = 8;

/** Recognition on this computer in a folder of its own, with the test double of a model. */
export class OnDeviceRig {
  readonly log = new RecordingLog();
  readonly offers: DownloadOffer[] = [];
  readonly speeds: Speed[] = [];
  /** What was got ready, repeated things as one. */
  readonly progress: Preparation['what'][] = [];
  settings: Settings['onDevice'] = { source: '', model: 'auto', modelFolder: TINY_FOLDER };
  readonly provider: OnDeviceProvider;

  private constructor(
    readonly folder: string,
    options: Partial<OnDeviceOptions>,
  ) {
    this.provider = new OnDeviceProvider({
      clock: systemClock,
      log: this.log,
      folder: path.join(folder, 'on-device'),
      extensionFolder: path.join(folder, 'extension'),
      program: CHILD_PROGRAM,
      fetch: (url, init) => fetch(url, init),
      readSettings: () => this.settings,
      askToDownload: (offer) => {
        this.offers.push(offer);
        return Promise.resolve(true);
      },
      showDownload: (_, body) => body(() => undefined, new AbortController().signal),
      onDidMeasure: (speed) => this.speeds.push(speed),
      engines: enginesOfThisComputer,
      models: MODELS,
      windowLanguage: 'en',
      findNumbers: numbersIn,
      toSentence,
      ...options,
    });
  }

  static async make(options: Partial<OnDeviceOptions> = {}): Promise<OnDeviceRig> {
    const rig = new OnDeviceRig(
      await mkdtemp(path.join(os.tmpdir(), 'on device Jörg 测试-')),
      options,
    );
    rig.settings = { ...rig.settings, source: await engineMirror() };
    return rig;
  }

  makeReady(languages: readonly string[] = []): Promise<ReadyProvider> {
    return this.provider.makeReady({
      recognition: { ...DEFAULT_SETTINGS.recognition, languages },
      mayAsk: () => Promise.resolve(true),
      onProgress: ({ what }) => {
        if (this.progress.at(-1) !== what) this.progress.push(what);
      },
    });
  }

  async close(): Promise<void> {
    this.provider.dispose();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** What became of something that was dictated. */
export interface DictatedText {
  readonly text: string;
  readonly failure: DictationError | undefined;
}

/**
 * Dictates `pcm` through the real session chain, faster than anybody speaks.
 *
 * @param onFrame called with the number of each frame that is recorded
 * @param haste how many times as fast as a person speaks
 */
export async function dictateTo(
  ready: ReadyProvider,
  pcm: Buffer,
  onFrame: (index: number) => void = () => undefined,
  haste = HASTE,
): Promise<DictatedText> {
  const journal = new Journal();
  const clock = systemClock;
  const beganMs = clock.now();
  const chain = new SessionChain({
    clock,
    journal,
    random: Math.random,
    mayGoOn: ready.mayGoOn,
    mayHaveSpeech: () => true,
    connect: () =>
      ready.connect({
        recognition: DEFAULT_SETTINGS.recognition,
        sampleRate: 16_000,
        encoding: 'pcm_s16le',
      }),
  });
  const finals: string[] = [];
  chain.onDidTranscribe((event) => {
    if (event.kind === 'final') finals.push(event.final.text);
  });
  const ended = new Promise<DictationError | undefined>((resolve) => {
    chain.onDidEnd((end) => {
      resolve(end.kind === 'failed' ? end.error : undefined);
    });
  });
  for (const [index, frame] of framesOf(pcm).entries()) {
    journal.append(frame);
    chain.advance();
    onFrame(index);
    const dueMs = beganMs + ((index + 1) * FRAME_MS) / haste;
    await new Promise<void>((resolve) => {
      clock.schedule(Math.max(0, dueMs - clock.now()), resolve);
    });
  }
  chain.terminate();
  const failure = await ended;
  chain.dispose();
  return { text: finals.join(' '), failure };
}
