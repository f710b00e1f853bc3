import type { DictationError } from '../core/failure';
import type { ConnectSession, SessionOptions } from '../core/recognition';
import type { RecognitionSettings, RecordingSettings } from '../core/settings';

/** See {@link checkKey}; aborted by the signal. */
export type KeyCheck = (
  apiKey: string,
  recognition: RecognitionSettings,
  signal: AbortSignal,
) => Promise<DictationError | undefined>;

/** Checks keys with sessions, whose code is loaded for the first one. */
export function createKeyCheck(
  load: () => Promise<{ readonly connectSession: ConnectSession }>,
  readRecording: () => RecordingSettings,
): KeyCheck {
  return async (apiKey, recognition, signal) => {
    const { connectSession } = await load();
    const { sampleRate, encoding } = readRecording();
    return checkKey(connectSession, { recognition, sampleRate, encoding, apiKey }, signal);
  };
}

/**
 * Checks an API key by opening a session: the server says Begin, or what is wrong. AssemblyAI looks
 * at the key only after the socket has opened (docs/protocol.md §1).
 *
 * @param signal aborting it ends the session; the check then resolves as passed and means nothing
 * @returns why no session could be opened, or nothing
 */
export async function checkKey(
  connect: ConnectSession,
  options: SessionOptions,
  signal: AbortSignal,
): Promise<DictationError | undefined> {
  const session = connect(options);
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
