import type { ProviderTraits } from '../../core/recognition';

/** What the house must know of recognition on this computer. */
export const ON_DEVICE_TRAITS: ProviderTraits = {
  isLocal: true,
  model: undefined,
  billsOpenTime: false,
  // Models take none that were made without their vocabulary; names are respelt in the text.
  keyterms: 'no',
  takesContext: false,
  // Cut at 45 s, but where nothing in 15 more is the beginning of a word.
  longestTurnMs: 60_000,
  // A session takes two seconds at a time, and is asked four times a second.
  hearingRate: 8,
  // A word's end is told as the beginning of its last token and a bit (docs/on-device.md).
  wordEnd: {
    possible: { earlierMs: 400, laterMs: 400 },
    usual: { earlierMs: 200, laterMs: 300 },
  },
};
