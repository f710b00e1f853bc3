import type { ListedCommand } from './core/listed-command';
import type { Log } from './core/log';
import type { Settings } from './core/settings';
import type { OpenTarget } from './core/target';
import { createTargetOpener } from './editor/editor-target';
import { codeWordList } from './transcript/code/list';
import { spokenCommandList } from './transcript/spoken/list';

export interface WriterOptions {
  readonly log: Log;
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
}

/** What turns finals into text: the places they go to, and how they are written there. */
export interface Writer {
  readonly openTarget: OpenTarget;
  /** What can be said in `languages` (codes, none: English) besides text. */
  spokenCommands(languages: readonly string[]): readonly ListedCommand[];
}

/** Joins places and text: the root of the bundle that is loaded when the first target is opened. */
export function createWriter({ log }: WriterOptions): Writer {
  return {
    openTarget: createTargetOpener(log),
    spokenCommands: (languages) => [...spokenCommandList(languages), ...codeWordList(languages)],
  };
}
