import * as vscode from 'vscode';
import { repeat, type Clock } from '../core/clock';
import type { DictationController } from '../dictation/controller';
import { FINISHING_TITLE, finishingText, RETRYING_TITLE } from './messages/finishing-messages';

/** How often it is looked how far the recogniser has come. */
const LOOK_MS = 500;

export interface FinishingOptions {
  readonly clock: Clock;
  readonly controller: Pick<
    DictationController,
    'state' | 'onDidChangeState' | 'finishing' | 'leave'
  >;
}

/**
 * Shows that what was said last is still awaited, until it is not: with how much of speech that was kept
 * is heard. Cancelled, what has landed stays, and the rest is kept for another try.
 */
export async function showFinishing({ clock, controller }: FinishingOptions): Promise<void> {
  const { finishing } = controller;
  if (controller.state.kind !== 'finalizing' || finishing === undefined) return;
  const where = {
    location: vscode.ProgressLocation.Notification,
    title: finishing.totalMs === undefined ? FINISHING_TITLE : RETRYING_TITLE,
    cancellable: true,
  };
  await vscode.window.withProgress(where, async (progress, token) => {
    let percent = 0;
    const look = (): void => {
      const { heardMs = 0, totalMs } = controller.finishing ?? {};
      if (totalMs === undefined) return;
      const now = Math.max(percent, Math.floor((100 * Math.min(heardMs, totalMs)) / totalMs));
      progress.report({ message: finishingText(now, totalMs), increment: now - percent });
      percent = now;
    };
    look();
    const timer = repeat(clock, LOOK_MS, look);
    const cancellation = token.onCancellationRequested(() => {
      controller.leave();
    });
    await new Promise<void>((resolve) => {
      const states = controller.onDidChangeState(({ kind }) => {
        if (kind === 'finalizing') return;
        states.dispose();
        resolve();
      });
    });
    cancellation.dispose();
    timer.dispose();
  });
}
