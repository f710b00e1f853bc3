/**
 * A window as far as the microphone is concerned, for test/wire/microphone-lock.test.ts: acquires and
 * gives back as its parent says. What it holds when is written into a file that all windows share,
 * one line each, so that the order is the real one.
 */
import { appendFileSync } from 'node:fs';
import type { Disposable } from '../../src/core/events';
import { MicrophoneLock } from '../../src/storage/microphone-lock';
import { systemClock as clock } from '../../src/ui/system-clock';
import { silentLog } from './audio-support';

const [folder = '', diary = '', name = ''] = process.argv.slice(2);
const lock = new MicrophoneLock({ folder, clock, log: silentLog });
let current: Disposable | undefined;

async function acquire(takeOver: boolean): Promise<boolean> {
  const hold = await lock.acquire({ takeOver });
  if (hold === 'taken') return false;
  write('has');
  current = hold;
  hold.onDidAskBack(() => {
    giveBack();
    process.send?.('asked back');
  });
  return true;
}

function giveBack(): void {
  if (current === undefined) return;
  write('lets go');
  current.dispose();
  current = undefined;
}

function write(what: string): void {
  appendFileSync(diary, `${name} ${what}\n`);
}

/** Tries to get the microphone again and again, keeping it for a moment each time. */
async function compete(rounds: number): Promise<number> {
  let times = 0;
  for (let round = 0; round < rounds; round++) {
    if (await acquire(false)) times++;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    giveBack();
  }
  return times;
}

process.on('message', (message) => {
  void (async () => {
    if (message === 'acquire') process.send?.(await acquire(false));
    else if (message === 'take over') process.send?.(await acquire(true));
    else if (message === 'compete') process.send?.(await compete(60));
    else {
      giveBack();
      process.send?.('given back');
    }
  })();
});
process.send?.('ready');
