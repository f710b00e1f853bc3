import { FRAME_MS } from '../../src/core/pcm';
import type { RecognisedWord } from '../emulator/recogniser';
import type { DictatedSession, InsertedWord } from './dictate';

/** Where a word begins and ends is known as well as this. */
const EDGE_MS = 50;
/** Within a word nothing is heard for no longer than this: the closure of a `t` or `k`. */
const CLOSURE_MS = 100;
/** A Pro model reports a turn's last word up to 240 ms too long; of short ones we may leave that. */
const LATE_MS = 250;
/** A pair of words is worth more than all nearness in time. */
const PAIR = 100_000;

/** Where there is no next word, a session that begins so long after the last one is in the pause. */
const LONG_PAUSE_MS = 400;

/** How a session begins tells of what it hears for so long: the control listens no longer. */
export const SEAM_MS = 4000;

/** What is wrong with a dictation whose connection was cut. */
export interface SpeechAccount {
  /** Words that nobody said, or said once and found twice. */
  readonly tooMany: readonly string[];
  /** Words that were said, and that the recogniser hears, but that are not there. */
  readonly tooFew: readonly string[];
  /** Words that the recogniser hears otherwise when it hears less of what was before: not ours. */
  readonly otherwise: number;
}

/**
 * The control: what the recogniser hears, without us and without a cut, when a session of its own
 * begins at `fromMs` and is asked to end the turn at `endTurnsAtMs`.
 */
export type HearFrom = (
  fromMs: number,
  endTurnsAtMs: readonly number[],
) => Promise<readonly RecognisedWord[]>;

/**
 * Compares a dictation whose connection was cut with the one that was not, by where in the audio
 * words sound; a word is the same sound as another when they overlap by more than half of the
 * shorter one.
 *
 * A session that begins within a word hears the next {@link SEAM_MS} otherwise for it.
 *
 * The seam of a session is between the last word that we had before it and the next word of the
 * uncut dictation: the pause there is where it may begin.
 *
 * - Too many: an inserted word that sounds before the seam, where the uncut dictation has it too or
 *   the session begins within a word; one in the seam, if the session begins within a word and the
 *   control, begun in the middle of the pause, does not hear it; and a word that no session heard.
 * - Too few: a word of the uncut dictation of which no same sound was inserted, although the last
 *   session heard it, or another one, after the seam; or that no session got whole; or that the session
 *   heard otherwise because we let it begin within a word, where the control hears it alike.
 * - Otherwise: all other differences: what the recogniser itself, asked for the same ends of turns,
 *   hears otherwise than in the uncut dictation, or hears where that has nothing, or does not hear;
 *   and words that it hears where nobody speaks, in music.
 */
export async function accountOf(
  all: readonly RecognisedWord[],
  sessions: readonly DictatedSession[],
  hearFrom: HearFrom,
  isSpoken: (word: RecognisedWord) => boolean = () => true,
): Promise<SpeechAccount> {
  const uncut = all.filter(isSpoken);
  const tooMany: string[] = [];
  const tooFew: string[] = [];
  let otherwise = 0;
  let coveredMs = 0;
  const given: RecognisedWord[] = [];

  const isBegunWithin = isCutIn(uncut, isSpoken);
  const isCut = ({ fromMs }: DictatedSession, word: RecognisedWord): boolean =>
    word.startMs < fromMs + SEAM_MS && isBegunWithin(fromMs);

  for (const [number, session] of sessions.entries()) {
    const { heard, inserted } = session;
    const pause = pauseAfter(coveredMs, uncut);
    const left = uncut.filter((word) => middleOf(word) >= coveredMs);
    const { kept, unheard } = keptOf(heard, inserted, sessions[number - 1]?.inserted.at(-1)?.text);
    tooMany.push(...unheard);
    for (const word of kept) {
      const same = left.filter((other) => isSameSound(word, other));
      const said = same.find(({ text }) => text === word.text) ?? same[0];
      if (said === undefined && !isSpoken(word)) otherwise++;
      else if (said !== undefined) {
        given.push(word);
        const isThere = kept.some((it) => it.text === said.text && isSameSound(it, said));
        if (said.text === word.text) continue;
        if (!isThere && isCut(session, said) && (await isHeard(said, session, pause, hearFrom)))
          tooFew.push(said.text);
        else otherwise++;
      } else if (uncut.some((it) => it.text === word.text && isSameSound(it, word)))
        tooMany.push(word.text);
      else if (!isCut(session, word)) otherwise++;
      else if (middleOf(word) < coveredMs) tooMany.push(word.text);
      else if (middleOf(word) >= pause.endMs) otherwise++;
      else if (await isHeard(word, session, pause, hearFrom)) otherwise++;
      else tooMany.push(word.text);
    }
    coveredMs = Math.max(coveredMs, kept.at(-1)?.endMs ?? 0);
  }

  for (const said of uncut) {
    if (given.some((word) => isSameSound(word, said))) continue;
    // The session that gave us what came after it, or the last one.
    const after = sessions.findIndex((session) => endOf(session) > middleOf(said));
    const number = after < 0 ? sessions.length - 1 : after;
    const last = sessions[number];
    const seamMs = Math.max(0, ...sessions.slice(0, number).map(endOf));
    const before = uncut.filter((word) => middleOf(word) < seamMs);
    const wasHeard = last?.heard.some(
      (word) =>
        isSameSound(word, said) &&
        middleOf(word) >= seamMs &&
        (word.text === said.text || word.startMs >= seamMs - EDGE_MS) &&
        // Else it is heard whole where the uncut dictation has two, which the person's key parted.
        !before.some((other) => isSameSound(word, other)),
    );
    const isLost = last === undefined || last.fromMs > said.startMs + EDGE_MS;
    const pause = pauseAfter(seamMs, uncut);
    const isOurs =
      isLost ||
      wasHeard === true ||
      (isCut(last, said) && (await isHeard(said, last, pause, hearFrom)));
    if (isOurs) tooFew.push(said.text);
    else otherwise++;
  }
  return { tooMany, tooFew, otherwise };
}

/** Where the last word that was inserted from a session ends. */
function endOf({ heard, inserted }: DictatedSession): number {
  return keptOf(heard, inserted).kept.at(-1)?.endMs ?? 0;
}

interface Pause {
  readonly startMs: number;
  readonly endMs: number;
}

/** From the last word that we had to the next one, as the uncut dictation has them. */
function pauseAfter(coveredMs: number, uncut: readonly RecognisedWord[]): Pause {
  const next = uncut.find((word) => middleOf(word) >= coveredMs);
  return {
    startMs: coveredMs,
    endMs: Math.max(coveredMs, next?.startMs ?? Infinity),
  };
}

/** Whether a session that begins at a time begins within a word, and not in the pause that it seems to fill. */
function isCutIn(
  uncut: readonly RecognisedWord[],
  isSpoken: (word: RecognisedWord) => boolean,
): (fromMs: number) => boolean {
  return (fromMs) =>
    // In music a word may seem to go on when nobody speaks any more.
    isSpoken({ text: '', startMs: fromMs - CLOSURE_MS, endMs: fromMs }) &&
    isSpoken({ text: '', startMs: fromMs, endMs: fromMs + CLOSURE_MS }) &&
    uncut.some(({ startMs, endMs }) => fromMs > startMs + EDGE_MS && fromMs < endMs - EDGE_MS);
}

/** Whether the control hears a word alike. */
async function isHeard(
  word: RecognisedWord,
  { endTurnsAtMs }: DictatedSession,
  pause: Pause,
  hearFrom: HearFrom,
): Promise<boolean> {
  const middleMs = Math.min((pause.startMs + pause.endMs) / 2, pause.startMs + LONG_PAUSE_MS);
  const fromMs = Math.floor(middleMs / FRAME_MS) * FRAME_MS;
  const ends = endTurnsAtMs.filter((ms) => ms > fromMs);
  const heard = await hearFrom(fromMs, ends);
  return heard.some((other) => other.text === word.text && isSameSound(word, other));
}

/**
 * Which of the heard words were inserted, and what else was.
 *
 * @param before the last word that was there before: where the key parted a word, its beginning
 */
function keptOf(
  heard: readonly RecognisedWord[],
  inserted: readonly InsertedWord[],
  before?: string,
): { readonly kept: readonly RecognisedWord[]; readonly unheard: readonly string[] } {
  // The row of pairs that are the most, and of those the nearest in time.
  const width = inserted.length + 1;
  const best = new Int32Array((heard.length + 1) * width);
  const at = (i: number, j: number): number => best[i * width + j] ?? 0;
  const pair = (i: number, j: number): number => {
    const word = inserted[j];
    const isRest =
      j === 0 && word !== undefined && heard[i]?.text === `${before ?? ''}${word.text}`;
    const apartMs = apart(
      heard[i],
      isRest ? { ...word, text: `${before ?? ''}${word.text}` } : word,
    );
    return apartMs === undefined ? -1 : at(i + 1, j + 1) + PAIR - apartMs;
  };
  for (let i = heard.length - 1; i >= 0; i--) {
    for (let j = inserted.length - 1; j >= 0; j--) {
      best[i * width + j] = Math.max(pair(i, j), at(i + 1, j), at(i, j + 1));
    }
  }
  const kept: RecognisedWord[] = [];
  const unheard: string[] = [];
  let [i, j] = [0, 0];
  while (j < inserted.length) {
    const word = heard[i];
    if (word !== undefined && pair(i, j) === at(i, j)) {
      kept.push(word);
      i++;
      j++;
    } else if (word !== undefined && at(i + 1, j) >= at(i, j + 1)) i++;
    else unheard.push(inserted[j++]?.text ?? '');
  }
  return { kept, unheard };
}

/** How far a heard and an inserted word are apart in time, ms; nothing: they are not the same. */
function apart(
  heard: RecognisedWord | undefined,
  inserted: InsertedWord | undefined,
): number | undefined {
  if (heard === undefined || heard.text !== inserted?.text) return undefined;
  const ms = inserted.endMs === undefined ? 0 : Math.abs(inserted.endMs - heard.endMs);
  return ms <= LATE_MS ? ms : undefined;
}

function isSameSound(one: RecognisedWord, other: RecognisedWord): boolean {
  const overlapMs = Math.min(one.endMs, other.endMs) - Math.max(one.startMs, other.startMs);
  const shorterMs = Math.min(one.endMs - one.startMs, other.endMs - other.startMs);
  return overlapMs > shorterMs / 2;
}

function middleOf({ startMs, endMs }: RecognisedWord): number {
  return (startMs + endMs) / 2;
}
