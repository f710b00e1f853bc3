import path from 'node:path';
import * as vscode from 'vscode';
import type { AudioFileReading, ReadAudioFile } from '../../core/audio-file';
import type { KeptAudio } from '../../core/kept-audio';
import { FRAME_MS } from '../../core/pcm';
import type { DictationController } from '../../dictation/controller';
import type { Notice } from '../../dictation/notice';
import type {
  TranscriptionDependencies,
  TranscriptionEnd,
  TranscriptionRequest,
} from '../../dictation/transcription';
import { ask } from '../ask';
import type { History } from '../history/history';
import {
  audioFileProblemMessage,
  INSTALLING_DECODER,
  noWordsMessage,
  percentOf,
  progressText,
  readingText,
  transcribedText,
  transcribingTitle,
  transcriptionBudgetMessage,
  transcriptionCancelledMessage,
  type AudioFileMessage,
  type AudioFileStep,
} from '../messages/audio-file-messages';
import { failureMessage } from '../messages/failure-messages';
import type { MessageBox } from '../messages/message';
import { t } from '../messages/translation';
import { findDecoderInstall } from '../recorder-install';
import { runInTerminal, thisComputer } from '../run-in-terminal';
import { withLocalCopy } from './local-copy';
import type { WordsPlace } from './words-place';

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

export interface FileTranscriptionOptions {
  readonly controller: Pick<DictationController, 'adoptKeptAudio' | 'ledger'>;
  readonly history: Pick<History, 'note'>;
  readonly notifications: MessageBox & { showNotice(notice: Notice): void };
  readonly load: () => Promise<AudioFileCode>;
  /** Whether a terminal finds a program of this file name. */
  readonly hasProgram: () => Promise<(name: string) => boolean>;
  /** A terminal of this window would open on another computer than the one that decodes. */
  readonly isTerminalElsewhere: boolean;
  /** Shows a message; undefined: dismissed. Default: VS Code's. */
  readonly answer?: (message: AudioFileMessage) => Promise<AudioFileStep | undefined>;
}

/** @param increment by how many percent it has got on */
type Tell = (message: string, increment?: number) => void;

/** One file, until it is transcribed or the person does not want it any more. */
export class FileTranscription {
  private readonly name: string;

  constructor(
    private readonly options: FileTranscriptionOptions,
    private readonly file: vscode.Uri,
    private readonly place: WordsPlace,
  ) {
    this.name = path.posix.basename(file.path);
  }

  /** @returns whether the next one is to follow */
  async run(): Promise<boolean> {
    const reading = await this.withProgress((tell, signal) => this.read(tell, signal));
    if (reading.kind === 'cancelled') return false;
    if (reading.kind === 'audio') return this.hear(reading.audio);
    return this.askOfFile(audioFileProblemMessage(this.name, reading.problem));
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
    return withLocalCopy(this.file, (copy) => readAudioFile(copy, { signal, onProgress }));
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
        if (end.finals === 0) return this.askOfFile(noWordsMessage(this.name));
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

  /** What is wrong with one file ends none of the others: dismissed, the next one follows. */
  private async askOfFile(message: AudioFileMessage): Promise<boolean> {
    const step = await this.answerTo(message);
    return step === undefined || this.take(step, () => this.run());
  }

  private async ask(message: AudioFileMessage, goOn: () => Promise<boolean>): Promise<boolean> {
    const step = await this.answerTo(message);
    return step !== undefined && this.take(step, goOn);
  }

  private answerTo(message: AudioFileMessage): Promise<AudioFileStep | undefined> {
    const { answer = answerByNotification } = this.options;
    return answer(message);
  }

  private async take(step: AudioFileStep, goOn: () => Promise<boolean>): Promise<boolean> {
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

async function answerByNotification(message: AudioFileMessage): Promise<AudioFileStep | undefined> {
  return (await ask(message.severity, message.sentence, message.steps))?.step;
}
