import assert from 'node:assert/strict';
import { mayGoOn } from '../../src/recognition/assemblyai/failures';
import { FRAME_MS } from '../../src/core/pcm';
import type { Final, SessionEnd } from '../../src/core/recognition';
import { SessionChain } from '../../src/dictation/sessions/session-chain';
import { Journal } from '../../src/dictation/sessions/journal';
import { createSessionFactory } from '../../src/recognition/assemblyai/streaming-session';
import { VirtualClock } from '../contracts/virtual-clock';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { SessionRecording, type Received } from '../emulator/record';
import type { RecognisedWord } from '../emulator/recogniser';
import { SimulatedNetwork } from '../simulation/network';
import type { HearingSession, SharedHearing } from './shared-hearing';

const SAMPLE_RATE = 16_000;
/** Of 16 kHz, 16-bit audio. */
export const BYTES_PER_MS = (SAMPLE_RATE / 1000) * 2;
const FRAME_BYTES = FRAME_MS * BYTES_PER_MS;

const LATENCY_MS = 40;

/** Longer than every deadline, backoff and replay there is. */
const END_DEADLINE_MS = 120_000;

/** How something is dictated. */
export interface Manner {
  readonly model: string;
  readonly formatTurns: boolean;
  /** When the person asks for the end of the turn; run time. */
  readonly endTurnsAtMs: readonly number[];
  /** How long after a cut the connection breaks once more: perhaps in the replay. */
  readonly cutsAgainAfterMs?: number;
}

/** What became of one session of a dictation; run times. */
export interface DictatedSession {
  /** Where its audio begins. */
  readonly fromMs: number;
  /** Up to where it had been sent audio each time it was asked to end the turn. */
  readonly endTurnsAtMs: readonly number[];
  /** The words of all finals that it sent, at their true times. */
  readonly heard: readonly RecognisedWord[];
  /** What was to be inserted. */
  readonly inserted: readonly InsertedWord[];
}

export interface InsertedWord {
  readonly text: string;
  /** Where the server said that it ends, which may be later than it does; unknown in doubt. */
  readonly endMs: number | undefined;
}

/**
 * Dictates `pcm` (16 kHz, 16 bit) on a virtual clock through the real session chain and sessions to
 * the emulator; the network breaks at `cutsMs`.
 */
export async function dictate(
  pcm: Buffer,
  { model, formatTurns, endTurnsAtMs }: Manner,
  hearing: SharedHearing,
  cutsMs: readonly number[],
): Promise<readonly DictatedSession[]> {
  const clock = new VirtualClock();
  const hearings: HearingSession[] = [];
  const network = new SimulatedNetwork(
    clock,
    LATENCY_MS,
    {
      outages: cutsMs.map((atMs) => ({ fromMs: atMs, toMs: atMs, noticedAfterMs: 0 })),
      faults: [],
      hiccups: [],
    },
    SessionRecording,
    () => {
      const session = hearing.create();
      hearings.push(session);
      return session;
    },
  );
  const nothing = (): void => undefined;
  const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
  const connect = createSessionFactory({ clock, log, openSocket: network.open });
  const journal = new Journal();
  const chain = new SessionChain({
    clock,
    journal,
    random: () => 0.5,
    mayGoOn,
    mayHaveSpeech: () => true,
    connect: () => {
      const number = network.records.length;
      const session = connect({
        recognition: { ...DEFAULT_SETTINGS.recognition, model, formatTurns },
        sampleRate: SAMPLE_RATE,
        encoding: 'pcm_s16le',
        apiKey: 'key',
      });
      session.onDidBegin(() => {
        current = number;
      });
      return session;
    },
  });
  /** By session: what was to be inserted from its Begin to the next one's. */
  const inserted = new Map<number, InsertedWord[]>();
  let current = 0;
  const ends: SessionEnd[] = [];
  chain.onDidTranscribe((event) => {
    if (event.kind !== 'final') return;
    inserted.set(current, [...(inserted.get(current) ?? []), ...wordsOf(event.final)]);
  });
  chain.onDidEnd((end) => {
    ends.push(end);
  });
  for (const atMs of endTurnsAtMs) {
    clock.schedule(atMs, () => {
      chain.forceEndpoint();
    });
  }

  for (let at = 0; at + FRAME_BYTES <= pcm.length; at += FRAME_BYTES) {
    await clock.advance(FRAME_MS);
    journal.append(pcm.subarray(at, at + FRAME_BYTES));
    chain.advance();
  }
  chain.terminate();
  for (let waitedMs = 0; ends.length === 0 && waitedMs < END_DEADLINE_MS; waitedMs += 1000) {
    await clock.advance(1000);
  }
  chain.dispose();
  await clock.advance(END_DEADLINE_MS);
  assert.deepEqual(
    ends.map(({ kind }) => kind),
    ['terminated'],
  );

  const begun = network.records.filter(({ sent }) => sent.length > 0);
  return begun.flatMap(({ number, audio, received }, i) => {
    if (audio.length === 0) return [];
    const fromMs = pcm.indexOf(audio.subarray(0, FRAME_BYTES)) / BYTES_PER_MS;
    const heard = (hearings[i]?.finals ?? []).map(({ text, startMs, endMs }) => ({
      text: lettersOf(text),
      startMs: startMs + fromMs,
      endMs: endMs + fromMs,
    }));
    const ours = (inserted.get(number) ?? []).map(({ text, endMs }) => ({
      text,
      endMs: endMs === undefined ? undefined : endMs + fromMs,
    }));
    const endTurnsAtMs = forcedAtMs(received).map((ms) => ms + fromMs);
    return [{ fromMs, endTurnsAtMs, heard, inserted: ours }];
  });
}

/** How much audio there was before each ForceEndpoint. */
function forcedAtMs(received: readonly Received[]): readonly number[] {
  let audioMs = 0;
  return received.flatMap((each) => {
    if (each.kind === 'audio') audioMs += each.durationMs;
    const isForced = each.kind === 'text' && JSON.stringify(each.message).includes('ForceEndpoint');
    return isForced ? [audioMs] : [];
  });
}

/** A word's letters, lower case; '' of a mark. */
function lettersOf(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function wordsOf({ text, words }: Final): readonly InsertedWord[] {
  const inText = text
    .split(/\s+/)
    .map(lettersOf)
    .filter((word) => word !== '');
  const timed = words
    .map((word) => ({ text: lettersOf(word.text), endMs: word.endMs }))
    .filter((word) => word.text !== '');
  // Words that were final before are missing at the beginning of the text only.
  const last = timed.slice(-inText.length);
  const isTimed = last.map((word) => word.text).join(' ') === inText.join(' ');
  return isTimed ? last : inText.map((word) => ({ text: word, endMs: undefined }));
}
