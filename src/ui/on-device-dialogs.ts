import * as vscode from 'vscode';
import type { DownloadOffer } from '../core/local-provider';
import type { Settings } from '../core/settings';
import type { Question } from './messages/message';
import {
  downloadProgress,
  downloadQuestion,
  downloadTitle,
  providerQuestion,
} from './messages/on-device-messages';
import { systemClock as clock } from './system-clock';

export { fallBackMessage, speedMessage } from './messages/on-device-messages';

/** Does `body` while a download is shown; the signal is aborted where the person cancels it. */
export type ShowDownload = (
  offer: DownloadOffer,
  body: (tell: (bytes: number) => void, signal: AbortSignal) => Promise<void>,
) => Promise<void>;

/** Asks who is to listen; undefined: not now. */
export async function askForProvider(
  offer: DownloadOffer,
  { cost, recognition }: Settings,
): Promise<'onDevice' | 'assemblyai' | undefined> {
  const question = providerQuestion(offer, cost.pricePerHour[recognition.model]);
  const picked = await vscode.window.showQuickPick(
    [
      { ...question.onDevice, answer: 'onDevice' as const },
      { ...question.assemblyai, answer: 'assemblyai' as const },
      { ...question.notNow, answer: undefined },
    ],
    { title: 'Voice Dictation', placeHolder: question.title, ignoreFocusOut: true },
  );
  return picked?.answer;
}

/** Asks for the leave to download. */
export function askToDownload(offer: DownloadOffer): Promise<boolean> {
  return confirm(downloadQuestion(offer));
}

/** Asks in a dialog that must be answered. */
export async function confirm({ sentence, detail, answer }: Question): Promise<boolean> {
  const options = { modal: true, detail };
  return (await vscode.window.showInformationMessage(sentence, options, answer)) === answer;
}

/** Shows a download, with its rate, in a notification that has a button to cancel it. */
export const showDownload: ShowDownload = async (offer, body) => {
  const where = {
    location: vscode.ProgressLocation.Notification,
    title: downloadTitle(offer),
    cancellable: true,
  };
  await vscode.window.withProgress(where, async (progress, token) => {
    const cancel = new AbortController();
    const subscription = token.onCancellationRequested(() => {
      cancel.abort();
    });
    let first: { readonly atMs: number; readonly bytes: number } | undefined;
    let shown = 0;
    try {
      await body((bytes) => {
        const nowMs = clock.now();
        first ??= { atMs: nowMs, bytes };
        const percent = Math.floor((100 * bytes) / offer.bytes);
        if (percent <= shown) return;
        const rate = ((bytes - first.bytes) * 1000) / Math.max(1, nowMs - first.atMs);
        const message = downloadProgress(bytes, offer.bytes, rate);
        progress.report({ increment: percent - shown, message });
        shown = percent;
      }, cancel.signal);
    } finally {
      subscription.dispose();
    }
  });
};
