import * as vscode from 'vscode';
import { DictationError } from '../core/failure';
import type { AudioPlayer } from '../core/microphones';
import type { LocalProvider } from '../core/local-provider';
import { FRAME_MS } from '../core/pcm';
import type { Settings } from '../core/settings';
import { DEAD_PEAK, isHeard, summariseSound } from '../core/sound';
import type { DictationController } from '../dictation/controller';
import type { Configuration } from './configuration';
import { completeStep } from './getting-started';
import type { Message } from './messages/message';
import {
  microphoneBusyMessage,
  microphoneTestFailedMessage,
  microphoneTestMessage,
} from './messages/microphone-messages';
import { levelBar } from './microphone-lines';
import { recordSample, type Sample } from './record-sample';
import type { MicrophoneAccess } from './select-microphone';
import { understand } from './understand';
import { t } from './messages/translation';

/** Long enough for a sentence, short enough to wait for. */
const TEST_MS = 3000;

/** The bar is painted anew with every so many frames. */
const FRAMES_A_BAR = 3;

export interface TestMicrophoneOptions extends MicrophoneAccess {
  readonly controller: Pick<DictationController, 'state' | 'onDidChangeState'>;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: { show(message: Message): unknown };
  readonly play: AudioPlayer;
  /** A recogniser that costs nothing, where one is there already. */
  readonly find: LocalProvider['find'];
}

/** Test My Microphone: records three seconds, plays them back, and says what it sounds like. */
export async function testMicrophone(options: TestMicrophoneOptions): Promise<void> {
  const { controller, configuration, notifications } = options;
  const hold =
    controller.state.kind === 'idle'
      ? await options.acquireMicrophone({ takeOver: false })
      : 'taken';
  if (hold === 'taken') {
    notifications.show(microphoneBusyMessage());
    return;
  }
  const settings = configuration.peek();
  try {
    const told = await vscode.window.withProgress(
      {
        location: vscode.ProgressLocation.Notification,
        title: t('Say something'),
        cancellable: true,
      },
      async (progress, token) => {
        const cancel = new AbortController();
        const subscriptions = [
          token.onCancellationRequested(() => {
            cancel.abort();
          }),
          hold.onDidAskBack(() => {
            cancel.abort();
          }),
          // Dictation goes first.
          controller.onDidChangeState(() => {
            cancel.abort();
          }),
        ];
        try {
          return await listen(options, settings, cancel.signal, (message) => {
            progress.report({ message });
          });
        } finally {
          for (const each of subscriptions) each.dispose();
        }
      },
    );
    if (told !== undefined) notifications.show(told);
  } catch (error) {
    notifications.show(microphoneTestFailedMessage(DictationError.from(error)));
  } finally {
    hold.dispose();
  }
}

async function listen(
  options: TestMicrophoneOptions,
  { recording, recognition }: Settings,
  signal: AbortSignal,
  report: (message: string) => void,
): Promise<Message | undefined> {
  let heard = 0;
  const sample = await recordSample({
    ...options,
    recording,
    lengthMs: TEST_MS,
    signal,
    onSound: ({ levelDb, peak }) => {
      if (heard === 0 && peak <= DEAD_PEAK) {
        report(t('Waiting for the microphone'));
        return;
      }
      heard++;
      const leftMs = TEST_MS - heard * FRAME_MS;
      if (heard % FRAMES_A_BAR === 0) {
        report(`${levelBar(levelDb)}  ${String(Math.ceil(leftMs / 1000))} s`);
      }
    },
  });
  if (sample === undefined) return undefined;
  report(t('Now you hear it …'));
  const [isPlayed, understood] = await Promise.all([
    options.play(sample.frames, recording.sampleRate, signal),
    understandFreely(options, sample, { ...recording, recognition }),
  ]);
  const summary = summariseSound(sample.sounds);
  if (isHeard(summary)) completeStep('microphone');
  return microphoneTestMessage(
    { ...summary, understood, isPlayed: isPlayed || signal.aborted },
    process.platform,
  );
}

async function understandFreely(
  { find, clock }: TestMicrophoneOptions,
  { frames }: Sample,
  session: Parameters<typeof understand>[2],
): Promise<string | undefined> {
  const ready = await find(session.recognition);
  return ready === undefined ? undefined : understand(ready, frames, session, clock);
}
