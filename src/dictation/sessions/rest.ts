/**
 * Whether a session is to end because nobody speaks: `none`: no; `due`: as soon as it has got all
 * audio; else it was told to.
 */
export type Rest = 'none' | 'due' | Ending;

/** The session was told to end, because nobody spoke. */
export interface Ending {
  /** Speech that has begun since; run time. */
  readonly wakeFromMs?: number;
  /** That speech is over, too: the next session is only for it. */
  readonly parksAgain?: boolean;
}

/** Nobody speaks; @param isDraining the run is to end anyway, so no other session is to be parked */
export function afterSilence(rest: Rest, isDraining: boolean): Rest {
  if (typeof rest === 'object') return { ...rest, parksAgain: rest.wakeFromMs !== undefined };
  return isDraining ? rest : 'due';
}

/** Somebody speaks since `fromMs` of run time. */
export function afterSpeech(rest: Rest, fromMs: number): Rest {
  return typeof rest === 'object' ? { wakeFromMs: rest.wakeFromMs ?? fromMs } : 'none';
}

/** Whether the session after one that is lost is due to rest when it has got all audio. */
export function isDueAfterLoss(rest: Rest): boolean {
  if (typeof rest === 'string') return rest === 'due';
  return rest.wakeFromMs === undefined || rest.parksAgain === true;
}
