import type { Clock } from './core/clock';
import type { Log } from './core/log';
import type { Settings } from './core/settings';
import type { OpenTarget } from './core/target';
import { createTargetOpener as createDocumentOpener } from './editor/editor-target';
import { createTargetOpener } from './editor/open-target';
import type { Manner } from './transcript/compose';

export interface WriterOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
}

/** What turns finals into text: the places they go to, and how they are written there. */
export interface Writer {
  readonly openTarget: OpenTarget;
}

/** Joins places and text: the root of the bundle that is loaded when the first target is opened. */
export function createWriter({ clock, log, readSettings }: WriterOptions): Writer {
  const openDocument = createDocumentOpener(log);
  const readManner = (): Promise<Manner> => Promise.resolve(mannerOf(readSettings(undefined)));
  return { openTarget: createTargetOpener({ clock, log, openDocument, readManner }) };
}

function mannerOf({ insertion, recognition }: Settings): Manner {
  return {
    insertion,
    languages: recognition.languages,
    identifiers: [],
    variables: { selection: '', clipboard: '', date: '' },
  };
}
