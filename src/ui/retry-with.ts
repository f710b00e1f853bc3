import * as vscode from 'vscode';
import type { DictationController } from '../dictation/controller';
import { retryLaterMessage } from './messages/kept-audio-messages';
import type { MessageBox } from './messages/message';
import { RETRY_CHOICES, RETRY_WITH_TITLE } from './messages/retry-messages';

export interface RetryWithOptions {
  readonly controller: Pick<DictationController, 'state' | 'keptAudio' | 'retryTranscription'>;
  readonly notifications: MessageBox;
}

/** Retry Transcription With…: the person chooses who hears what is kept, whatever the settings say. */
export async function retryWith({ controller, notifications }: RetryWithOptions): Promise<void> {
  if (controller.keptAudio.length === 0) return;
  const picked = await vscode.window.showQuickPick(RETRY_CHOICES, {
    title: RETRY_WITH_TITLE.title,
    placeHolder: RETRY_WITH_TITLE.question,
  });
  if (picked === undefined) return;
  if (controller.state.kind === 'idle') await controller.retryTranscription(picked.recognition);
  else void notifications.show(retryLaterMessage());
}
