import { mayGoOn } from '../../../../src/recognition/assemblyai/failures';
import { DictationError } from '../../../../src/core/failure';
import type { ReplayedWords } from '../../../../src/core/kept-audio';
import { FRAME_MS } from '../../../../src/core/pcm';
import type { Word } from '../../../../src/core/recognition';
import { Journal } from '../../../../src/dictation/sessions/journal';
import { SessionChain } from '../../../../src/dictation/sessions/session-chain';
import { FakeSession } from '../../../contracts/fake-session';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { atLevel, noise, toPcm } from '../../../fixtures/sounds';
import { SETTINGS } from '../rig';

export const LOST = new DictationError('connection-lost', { retryable: true });
const SAMPLES_PER_MS = 16;

/** What is recorded: words, and pauses between them; so many ms each. */
export type Sound = readonly (readonly ['word' | 'pause', number])[];

/** A run that hears a recording of known words, and loses its sessions. */
export class ReplayRig {
  readonly clock = new VirtualClock();
  readonly journal = new Journal();
  readonly finals: string[] = [];
  private session: FakeSession | undefined;
  private order = 0;
  readonly chain: SessionChain;

  /** @param roomDb how loud the room is */
  constructor(
    private readonly roomDb = -60,
    replayed?: ReplayedWords,
  ) {
    this.chain = this.connect(replayed);
    this.chain.onDidTranscribe((event) => {
      if (event.kind === 'final') this.finals.push(event.final.text);
    });
    this.server.begin();
  }

  private connect(replayed: ReplayedWords | undefined): SessionChain {
    return new SessionChain({
      clock: this.clock,
      journal: this.journal,
      replayed,
      random: () => 0,
      mayGoOn,
      mayHaveSpeech: () => true,
      connect: () => {
        this.session = new FakeSession(
          {
            recognition: SETTINGS.recognition,
            sampleRate: 16_000,
            encoding: 'pcm_s16le',
          },
          this.clock,
        );
        this.order = 0;
        return this.session;
      },
    });
  }

  get server(): FakeSession {
    if (this.session === undefined) throw new Error('no session');
    return this.session;
  }

  /** Run time of the first audio that the newest session was sent, ms. */
  get replayedFromMs(): number {
    const frames = this.server.audio.length / (FRAME_MS * SAMPLES_PER_MS * 2);
    return (this.journal.endIndex - frames) * FRAME_MS;
  }

  async hear(sound: Sound): Promise<void> {
    const pcm = recording(sound, this.roomDb);
    const bytes = FRAME_MS * SAMPLES_PER_MS * 2;
    for (let at = 0; at + bytes <= pcm.length; at += bytes) {
      await this.clock.advance(FRAME_MS);
      this.journal.append(pcm.subarray(at, at + bytes));
      this.chain.advance();
    }
  }

  /** The server ends a turn with these words; times are the run's, `from` what the session began with. */
  end(transcript: string, words: readonly Word[] = [], order = this.order++): void {
    this.server.turn({ order, transcript, words, isEnd: true });
  }

  async lose(): Promise<void> {
    this.server.end({ kind: 'failed', error: LOST });
    await this.clock.advance(10_000);
    this.server.begin();
  }
}

/** A tone for each word, over the noise of the room. */
function recording(sound: Sound, roomDb: number): Uint8Array {
  const lengthMs = sound.reduce((sum, [, ms]) => sum + ms, 0);
  const room = atLevel(noise('pink', 5), roomDb);
  const samples = Float64Array.from(
    { length: lengthMs * SAMPLES_PER_MS },
    (_, index) => room[index % room.length] ?? 0,
  );
  let at = 0;
  for (const [kind, ms] of sound) {
    const end = at + ms * SAMPLES_PER_MS;
    for (; at < end; at++) {
      if (kind === 'word') samples[at] = (samples[at] ?? 0) + 0.2 * Math.sin(at / 3);
    }
  }
  return toPcm(samples);
}

/** A word of a turn, with its times. */
export function word(text: string, startMs: number, endMs: number): Word {
  return { text, startMs, endMs };
}

/** A word, a short gap, a word, and the pause in which the turn ends, from 800 ms on. */
export const TWO_WORDS: Sound = [
  ['pause', 200],
  ['word', 300],
  ['pause', 50],
  ['word', 250],
  ['pause', 400],
];

/** Four words without a pause between them. */
export const NO_PAUSE: Sound = [['word', 1000]];
