import type { DictationError } from '../../core/failure';
import type { AudioFormat } from '../../core/pcm';
import type { TranscriptionSession } from '../../core/recognition';
import type { RecognitionSettings } from '../../core/settings';
import type { AuthorizedOptions } from './authorized-socket';

/** See {@link checkKey}; aborted by the signal. */
export type KeyCheck = (
  apiKey: string,
  recognition: RecognitionSettings,
  signal: AbortSignal,
) => Promise<DictationError | undefined>;

type Open = (options: AuthorizedOptions) => TranscriptionSession;

/** Checks keys with sessions. */
export function createKeyCheck(open: Open, readFormat: () => AudioFormat): KeyCheck {
  return (apiKey, recognition, signal) =>
    checkKey(open, { ...readFormat(), recognition, apiKey }, signal);
}

/**
 * Checks an API key by opening a session: the server says Begin, or what is wrong. AssemblyAI looks
 * at the key only after the socket has opened (docs/protocol.md §1).
 *
 * @param signal aborting it ends the session; the check then resolves as passed and means nothing
 * @returns why no session could be opened, or nothing
 */
export async function checkKey(
  open: Open,
  options: AuthorizedOptions,
  signal: AbortSignal,
): Promise<DictationError | undefined> {
  const session = open(options);
  let failure: DictationError | undefined;
  let hasBegun = false;
  session.onDidBegin(() => {
    hasBegun = true;
    session.terminate();
  });
  session.onDidEnd((end) => {
    // Once begun, the key was right, however the session ends.
    if (end.kind === 'failed' && !hasBegun) failure = end.error;
  });
  const abort = (): void => {
    session.dispose();
  };
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  await session.closed;
  signal.removeEventListener('abort', abort);
  session.dispose();
  return failure;
}
