import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import type { FailureReason } from '../../core/failure';
import type { InsertionOutcome } from '../../core/target';
import type { Place } from '../../text/compose';
import { PlainTarget, type PlainTargetOptions } from './plain-target';

/** The command answers in milliseconds; a window that hangs must not keep dictation from ending. */
const PASTE_DEADLINE_MS = 2000;

/**
 * A webview reads the clipboard in a process of its own, after the command has answered, and nobody
 * tells when it has. Restored sooner, the clipboard's own content would be pasted.
 */
const WEBVIEW_READS_WITHIN_MS = 300;

export interface ClipboardTargetOptions extends PlainTargetOptions {
  readonly clock: Clock;
}

/**
 * Whatever takes a paste where the focus is when a final comes: a field of VS Code, another
 * extension's webview. The clipboard has its text back afterwards; VS Code lets extensions read
 * nothing but text, so an image that was there is lost.
 */
export class ClipboardTarget extends PlainTarget {
  readonly name = 'Focused field';
  private left = '';
  private readonly clock: Clock;

  constructor(options: ClipboardTargetOptions) {
    super(options);
    this.clock = options.clock;
  }

  /** In a browser, VS Code's command pastes into code editors only, and says nothing elsewhere. */
  findProblem(): Promise<FailureReason | undefined> {
    const isInBrowser = vscode.env.uiKind === vscode.UIKind.Web;
    return Promise.resolve(isInBrowser ? 'target-missing' : undefined);
  }

  protected get place(): Place {
    return { left: this.left, right: '', scope: 'prose' };
  }

  protected async write(text: string): Promise<InsertionOutcome> {
    await pasted(() => paste(text, this.clock));
    this.left += text;
    return 'inserted';
  }
}

let lastPaste: Promise<unknown> = Promise.resolve();

/** One after the other, whichever target it is for: there is one clipboard. */
function pasted(action: () => Promise<void>): Promise<void> {
  const done = lastPaste.then(action);
  lastPaste = done.catch(() => undefined);
  return done;
}

/** @throws {Error} when the window does not answer, or refuses */
async function paste(text: string, clock: Clock): Promise<void> {
  const { clipboard } = vscode.env;
  const before = await clipboard.readText();
  await clipboard.writeText(text);
  try {
    const command = vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await withDeadline(command, PASTE_DEADLINE_MS, clock);
    await new Promise<void>((resolve) => clock.schedule(WEBVIEW_READS_WITHIN_MS, resolve));
  } finally {
    // Somebody may have copied something meanwhile, which is theirs to keep.
    if ((await clipboard.readText()) === text) await clipboard.writeText(before);
  }
}

function withDeadline(action: PromiseLike<unknown>, ms: number, clock: Clock): Promise<void> {
  return new Promise((resolve, reject) => {
    const deadline = clock.schedule(ms, () => {
      reject(new Error('the paste was not answered in time'));
    });
    action.then(
      () => {
        deadline.dispose();
        resolve();
      },
      (error: unknown) => {
        deadline.dispose();
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}
