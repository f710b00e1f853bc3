import type { Clock } from './core/clock';
import type { Log } from './core/log';
import type { Settings } from './core/settings';
import type { OpenTarget } from './core/target';
import type { WatchNames } from './core/workspace-names';
import { createTargetOpener } from './editor/editor-target';
import { wordToAdd } from './editor/word-to-add';
import { WorkspaceWords } from './editor/workspace-words';

export interface WriterOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
}

/** What turns finals into text: the places they go to, and how they are written there. */
export interface Writer {
  readonly openTarget: OpenTarget;
  readonly watchNames: WatchNames;
  /** The names of the workspace as they are written there, for a target with that resource. */
  readonly identifiers: (resource: string | undefined) => readonly string[];
  /** What the person has selected, or stands at the caret, for the dictionary. */
  readonly wordToAdd: typeof wordToAdd;
}

/** Joins places and text: the root of the bundle that is loaded when the first target is opened. */
export function createWriter(options: WriterOptions): Writer {
  const words = new WorkspaceWords(options);
  return {
    openTarget: createTargetOpener(options.log),
    watchNames: (target) => Promise.resolve(words.watch(target)),
    identifiers: (resource) => words.identifiers(resource),
    wordToAdd,
  };
}
