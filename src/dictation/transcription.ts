import { repeat, type Clock } from '../core/clock';
import { DictationError } from '../core/failure';
import type { KeptAudio } from '../core/kept-audio';
import type { Log } from '../core/log';
import { FRAME_MS } from '../core/pcm';
import type { Preparation, ReadyProvider } from '../core/provider';
import type { Settings } from '../core/settings';
import type { NoteFinal, Target } from '../core/target';
import type { WorkspaceNames } from '../core/workspace-names';
import type { RunCode } from './attempt';
import type { CostLedger } from './cost/ledger';
import type { Notice } from './notice';
import type { Run } from './run/run';

/** How often it is looked how far the recogniser has come, and what it has cost. */
const LOOK_MS = 500;

/** How far a transcription has come. */
export type TranscriptionProgress =
  | ({ readonly kind: 'preparing' } & Preparation)
  /** @property heardMs of the audio, never less than before */
  | {
      readonly kind: 'listening';
      readonly heardMs: number;
      readonly totalMs: number;
      /** The connection is lost, and another one is being opened. */
      readonly isReconnecting: boolean;
    };

/** What became of a transcription. */
export type TranscriptionEnd =
  /** @property finals so many texts were heard */
  | { readonly kind: 'done'; readonly finals: number }
  /** What has landed stays. @property left what has not been heard; absent: nothing was begun */
  | {
      readonly kind: 'stopped';
      readonly why: 'cancelled' | 'budget';
      readonly left: KeptAudio | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly error: DictationError;
      /** What is to be tried again. */
      readonly left: KeptAudio | undefined;
    };

/** What a transcription needs of the window. */
export interface TranscriptionDependencies {
  readonly clock: Clock;
  readonly log: Log;
  readonly code: RunCode;
  readonly ledger: Pick<CostLedger, 'follow' | 'close' | 'status'>;
  readonly noteFinal: NoteFinal;
  readonly random: () => number;
  readonly onDidNotice: (notice: Notice) => void;
}

/** What is transcribed, and where to. */
export interface TranscriptionRequest {
  readonly audio: KeptAudio;
  /** The transcription's to dispose. */
  readonly target: Target;
  readonly settings: Settings;
  /** The transcription's to dispose. */
  readonly names: WorkspaceNames;
  /** The person does not want to wait any more: what has landed stays. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: TranscriptionProgress) => void;
}

/**
 * Transcribes audio that is all there, beside what is dictated meanwhile: as fast as the recogniser takes
 * it, over as many sessions as it needs, within the daily budget. Never rejects.
 */
export async function transcribe(
  deps: TranscriptionDependencies,
  request: TranscriptionRequest,
): Promise<TranscriptionEnd> {
  const { settings, target, names, signal, audio } = request;
  const letGo = (): void => {
    target.dispose();
    names.dispose();
  };
  try {
    const { provider } = deps.code;
    const ready = await provider.makeReady({
      recognition: settings.recognition,
      mayAsk: () => Promise.resolve(!signal.aborted),
      onProgress: (preparation) => {
        request.onProgress({ kind: 'preparing', ...preparation });
      },
    });
    if (signal.aborted) {
      letGo();
      return { kind: 'stopped', why: 'cancelled', left: undefined };
    }
    if (ready === undefined) throw new DictationError('key-missing');
    if (isSpent(deps, settings)) {
      letGo();
      return { kind: 'stopped', why: 'budget', left: audio };
    }
    return await listen(deps, request, ready);
  } catch (error) {
    letGo();
    return { kind: 'failed', error: DictationError.from(error), left: undefined };
  }
}

function isSpent({ code, ledger }: TranscriptionDependencies, settings: Settings): boolean {
  const { billsOpenTime } = code.provider.traits(settings.recognition);
  return billsOpenTime && ledger.status(settings.cost.dailyBudget) === 'spent';
}

async function listen(
  deps: TranscriptionDependencies,
  request: TranscriptionRequest,
  ready: ReadyProvider,
): Promise<TranscriptionEnd> {
  const { clock, ledger, code } = deps;
  const { audio, settings, signal } = request;
  let finals = 0;
  const run = code.startRun({
    ...deps,
    ...request,
    ready,
    provider: code.provider,
    sound: audio,
    budget: (dailyBudget) => ledger.status(dailyBudget),
    after: Promise.resolve(),
    noteFinal: (text, isLocal) => {
      finals++;
      return deps.noteFinal(text, isLocal);
    },
  });
  ledger.follow(run.bill);
  let failure: DictationError | undefined;
  const follower = followProgress(run, request);
  const subscriptions = [
    run.onDidNotice(deps.onDidNotice),
    run.onDidProgress((event) => {
      if (event.kind === 'end') ({ failure } = event);
      follower.note(event.kind);
    }),
  ];
  const ending = { isForBudget: false };
  const timer = repeat(clock, LOOK_MS, () => {
    follower.look();
    ending.isForBudget = isSpent(deps, settings);
    if (ending.isForBudget) run.leave();
  });
  const onAbort = (): void => {
    run.leave();
  };
  signal.addEventListener('abort', onAbort, { once: true });
  await run.ended;
  signal.removeEventListener('abort', onAbort);
  timer.dispose();
  for (const each of subscriptions) each.dispose();
  ledger.close(run.bill);
  const left = run.keptAudio;
  run.dispose();
  if (failure !== undefined) return { kind: 'failed', error: failure, left };
  if (ending.isForBudget) return { kind: 'stopped', why: 'budget', left };
  return signal.aborted ? { kind: 'stopped', why: 'cancelled', left } : { kind: 'done', finals };
}

/** Tells how far a run has come, and ends it when all has been listened to: a loss before is mended. */
function followProgress(
  run: Run,
  { audio, onProgress }: TranscriptionRequest,
): { note(event: string): void; look(): void } {
  const totalMs = audio.frames.length * FRAME_MS;
  let told = { heardMs: 0, isReconnecting: false };
  let isReconnecting = false;
  let isStopped = false;
  function look(): void {
    const heardMs = Math.max(told.heardMs, Math.min(totalMs, run.heardMs));
    if (heardMs !== told.heardMs || isReconnecting !== told.isReconnecting) {
      told = { heardMs, isReconnecting };
      onProgress({ kind: 'listening', totalMs, ...told });
    }
    if (heardMs < totalMs || isStopped) return;
    isStopped = true;
    run.stop();
    run.handOver();
  }
  return {
    look,
    note: (event) => {
      if (event === 'begin') isReconnecting = false;
      else if (event === 'drop') isReconnecting = true;
      else return;
      look();
    },
  };
}
