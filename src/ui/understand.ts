import type { Clock } from '../core/clock';
import { encodeFrame } from '../core/pcm';
import type { ReadyProvider } from '../core/provider';
import type { SessionOptions } from '../core/recognition';

/** A model is loaded within seconds, and hears a few seconds in less than that. */
const UNDERSTAND_DEADLINE_MS = 20_000;

/**
 * What a recogniser makes of some seconds.
 *
 * @param frames signed 16-bit PCM
 * @returns '' where it understands nothing, or cannot listen
 */
export function understand(
  { connect }: ReadyProvider,
  frames: readonly Uint8Array[],
  options: SessionOptions,
  clock: Clock,
): Promise<string> {
  return new Promise((resolve) => {
    const session = connect(options);
    const finals: string[] = [];
    const end = (): void => {
      deadline.dispose();
      const rest = session.unfinished.map(({ text }) => text);
      session.dispose();
      resolve([...finals, ...rest].join(' ').trim());
    };
    const deadline = clock.schedule(UNDERSTAND_DEADLINE_MS, end);
    session.onDidTranscribe((event) => {
      if (event.kind === 'final') finals.push(event.final.text);
    });
    session.onDidEnd(end);
    session.onDidBegin(() => {
      session.terminate();
    });
    for (const frame of frames) session.send(encodeFrame(frame, options.encoding));
  });
}
