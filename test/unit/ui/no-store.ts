import type { TextStore } from '../../../src/ui/history/history';

/** Keeps nothing anywhere. */
export const NO_STORE: TextStore = {
  save: () => () => undefined,
  recover: () => Promise.resolve([]),
  keep: () => () => undefined,
  read: () => Promise.resolve([]),
  clear: () => undefined,
};
