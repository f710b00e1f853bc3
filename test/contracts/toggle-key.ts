import type { ToggleKey } from '../../src/dictation/key/hold-to-talk';

/** The toggle key of a computer on which nothing was learnt yet, with hold to talk, in a window that is never busy. */
export const TOGGLE_KEY: ToggleKey = {
  holdToTalk: () => true,
  askWindow: (onAnswer) => {
    onAnswer();
  },
  memory: { read: () => [], write: () => undefined },
};
