import type { Clipboard } from '../../src/core/clipboard-share';

/** A clipboard on which there is never anything. */
export const EMPTY_CLIPBOARD: Clipboard = {
  readText: () => Promise.resolve(''),
  writeText: () => Promise.resolve(),
};
