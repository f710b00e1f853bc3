import type { ProviderTraits } from '../../core/recognition';
import { modelFamily, takesContext } from './models';

/**
 * What the house must know of AssemblyAI.
 *
 * The price of the Pro models includes keyterms; Universal-Streaming adds US$ 0.04 an hour
 * (docs/protocol.md §8), and what a model we do not know costs is not known. AssemblyAI documents
 * no keyterms for `whisper-rt`, so it gets none.
 */
export function traitsOf(model: string): ProviderTraits {
  const family = modelFamily(model);
  return {
    isLocal: false,
    model,
    billsOpenTime: true,
    keyterms: family === 'whisper' ? 'no' : family === 'pro' ? 'included' : 'extra',
    takesContext: takesContext(model),
    longestTurnMs: LONGEST_TURN_MS,
    hearingRate: HEARING_RATE,
    wordEnd: WORD_END,
  };
}

/** After this the server ends a turn in any case (docs/protocol.md §4). */
const LONGEST_TURN_MS = 60_000;

/** A backlog is heard at 1.25 times the speed at which people speak (docs/protocol.md), to be sure a little more. */
const HEARING_RATE = 1.3;

/**
 * Word times are wrong by 300 ms either way, hardly ever by more than 100. What Pro models add to the
 * last word's (docs/protocol.md §5.3 d) is taken off before.
 */
export const WORD_END = {
  possible: { earlierMs: 320, laterMs: 320 },
  usual: { earlierMs: 100, laterMs: 100 },
} as const;
