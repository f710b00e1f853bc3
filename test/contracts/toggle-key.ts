import type { ToggleKey } from '../../src/dictation/key/hold-to-talk';

/** The toggle key of a computer on which nothing was learnt yet, with hold to talk. */
export const TOGGLE_KEY: ToggleKey = {
  holdToTalk: () => true,
  memory: { read: () => [], write: () => undefined },
};
