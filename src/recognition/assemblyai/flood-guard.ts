import { Allowance } from '../../core/allowance';
import type { Clock } from '../../core/clock';
import type { WireTurn } from './protocol';

/** A busy session has about ten messages a second; what a stalled network held back comes at once. */
const MESSAGES = { burst: 1000, perSecond: 100 };

/** A message this long counts twice; a minute-long turn with its words has about 40 KB. */
const UNIT_BYTES = 10_000;

/** People say 25 characters a second, each of which may come twice; every one has to be inserted. */
const ENDED_CHARACTERS = { burst: 40_000, perSecond: 200 };

/** Notices a server that sends more than speech can be: all of it would have to be kept and inserted. */
export class FloodGuard {
  private readonly messages: Allowance;
  private readonly ended: Allowance;

  constructor(clock: Clock) {
    this.messages = new Allowance(clock, MESSAGES.burst, MESSAGES.perSecond);
    this.ended = new Allowance(clock, ENDED_CHARACTERS.burst, ENDED_CHARACTERS.perSecond);
  }

  /**
   * Counts a message; false once there were too many.
   *
   * @param aheadMs how much audio the server got ahead of time, in a replay: it may answer that as
   *   fast as it likes
   */
  accepts(bytes: number, aheadMs = 0): boolean {
    return this.messages.takes(1 + bytes / UNIT_BYTES, aheadMs);
  }

  /** Counts the characters of an ended turn; false once they were more than anybody can have said. */
  acceptsEnded(
    { transcript, words }: Pick<WireTurn, 'transcript' | 'words'>,
    aheadMs = 0,
  ): boolean {
    const inWords = words.reduce((sum, { text }) => sum + text.length, 0);
    return this.ended.takes(Math.max(transcript.length, inWords), aheadMs);
  }
}
