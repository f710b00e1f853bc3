import { mayGoOn } from '../../../../src/recognition/assemblyai/failures';
import { DictationError } from '../../../../src/core/failure';
import type { SessionEnd, Word } from '../../../../src/core/recognition';
import { Journal } from '../../../../src/dictation/sessions/journal';
import { SessionChain } from '../../../../src/dictation/sessions/session-chain';
import { FakeSession } from '../../../contracts/fake-session';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { SETTINGS } from '../rig';

/** A loss after which another session is tried. */
export const LOST = new DictationError('connection-lost', { retryable: true });

/** A chain of fake sessions, and what it told. */
export class ChainRig {
  readonly clock = new VirtualClock();
  readonly journal: Journal;
  readonly sessions: FakeSession[] = [];
  readonly events: string[] = [];
  readonly finals: string[] = [];
  readonly ends: SessionEnd[] = [];
  readonly chain: SessionChain;
  mayHaveSpeech = false;

  constructor(limitMs?: number) {
    this.journal = new Journal(limitMs);
    this.chain = new SessionChain({
      clock: this.clock,
      journal: this.journal,
      random: () => 0,
      mayGoOn,
      mayHaveSpeech: () => this.mayHaveSpeech,
      connect: () => {
        const session = new FakeSession(
          {
            recognition: SETTINGS.recognition,
            sampleRate: 16000,
            encoding: 'pcm_s16le',
          },
          this.clock,
        );
        this.sessions.push(session);
        return session;
      },
    });
    this.chain.onDidBegin(() => this.events.push('begin'));
    this.chain.onDidDrop((error) => this.events.push(`drop ${error.reason}`));
    this.chain.onDidTranscribe((event) => {
      if (event.kind === 'final') this.finals.push(event.final.text);
    });
    this.chain.onDidEnd((end) => {
      this.events.push('end');
      this.ends.push(end);
    });
  }

  get session(): FakeSession {
    const session = this.sessions.at(-1);
    if (session === undefined) throw new Error('no session');
    return session;
  }

  /** Records `count` frames, each filled with its own number. */
  record(count: number): void {
    for (let n = 0; n < count; n++) {
      this.journal.append(Uint8Array.of(this.journal.endIndex % 256));
      this.chain.advance();
    }
  }

  /** How many frames the newest session had got, each time it was asked to end the turn. */
  get askedAfter(): readonly number[] {
    let sent = 0;
    return this.session.calls.flatMap(({ kind }) => {
      if (kind === 'send') sent++;
      return kind === 'forceEndpoint' ? [sent] : [];
    });
  }

  /** The numbers of the frames that the newest session was sent. */
  get sent(): readonly number[] {
    return [...this.session.audio];
  }
}

/** The numbers of frames. */
export function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}

/** A word of a turn, with its times. */
export function word(text: string, startMs: number, endMs: number): Word {
  return { text, startMs, endMs };
}
