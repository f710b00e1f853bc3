import type { Disposable } from './events';
import type { FailureReason } from './failure';
import type { Passage } from './polish';

/** The kinds of places words can go to; each is said in the command's argument `target`. */
export const TARGET_KINDS = [
  'editor',
  'terminal',
  'agent',
  'sourceControl',
  'chat',
  'input',
  'clipboard',
] as const;

/**
 * `editor`: a text editor or notebook cell; `terminal`: the prompt of the active terminal; `agent`: that
 * of the coding agent that was dictated to last, or that is the only one;
 * `sourceControl`: Git's commit message; `chat`: the input of VS Code's chat; `input`: any other code
 * editor that has the focus (the debug console); `clipboard`: whatever has the focus, by pasting.
 */
export type TargetKind = (typeof TARGET_KINDS)[number];

/** What became of a text that should be inserted. */
export type InsertionOutcome =
  /** It is in the document. */
  | 'inserted'
  /** It was a spoken command, and it has been carried out; there is nothing to keep. */
  | 'performed'
  /** It was a spoken command that cannot be carried out here ("scratch that" in a terminal). */
  | 'impossible'
  /** It was the spoken command to end dictation, for the caller to carry out. */
  | 'stop'
  /** It was the spoken command to pause: to end the run, and go on at the same place later. */
  | 'pause'
  /** There is no place to insert into. */
  | 'no-target'
  /** The document was closed; {@link Target.placeInDocument} tells where it would have gone. */
  | 'closed'
  /** The document refuses edits. */
  | 'read-only';

/** Outcomes after which the text has found no place and must be kept for the person. */
export type MissedOutcome = Extract<InsertionOutcome, 'no-target' | 'closed' | 'read-only'>;

/** A place in a document that can be opened again; line and character are counted from 0. */
export interface DocumentPlace {
  readonly uri: string;
  readonly line: number;
  readonly character: number;
}

/** What an insertion wrote. */
export interface WrittenText {
  readonly text: string;
  /** Its number among all that is written in documents of this window; absent: it is in none. */
  readonly utterance?: number;
}

/** The place where a run's words go, chosen at the key press. */
export interface Target extends Disposable {
  /** What it is now: who reads in a terminal may change. */
  readonly kind: TargetKind;
  /** What the status bar calls it ("Terminal zsh"); undefined: a text editor, which shows it itself. */
  readonly name: string | undefined;
  /** URI of the document whose settings hold, if there is one. */
  readonly resource: string | undefined;
  /** Where the next words go, as long as that is in a document; kept when it is closed. */
  readonly placeInDocument: DocumentPlace | undefined;
  /** What the last {@link insert} wrote; absent: nothing, or nobody can tell. */
  readonly written?: WrittenText | undefined;
  /** Why nothing can be inserted here, as far as that can be told before anybody speaks. */
  findProblem(): Promise<FailureReason | undefined>;
  /**
   * Inserts one final with the right spaces around it, as one undo step; or carries it out, when it
   * is a spoken command. Calls must not overlap; never rejects.
   *
   * @param language the one that it was heard in, where the provider tells; its text decides elsewhere
   */
  insert(text: string, language?: string): Promise<InsertionOutcome>;
  /** Inserts a text as it stands, joined by a space where that is missing; nothing in it is a command. */
  insertAsSaid?(text: string): Promise<InsertionOutcome>;
  /** Writes as code from now on what was written as prose, and the other way round. */
  switchScope?(): void;
  /**
   * Everything that was said has been inserted, and the person has let go of the key that was held:
   * sends it, where that is how they send.
   *
   * @param words how many of them were said
   */
  released?(words: number): Promise<void>;
  /**
   * All that the run has written, where that stands in one piece, untouched, and can be written anew;
   * `irreplaceable`: it might be wanted anew, and cannot be reached here.
   */
  passage?(): Passage | 'irreplaceable' | undefined;
  /** Goes on in another run: what stands so far is no longer the run's to be taken back. */
  resume?(): void;
  /** Shows what is being said where it will be inserted; '' takes it away. Never in the document. */
  showPartial(text: string): void;
  /**
   * Takes back everything it inserted and restores what stood there; never rejects.
   * @returns how many finals that were
   */
  takeBack(): Promise<number>;
}

/** Where the person wants the words; nothing said: the active text editor. */
export interface TargetRequest {
  readonly kind?: TargetKind | undefined;
  /** Opens the document there again, instead of looking where the person is. */
  readonly place?: DocumentPlace | undefined;
  /** Whether the words stay there, wherever the caret goes; nothing said: as the settings say. */
  readonly stays?: boolean | undefined;
  /** How the words are written, until something else is said; nothing said: as the place says. */
  readonly scope?: 'prose' | 'code' | undefined;
  /** Whether nothing stands there, where that is known. */
  readonly isEmpty?: boolean | undefined;
  /** What the place is called, where the kind does not say it: "Claude Code". */
  readonly name?: string | undefined;
}

/** Chooses the target where the person is when it is called. */
export type OpenTarget = (request: TargetRequest) => Promise<Target>;

/** What became of a final: `dropped` is one that waited when the person cancelled. */
export type FinalOutcome = InsertionOutcome | 'dropped';

/** Where a final went, for who looks back at it. */
export interface Landing {
  readonly kind: TargetKind;
  /** What the place is called: "notes.md", "Claude Code"; '': it has no name. */
  readonly name: string;
  readonly written?: WrittenText | undefined;
  /** Where it belongs, if its document was closed. */
  readonly place?: DocumentPlace | undefined;
}

/**
 * Notes a final before it is inserted, so that it is safe when the window closes or crashes
 * meanwhile; never throws.
 *
 * @param isLocal whether this computer heard it, where that is known
 * @returns notes what became of it, and where; not called when the window closes first
 */
export type NoteFinal = (
  text: string,
  isLocal?: boolean,
) => (outcome: FinalOutcome, landing?: Landing) => void;
