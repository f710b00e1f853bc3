import type { Disposable } from './core/events';
import type { Log } from './core/log';
import type { Settings } from './core/settings';
import type { OpenTarget } from './core/target';
import { Corrections } from './editor/corrections';
import { DocumentLedgers } from './editor/document-ledgers';
import { openDocumentTarget } from './editor/document-target';
import { GhostText } from './editor/ghost-text';
import { TextContext } from './editor/text-context';

export interface WriterOptions {
  readonly log: Log;
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
}

/** What turns finals into text: the places they go to, and how they are written there. */
export interface Writer extends Disposable {
  readonly openTarget: OpenTarget;
  /** Takes the last utterance back. @returns how many finals that were */
  readonly undoLast: () => Promise<number>;
  /** Takes back what is left of the last run that wrote. @returns how many finals that were */
  readonly undoRun: () => Promise<number>;
}

/** Joins places and text: the root of the bundle that is loaded when the first target is opened. */
export function createWriter({ log, readSettings }: WriterOptions): Writer {
  const ledgers = new DocumentLedgers();
  const corrections = new Corrections(ledgers.written, log);
  const context = new TextContext({ readSettings, identifiers: () => [] });
  return {
    openTarget: (request) =>
      openDocumentTarget({ log, ledgers, corrections, context, ghost: new GhostText() }, request),
    undoLast: () => corrections.takeLastBack(),
    undoRun: () => corrections.takeLastRunBack(),
    dispose: () => {
      ledgers.dispose();
    },
  };
}
