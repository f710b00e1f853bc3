import { watch } from 'node:fs';
import type { Clock } from '../core/clock';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import type { AcquireMicrophone, MicrophoneHold } from '../core/microphone-hold';
import { BEAT_MS, MicrophoneClaims } from './microphone-claims';

/** The other window's post-roll (0.3 s), the time sox is given to end (1 s), and a busy computer. */
const TAKE_OVER_DEADLINE_MS = 5000;

/** How often a window that takes over looks whether the other one has stopped. */
const TAKE_OVER_POLL_MS = 20;

export interface MicrophoneLockOptions {
  /** Shared by all windows; made when it is missing. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * One microphone across windows. The claim survives nothing that its process does not: a window
 * that crashed has lost it. Where the folder cannot be used, every window may record.
 */
export class MicrophoneLock implements Disposable {
  private readonly claims: MicrophoneClaims;
  private own: OwnClaim | undefined;
  /** Two starts in one window come one after the other. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly options: MicrophoneLockOptions) {
    this.claims = new MicrophoneClaims(options.folder);
  }

  /** See {@link AcquireMicrophone}. A run that still records and the next one of this window share the claim. */
  readonly acquire: AcquireMicrophone = ({ takeOver }) => {
    const acquired = this.turn.then(() => this.acquireInTurn(takeOver));
    this.turn = acquired;
    return acquired;
  };

  dispose(): void {
    this.own?.dispose();
  }

  private async acquireInTurn(takeOver: boolean): Promise<MicrophoneHold | 'taken'> {
    if (this.own !== undefined) return this.own.isAskedBack ? 'taken' : this.own.hold();
    try {
      this.claims.open();
      const number = await (takeOver ? this.takeOver() : this.claims.claim());
      if (number === undefined) return 'taken';
      this.own = new OwnClaim(number, this.claims, this.options, (givenBack) => {
        this.own = undefined;
        this.turn = this.turn.then(() => givenBack);
      });
      return this.own.hold();
    } catch (error) {
      this.options.log.warn(`other windows cannot see that this one records: ${loggable(error)}`);
      return { onDidAskBack: () => ({ dispose: () => undefined }), dispose: () => undefined };
    }
  }

  private async takeOver(): Promise<number | undefined> {
    const { clock } = this.options;
    const deadlineMs = clock.now() + TAKE_OVER_DEADLINE_MS;
    for (let asked = 0; clock.now() < deadlineMs;) {
      const held = await this.claims.held();
      if (held === undefined) {
        const number = await this.claims.claim();
        if (number !== undefined) return number;
      } else if (held !== asked) {
        this.claims.askBack(held);
        asked = held;
      }
      await new Promise<void>((resolve) => clock.schedule(TAKE_OVER_POLL_MS, resolve));
    }
    return undefined;
  }
}

/** This window's claim while it stands: beats, watches for requests, and ends with its last hold. */
class OwnClaim implements Disposable {
  private readonly holds = new Set<object>();
  private readonly askedBack = new Emitter<void>();
  private readonly watcher: Disposable;
  private nextBeat: Disposable | undefined;
  /** The last writing to the claim's file: a late beat must not undo its end. */
  private written: Promise<void> = Promise.resolve();
  isAskedBack = false;

  constructor(
    private readonly number: number,
    private readonly claims: MicrophoneClaims,
    private readonly options: MicrophoneLockOptions,
    private readonly onEnd: (givenBack: Promise<void>) => void,
  ) {
    this.watcher = watchFolder(options.folder, () => {
      void this.look();
    });
    this.scheduleBeat();
  }

  hold(): MicrophoneHold {
    const hold = {
      onDidAskBack: this.askedBack.event,
      dispose: () => {
        if (this.holds.delete(hold) && this.holds.size === 0) this.dispose();
      },
    };
    this.holds.add(hold);
    return hold;
  }

  dispose(): void {
    disposeAll([this.watcher, this.askedBack]);
    this.nextBeat?.dispose();
    this.holds.clear();
    // Where this fails, the claim ends for want of beats.
    this.write(() => this.claims.giveBack(this.number));
    this.onEnd(this.written);
  }

  private scheduleBeat(): void {
    this.nextBeat = this.options.clock.schedule(BEAT_MS, () => {
      this.scheduleBeat();
      this.write(() => this.claims.beat(this.number));
      void this.look();
    });
  }

  private write(write: () => Promise<void>): void {
    this.written = this.written.then(write).catch((error: unknown) => {
      this.options.log.debug(`microphone claim: ${loggable(error)}`);
    });
  }

  private async look(): Promise<void> {
    const isAskedBack = await this.claims.isAskedBack(this.number).catch((error: unknown) => {
      this.options.log.debug(`microphone claims cannot be read: ${loggable(error)}`);
      return false;
    });
    if (!isAskedBack || this.isAskedBack || this.holds.size === 0) return;
    this.isAskedBack = true;
    this.options.log.info('another window takes the microphone over');
    this.askedBack.fire();
  }
}

/** A watch that only saves time: where it fails, each beat looks too. */
function watchFolder(folder: string, onChange: () => void): Disposable {
  try {
    const watcher = watch(folder, { persistent: false }, (what) => {
      // A request is a new file, which is told as `rename`; our own beats are changes.
      if (what === 'rename') onChange();
    });
    watcher.on('error', () => {
      watcher.close();
    });
    return {
      dispose: () => {
        watcher.close();
      },
    };
  } catch {
    return { dispose: () => undefined };
  }
}
