import type { Clock } from './core/clock';
import type { Disposable } from './core/events';
import type { ListedCommand } from './core/listed-command';
import type { Log } from './core/log';
import type { Settings } from './core/settings';
import type { OpenTarget } from './core/target';
import { loadOnce } from './core/load-once';
import type { ToldWord, WatchNames } from './core/workspace-names';
import { Corrections } from './editor/place/corrections';
import { DocumentLedgers } from './editor/ledger/document-ledgers';
import { borrowClipboard } from './editor/targets/clipboard-target';
import { openDocumentTarget } from './editor/targets/document-target';
import { GhostText } from './editor/place/ghost-text';
import { createTargetOpener } from './editor/targets/open-target';
import { TextContext, wrapCommitBody } from './editor/place/text-context';
import { wordToAdd } from './editor/words/word-to-add';
import type { WorkspaceWords } from './editor/words/workspace-words';
import { codeWordList, spokenCommandList } from './text/grammars';

export interface WriterOptions {
  readonly clock: Clock;
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
  /** What can be said in `languages` (codes, none: English) besides text. */
  readonly spokenCommands: (languages: readonly string[]) => readonly ListedCommand[];
  readonly watchNames: WatchNames;
  /** The workspace's words that are told, or would be, for a target in the document with this URI. */
  readonly toldWords: (resource: string | undefined) => Promise<readonly ToldWord[]>;
  /** What the person has selected, or stands at the caret, for the dictionary. */
  readonly wordToAdd: typeof wordToAdd;
  /** The window closes: the person gets their clipboard back. */
  readonly close: () => Promise<void>;
}

/** Joins places and text: the root of the bundle that is loaded when the first target is opened. */
export function createWriter(options: WriterOptions): Writer {
  const { clock, log, readSettings } = options;
  let words: WorkspaceWords | undefined;
  const loadWords = loadOnce(() =>
    import('./words').then((loaded) => (words = new loaded.WorkspaceWords(options))),
  );
  const ledgers = new DocumentLedgers();
  const corrections = new Corrections(ledgers.written, log);
  const identifiers = (resource: string | undefined): readonly string[] =>
    words?.identifiers(resource) ?? [];
  const clipboard = borrowClipboard(clock);
  const context = new TextContext({ readSettings, identifiers, clipboard });
  return {
    openTarget: createTargetOpener({
      clipboard,
      log,
      openDocument: (request) =>
        openDocumentTarget({ log, ledgers, corrections, context, ghost: new GhostText() }, request),
      readManner: () => context.mannerFor(undefined),
      wrap: (text, lineLeft) => wrapCommitBody(text, lineLeft, readSettings(undefined)),
    }),
    undoLast: () => corrections.takeLastBack(),
    undoRun: () => corrections.takeLastRunBack(),
    spokenCommands: (languages) => [...spokenCommandList(languages), ...codeWordList(languages)],
    watchNames: async (target) => (await loadWords()).watch(target),
    toldWords: async (resource) =>
      (await loadWords()).told({ resource, placeInDocument: undefined }),
    wordToAdd,
    close: () => clipboard.close(),
    dispose: () => {
      ledgers.dispose();
    },
  };
}
