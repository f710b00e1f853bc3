import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { AUDIO_EXTENSIONS, type AudioFileReading, type ReadAudioFile } from '../core/audio-file';
import type { KeptAudio } from '../core/kept-audio';
import { FRAME_MS } from '../core/pcm';
import type { OpenTarget, Target } from '../core/target';
import type { DictationController } from '../dictation/controller';
import type {
  TranscriptionDependencies,
  TranscriptionEnd,
  TranscriptionRequest,
} from '../dictation/transcription';
import { ask } from './ask';
import type { Configuration } from './configuration';
import type { History } from './history';
import {
  audioFileProblemMessage,
  INSTALLING_DECODER,
  noWordsMessage,
  OPEN_AUDIO_FILE,
  percentOf,
  progressText,
  readingText,
  transcribedText,
  transcribingTitle,
  transcriptionBudgetMessage,
  transcriptionCancelledMessage,
  whereAllQuestion,
  whereChoices,
  whereQuestion,
  type AudioFileMessage,
  type AudioFileStep,
} from './messages/audio-file-messages';
import { failureMessage } from './messages/failure-messages';
import type { MessageBox } from './messages/message';
import { t } from './messages/translation';
import type { Notice } from '../dictation/notice';
import { findDecoderInstall } from './recorder-install';
import { runInTerminal, thisComputer } from './run-in-terminal';

/** What is elsewhere is copied first, into memory and onto this disk. */
const LARGEST_COPY_BYTES = 1024 ** 3;

/** Long enough to be read. */
const DONE_SHOWN_MS = 5000;

/** What the transcription itself needs of the window. */
type Window = Pick<TranscriptionDependencies, 'ledger' | 'noteFinal' | 'onDidNotice'>;

/** What is loaded with the first file. */
export interface AudioFileCode {
  readonly readAudioFile: ReadAudioFile;
  readonly transcribe: (
    window: Window,
    request: Pick<TranscriptionRequest, 'audio' | 'target' | 'signal' | 'onProgress'>,
  ) => Promise<TranscriptionEnd>;
}

export interface TranscribeAudioFileOptions {
  readonly controller: Pick<DictationController, 'adoptKeptAudio' | 'ledger'>;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly history: Pick<History, 'note'>;
  readonly notifications: MessageBox & { showNotice(notice: Notice): void };
  readonly openTarget: OpenTarget;
  readonly load: () => Promise<AudioFileCode>;
  /** Whether a terminal finds a program of this file name. */
  readonly hasProgram: () => Promise<(name: string) => boolean>;
  /** A terminal of this window would open on another computer than the one that decodes. */
  readonly isTerminalElsewhere: boolean;
  /** Asks where the words go; undefined: dismissed. Default: a pick of VS Code's. */
  readonly choose?: (
    choices: ReturnType<typeof whereChoices>,
    question: string,
  ) => PromiseLike<{ readonly place: 'document' | 'caret' } | undefined>;
  /** Shows a message; undefined: dismissed. Default: VS Code's. */
  readonly answer?: (message: AudioFileMessage) => Promise<AudioFileStep | undefined>;
}

/** Where the words of files go. */
interface Place {
  /** Opens it, once for each piece of sound. */
  readonly open: () => Promise<Target>;
  readonly dispose: () => void;
}

/**
 * Transcribe Audio File…: asks for a file, unless it is given, and where its words go; reads it, and has
 * it heard, with progress. What of it is not heard can be gone on with.
 *
 * @param given what VS Code gives the command: in the explorer, the file and all that are selected
 */
export async function transcribeAudioFile(
  options: TranscribeAudioFileOptions,
  given: readonly unknown[],
): Promise<void> {
  const files = filesGiven(given);
  const chosen = files.length > 0 ? files : await askForFile();
  const [first] = chosen;
  if (first === undefined) return;
  const place = await askWhere(options, chosen);
  if (place === undefined) return;
  try {
    for (const file of chosen) {
      if (!(await new FileTranscription(options, file, place).run())) return;
    }
  } finally {
    place.dispose();
  }
}

function filesGiven([file, selected]: readonly unknown[]): readonly vscode.Uri[] {
  const all = Array.isArray(selected) && selected.length > 0 ? selected : [file];
  return all.filter((each) => each instanceof vscode.Uri);
}

async function askForFile(): Promise<readonly vscode.Uri[]> {
  const { title, openLabel, filter, any } = OPEN_AUDIO_FILE;
  const chosen = await vscode.window.showOpenDialog({
    title,
    openLabel,
    filters: { [filter]: [...AUDIO_EXTENSIONS], [any]: ['*'] },
  });
  return chosen ?? [];
}

async function askWhere(
  options: TranscribeAudioFileOptions,
  files: readonly vscode.Uri[],
): Promise<Place | undefined> {
  const editor = vscode.window.activeTextEditor;
  const { provider } = options.configuration.peek().recognition;
  const caretIn = editor === undefined ? undefined : nameOf(editor.document.uri);
  const [first] = files;
  const question =
    files.length === 1 && first !== undefined
      ? whereQuestion(nameOf(first))
      : whereAllQuestion(files.length);
  const { choose = pick } = options;
  const picked = await choose(whereChoices(provider, caretIn), question);
  switch (picked?.place) {
    case 'document':
      return newDocument(options.openTarget);
    case 'caret':
      return caretOf(options.openTarget, editor);
    case undefined:
      return undefined;
  }
}

function pick(
  choices: ReturnType<typeof whereChoices>,
  placeHolder: string,
): Thenable<{ readonly place: 'document' | 'caret' } | undefined> {
  const { title } = OPEN_AUDIO_FILE;
  return vscode.window.showQuickPick(choices, { title, placeHolder, ignoreFocusOut: true });
}

/** A document that is made when there is something to write. */
function newDocument(openTarget: OpenTarget): Place {
  let document: vscode.TextDocument | undefined;
  return {
    open: async () => {
      document ??= await vscode.workspace.openTextDocument({ content: '' });
      const editor = await vscode.window.showTextDocument(document, { preview: false });
      const end = document.lineAt(document.lineCount - 1).range.end;
      editor.selection = new vscode.Selection(end, end);
      return openTarget({ kind: 'editor', stays: true });
    },
    dispose: () => undefined,
  };
}

/** Where the caret is now, whatever it does while the file is read. */
async function caretOf(
  openTarget: OpenTarget,
  editor: vscode.TextEditor | undefined,
): Promise<Place> {
  let now: Target | undefined = await openTarget({ kind: 'editor', stays: true });
  return {
    open: async () => {
      const target = now;
      now = undefined;
      if (target !== undefined) return target;
      if (editor !== undefined) await vscode.window.showTextDocument(editor.document);
      return openTarget({ kind: 'editor', stays: true });
    },
    dispose: () => {
      now?.dispose();
    },
  };
}

/** One file, until it is transcribed or the person does not want it any more. */
class FileTranscription {
  private readonly name: string;

  constructor(
    private readonly options: TranscribeAudioFileOptions,
    private readonly file: vscode.Uri,
    private readonly place: Place,
  ) {
    this.name = nameOf(file);
  }

  /** @returns whether the next one is to follow */
  async run(): Promise<boolean> {
    const reading = await this.withProgress((tell, signal) => this.read(tell, signal));
    if (reading.kind === 'cancelled') return false;
    if (reading.kind === 'audio') return this.hear(reading.audio);
    return this.ask(audioFileProblemMessage(this.name, reading.problem));
  }

  private async read(tell: Tell, signal: AbortSignal): Promise<AudioFileReading> {
    tell(readingText(undefined));
    const { readAudioFile } = await this.options.load();
    const onProgress = (percent: number): void => {
      tell(readingText(percent));
    };
    if (this.file.scheme === 'file') {
      return readAudioFile(this.file.fsPath, { signal, onProgress });
    }
    return withCopy(this.file, (copy) => readAudioFile(copy, { signal, onProgress }));
  }

  private async hear(audio: KeptAudio): Promise<boolean> {
    const { controller, history, notifications, load } = this.options;
    const { transcribe } = await load();
    const target = await this.place.open();
    const window: Window = {
      ledger: controller.ledger,
      noteFinal: history.note,
      onDidNotice: (notice) => {
        notifications.showNotice(notice);
      },
    };
    const end = await this.withProgress((tell, signal) => {
      let percent = 0;
      return transcribe(window, {
        audio,
        target,
        signal,
        onProgress: (progress) => {
          const now = progress.kind === 'listening' ? percentOf(progress) : 0;
          tell(progressText(progress), Math.max(0, now - percent));
          percent = Math.max(percent, now);
        },
      });
    });
    return this.finish(end);
  }

  private async finish(end: TranscriptionEnd): Promise<boolean> {
    const { controller, notifications } = this.options;
    switch (end.kind) {
      case 'done':
        if (end.finals === 0) return this.ask(noWordsMessage(this.name));
        vscode.window.setStatusBarMessage(transcribedText(this.name), DONE_SHOWN_MS);
        return true;
      case 'stopped': {
        const { left, why } = end;
        if (left === undefined) return false;
        const leftMs = left.frames.length * FRAME_MS;
        const isBudget = why === 'budget';
        const say = isBudget ? transcriptionBudgetMessage : transcriptionCancelledMessage;
        return this.ask(say(this.name, leftMs), () => {
          if (isBudget) controller.ledger.waiveBudget();
          return this.hear(left);
        });
      }
      case 'failed': {
        const { left, error } = end;
        if (left !== undefined) controller.adoptKeptAudio([left]);
        await notifications.show(failureMessage(error, (left?.frames.length ?? 0) * FRAME_MS));
        return false;
      }
    }
  }

  private async ask(
    message: AudioFileMessage,
    goOn: () => Promise<boolean> = () => this.run(),
  ): Promise<boolean> {
    const { answer = answerTo } = this.options;
    const step = await answer(message);
    switch (step) {
      case 'try-again':
        return this.run();
      case 'go-on':
        return goOn();
      case 'install-decoder':
        return (await this.installDecoder()) && this.run();
      case 'choose-another':
        await vscode.commands.executeCommand('voiceDictation.transcribeAudioFile');
        return false;
      case 'select-language':
        await vscode.commands.executeCommand('voiceDictation.selectLanguage');
        return false;
      case 'show-log':
        await vscode.commands.executeCommand('voiceDictation.showLog');
        return false;
      case undefined:
        return false;
    }
  }

  /** @returns whether it has come to its end here */
  private async installDecoder(): Promise<boolean> {
    const install = findDecoderInstall(thisComputer(await this.options.hasProgram()));
    if ('url' in install) {
      await vscode.env.openExternal(vscode.Uri.parse(install.url));
      return false;
    }
    const { commandLine } = install;
    if (!this.options.isTerminalElsewhere) return runInTerminal(commandLine, INSTALLING_DECODER);
    await vscode.env.clipboard.writeText(commandLine);
    await vscode.window.showInformationMessage(
      t('Copied. Run it in a terminal of your own computer: {0}', commandLine),
    );
    return false;
  }

  /** Shows what `body` tells, in a notification that can be cancelled. */
  private async withProgress<T>(body: (tell: Tell, signal: AbortSignal) => Promise<T>): Promise<T> {
    const where = {
      location: vscode.ProgressLocation.Notification,
      title: transcribingTitle(this.name),
      cancellable: true,
    };
    return vscode.window.withProgress(where, async (progress, token) => {
      const cancel = new AbortController();
      const subscription = token.onCancellationRequested(() => {
        cancel.abort();
      });
      let told = '';
      try {
        return await body((message, increment = 0) => {
          if (message === told && increment === 0) return;
          told = message;
          progress.report({ message, increment });
        }, cancel.signal);
      } finally {
        subscription.dispose();
      }
    });
  }
}

/** @param increment by how many percent it has got on */
type Tell = (message: string, increment?: number) => void;

/** Gives `use` the path of a copy on this computer, which is deleted afterwards. */
async function withCopy(
  file: vscode.Uri,
  use: (path: string) => Promise<AudioFileReading>,
): Promise<AudioFileReading> {
  let folder: string | undefined;
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > LARGEST_COPY_BYTES) throw new Error(t('it is larger than 1 GB'));
    folder = await mkdtemp(path.join(os.tmpdir(), 'voice-dictation-'));
    // Its ending may tell a decoder what it is; its name tells nobody anything.
    const ending = /\.[a-z0-9]{1,5}$/i.exec(file.path)?.[0] ?? '';
    const copy = path.join(folder, `sound${ending}`);
    await writeFile(copy, await vscode.workspace.fs.readFile(file));
    return await use(copy);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { kind: 'problem', problem: { kind: 'unreadable', detail } };
  } finally {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }
}

async function answerTo(message: AudioFileMessage): Promise<AudioFileStep | undefined> {
  return (await ask(message.severity, message.sentence, message.steps))?.step;
}

function nameOf(uri: vscode.Uri): string {
  return path.posix.basename(uri.path);
}
