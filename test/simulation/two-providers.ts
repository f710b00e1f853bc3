// A service and this computer, both cut off at random: each word that was said lands once, in order.
import assert from 'node:assert/strict';
import { fc } from '../harness/properties';
import { DictationError } from '../../src/core/failure';
import { FRAME_MS } from '../../src/core/pcm';
import type { ReadyProvider } from '../../src/core/provider';
import { Journal } from '../../src/dictation/sessions/journal';
import { SessionChain } from '../../src/dictation/sessions/session-chain';
import { withFallback } from '../../src/recognition/fallback';
import { SCRIPTED_TRAITS, ScriptedSession } from '../contracts/scripted-provider';
import { VirtualClock } from '../contracts/virtual-clock';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { RecordingLog } from '../wire/session-support';

/**
 * What is done to the session that is on, in a frame: it is lost, as by a process that is killed, has no memory left
 * or tells that it failed; it hangs, and whoever watches it ends it; it is refused.
 */
type Blow = 'lose' | 'hang' | 'refuse';

/** After so long without a sign, a session is ended by its provider. */
const WATCHED_MS = 4000;

/** One dictation, and what happens meanwhile. */
export interface TwoProvidersStory {
  /** Words and pauses, in frames: 0 is silence. */
  readonly frames: readonly boolean[];
  /** Blows by frame, and how long each session takes to begin; `null`: it cannot. */
  readonly blows: readonly { readonly frame: number; readonly blow: Blow }[];
  readonly beginnings: readonly (number | null)[];
}

/** Any of them. */
export const twoProvidersStory: fc.Arbitrary<TwoProvidersStory> = fc.record({
  // Words of a frame, each with a pause behind it that may or may not end the turn.
  frames: fc
    .array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 40 })
    .map((pauses) => [
      ...Array.from({ length: 8 }, () => false),
      ...pauses.flatMap((pause) => [true, ...Array.from({ length: pause }, () => false)]),
    ]),
  blows: fc.array(
    fc.record({
      frame: fc.integer({ min: 0, max: 200 }),
      blow: fc.constantFrom<Blow>('lose', 'lose', 'hang', 'refuse'),
    }),
    { maxLength: 5 },
  ),
  beginnings: fc.array(fc.option(fc.integer({ min: 0, max: 400 }), { freq: 3 }), { maxLength: 8 }),
});

/** Dictates a story; throws unless each of its words has landed once. */
export async function dictateWithTwo({
  frames,
  blows,
  beginnings,
}: TwoProvidersStory): Promise<void> {
  const clock = new VirtualClock();
  const words = frames.flatMap((isWord, i) => (isWord ? [`w${String(i)}`] : []));
  const script = ['', ...words];
  const left = [...beginnings];
  let current: ScriptedSession | undefined;
  const latest = { isLocal: false };
  const open = (local: boolean): ScriptedSession => {
    const traits = { ...SCRIPTED_TRAITS, isLocal: local };
    const session = new ScriptedSession(script, traits);
    const beginsAfterMs = left.length === 0 ? 10 : (left.shift() ?? null);
    clock.schedule(beginsAfterMs ?? 50, () => {
      // This computer may take long, but it begins.
      if (beginsAfterMs !== null || local) session.begin();
      else session.fail(new DictationError('connection-refused'));
    });
    current = session;
    latest.isLocal = local;
    return session;
  };
  const provider = (local: boolean): ReadyProvider => ({
    connect: () => open(local),
    mayGoOn: ({ retryable }) => retryable,
  });
  const ready = withFallback({
    service: provider(false),
    local: provider(true),
    log: new RecordingLog(),
    onDidFallBack: () => undefined,
  });
  const journal = new Journal();
  const chain = new SessionChain({
    clock,
    journal,
    random: () => 0.5,
    mayGoOn: ready.mayGoOn,
    mayHaveSpeech: () => true,
    connect: () =>
      ready.connect({
        recognition: DEFAULT_SETTINGS.recognition,
        sampleRate: 16_000,
        encoding: 'pcm_s16le',
      }),
  });
  const landed: string[] = [];
  const ends: string[] = [];
  chain.onDidTranscribe((event) => {
    if (event.kind === 'final') landed.push(...event.final.text.split(' '));
  });
  chain.onDidEnd(({ kind }) => ends.push(kind));
  const strike = (blow: Blow): void => {
    const isLocal = latest.isLocal;
    const lost = new DictationError(isLocal ? 'recogniser-stopped' : 'connection-lost', {
      retryable: true,
    });
    const struck = current;
    if (blow === 'hang') {
      struck?.hang();
      clock.schedule(WATCHED_MS, () => struck?.fail(lost));
    } else if (blow === 'refuse' && !isLocal) {
      struck?.fail(new DictationError('account-refused'));
    } else struck?.fail(lost);
  };
  let word = 0;
  for (const [i, isWord] of frames.entries()) {
    journal.append(Buffer.alloc(1600, isWord ? ++word : 0));
    chain.advance();
    await clock.advance(FRAME_MS);
    for (const { frame, blow } of blows) if (frame === i) strike(blow);
  }
  chain.terminate();
  for (let ms = 0; ends.length === 0 && ms < 60_000; ms += 500) await clock.advance(500);
  chain.dispose();
  assert.deepEqual({ ends, landed }, { ends: ['terminated'], landed: words });
}
