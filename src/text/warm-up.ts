import type { Clock } from '../core/clock';
import type { Disposable } from '../core/events';
import { compose, type Place, type WritingStyle } from './compose';
import { interpret } from './interpret';

/** The session is being opened by then, and nobody has said anything that could be shown. */
const AFTER_MS = 200;

const PROSE: Place = { left: '', right: '', scope: 'prose', languageId: 'typescript' };
const CODE: Place = { ...PROSE, scope: 'code' };

/**
 * Makes what the first words of a window need, and those after them do not again: the phrases of the
 * languages in use and the expressions that look for them. Together that takes as long as a few
 * frames of the screen, so it is made in pieces, each in a turn of its own, while nothing is there to
 * be shown.
 */
export function warmUp(clock: Clock, style: WritingStyle): Disposable {
  // A plain word, a mark, a mark among other words: each needs more than the one before it.
  const pieces = [
    () => interpret('a', style),
    () => compose('a', PROSE, style),
    () => compose('A new line b.', PROSE, style),
    () => compose('a', CODE, style),
    () => compose('camel case a equals five', CODE, style),
  ];
  const makeNext = (): void => {
    pieces.shift()?.();
    if (pieces.length > 0) timer = clock.schedule(0, makeNext);
  };
  let timer = clock.schedule(AFTER_MS, makeNext);
  return {
    dispose: () => {
      timer.dispose();
    },
  };
}
