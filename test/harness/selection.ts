/** Which tests of a tier run, and in which order; everything, by name, where nothing is said. */
export interface TestSelection {
  /** Only files whose path contains it. */
  readonly file?: string;
  /** Only tests whose title contains it. */
  readonly grep?: string;
  /**
   * Files, and inside VS Code suites and tests too, run in the order that belongs to this number:
   * no test may lean on what ran before it.
   */
  readonly shuffle?: number;
}

/** The options that choose tests, for `parseArgs`. */
export const SELECTION_OPTIONS = {
  file: { type: 'string' },
  grep: { type: 'string' },
  shuffle: { type: 'string' },
} as const;

type SelectionValues = { readonly [key in keyof typeof SELECTION_OPTIONS]?: string | undefined };

/** How a selection is handed to the extension host. */
const VARIABLES = {
  file: 'VOICE_DICTATION_TEST_FILE',
  grep: 'VOICE_DICTATION_TEST_GREP',
  shuffle: 'VOICE_DICTATION_TEST_SHUFFLE',
} as const;

/** For the environment of the process that {@link selectionFrom} reads it in. */
export function selectionEnvironment(selection: TestSelection): Readonly<Record<string, string>> {
  const { file, grep, shuffle } = selection;
  return {
    ...(file !== undefined && { [VARIABLES.file]: file }),
    ...(grep !== undefined && { [VARIABLES.grep]: grep }),
    ...(shuffle !== undefined && { [VARIABLES.shuffle]: String(shuffle) }),
  };
}

/** What {@link selectionEnvironment} wrote. */
export function selectionFrom(environment: NodeJS.ProcessEnv): TestSelection {
  return parseSelection({
    file: environment[VARIABLES.file],
    grep: environment[VARIABLES.grep],
    shuffle: environment[VARIABLES.shuffle],
  });
}

/** @throws {Error} when the seed is no whole number */
export function parseSelection({ file, grep, shuffle }: SelectionValues): TestSelection {
  const seed = Number(shuffle ?? 0);
  if (!Number.isSafeInteger(seed)) throw new Error(`--shuffle ${String(shuffle)}: a whole number`);
  return {
    ...(file !== undefined && { file }),
    ...(grep !== undefined && { grep }),
    ...(shuffle !== undefined && { shuffle: seed }),
  };
}

/** `items` in the order that belongs to `seed`; as they are without one. */
export function shuffled<T>(items: readonly T[], seed: number | undefined): T[] {
  if (seed === undefined) return [...items];
  const random = mulberry32(seed);
  return items
    .map((item) => ({ item, key: random() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

/** Numbers from 0 to 1, the same for the same seed. */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
