import path from 'node:path';
import * as vscode from 'vscode';
import { ASSEMBLYAI_MODELS } from './recognition/assemblyai/listed-models';
import { createAssemblyAi, type AssemblyAiOptions } from './recognition/assemblyai/provider';
import type { Agents } from './core/agents';
import { ProviderChoice, type ProviderChoiceOptions } from './recognition/choice';
import { enginesOfThisComputer } from './recognition/on-device/engines';
import { listedModels, MODELS } from './recognition/on-device/models';
import { OnDeviceProvider, type OnDeviceOptions } from './recognition/on-device/provider';
import type { PolishNews } from './core/polish';
import type { Submission } from './core/submission';
import type { Credentials } from './core/credentials';
import type { Disposable } from './core/events';
import type { ListedModel } from './core/listed-model';
import type { ListedCommand } from './core/listed-command';
import type { ReadAudioFile } from './core/audio-file';
import type { AudioFormat } from './core/pcm';
import type { Settings } from './core/settings';
import type { OpenTarget } from './core/target';
import type { ToldWord, WatchNames } from './core/workspace-names';
import type { PlayCue } from './core/cue';
import { loggable } from './core/failure';
import { SHOW_FINISHING } from './core/inner-commands';
import type { RunCode } from './dictation/attempt';
import { followCues, type CueOptions } from './dictation/cue';
import { mayHaveSpeech } from './dictation/run/may-have-speech';
import { followWaiting } from './dictation/waiting';
import { startRun } from './dictation/run/run';
import {
  transcribe,
  type TranscriptionDependencies,
  type TranscriptionEnd,
  type TranscriptionRequest,
} from './dictation/transcription';
import type { TerminalExecutions } from './editor/agents/terminal-executions';
import { AgentTerminals } from './editor/agents/agent-terminals';
import { LastTyped } from './editor/agents/last-typed';
import { sendToAgent } from './editor/agents/submit';
import { WorkspaceFiles } from './editor/agents/workspace-files';
import { TerminalReaders } from './editor/agents/terminal-readers';
import { DocumentLedgers } from './editor/ledger/document-ledgers';
import { keyOf, type Correction } from './editor/ledger/correction';
import { CorrectedWords } from './editor/place/corrected-words';
import { Corrections } from './editor/place/corrections';
import { GhostText } from './editor/place/ghost-text';
import { TextContext, wrapCommitBody } from './editor/place/text-context';
import { borrowClipboard } from './editor/targets/clipboard-target';
import { openDocumentTarget } from './editor/targets/document-target';
import { createTargetOpener } from './editor/targets/open-target';
import type { CreatePolisherOptions } from './editor/polish/create-polisher';
import { Polishing } from './editor/polish/polishing';
import { wordToAdd } from './editor/words/word-to-add';
import { WorkspaceWords } from './editor/words/workspace-words';
import { codeWordList } from './text/code/list';
import { LANGUAGES } from './text/languages/languages';
import { spokenLanguage } from './text/languages/spoken-language';
import { numbersIn } from './text/languages/digits';
import { toSentence } from './text/languages/to-sentence';
import { spokenCommandList } from './text/prose/list';
import { warmUp } from './text/warm-up';
import { SharedFiles, type SharedFilesOptions } from './storage/shared-files';
import { tellingOnce, type Memory } from './storage/told-once';

export interface DictateOptions
  extends
    Omit<AssemblyAiOptions, 'readFormat'>,
    Pick<ProviderChoiceOptions, 'askForProvider' | 'onDidFallBack'>,
    Omit<
      OnDeviceOptions,
      | 'folder'
      | 'program'
      | 'fetch'
      | 'engines'
      | 'models'
      | 'findNumbers'
      | 'toSentence'
      | 'readSettings'
      | 'windowLanguage'
    >,
    SharedFilesOptions {
  /** The settings that hold for the document with this URI. */
  readonly readSettings: (resource: string | undefined) => Settings;
  /** What runs in terminals, since the window was opened. */
  readonly executions: TerminalExecutions;
  /** Whether terminals run on another computer than this. */
  readonly isTerminalElsewhere: boolean;
  /** A prompt was to be sent. */
  readonly onDidSubmit: (submission: Submission) => void;
  /** Which of VS Code's language models may be used. */
  readonly languageModels: CreatePolisherOptions['access'];
  /** What this computer remembers, for all windows. */
  readonly memory: Memory;
  /** A person has corrected the same words in the same way again, which was never told before. */
  readonly onDidRepeatCorrection: (correction: Correction) => void;
  readonly onDidPolish: (news: PolishNews) => void;
  /** What dictation is doing. */
  readonly states: CueOptions['states'];
}

/** What turns recorded sound into text, and the places where that goes. */
export interface Dictate extends RunCode, Disposable {
  /** What outlives a window or is shared by several. */
  readonly files: SharedFiles;
  /** AssemblyAI's. */
  readonly keys: Credentials;
  /** Those on this computer. */
  readonly models: Pick<OnDeviceProvider, 'folder' | 'offer' | 'install' | 'find' | 'removeModels'>;
  /** What people choose who listens from, those on this computer first. */
  readonly listedModels: () => readonly ListedModel[];
  readonly openTarget: OpenTarget;
  /** The sound of a file; that nobody can be speaking in it is a problem, too. */
  readonly readAudioFile: ReadAudioFile;
  /** Has sound heard that is all there; see {@link transcribe}. */
  readonly transcribe: (
    window: Pick<TranscriptionDependencies, 'ledger' | 'noteFinal' | 'onDidNotice'>,
    request: Pick<TranscriptionRequest, 'audio' | 'target' | 'signal' | 'onProgress'>,
  ) => Promise<TranscriptionEnd>;
  readonly agents: Agents;
  /** Sends what stands at the agent, or in the chat, that was dictated to last. */
  readonly sendToAgent: () => Promise<void>;
  /** Takes the last utterance back. @returns how many finals that were */
  readonly undoLast: () => Promise<number>;
  /** Takes back what is left of the last run that wrote. @returns how many finals that were */
  readonly undoRun: () => Promise<number>;
  /** Writes `text` for what an utterance wrote, where that stands untouched. @returns whether it does */
  readonly writeFor: (utterance: number, text: string) => Promise<boolean>;
  /** Brings back what was said where it was polished last. @returns whether there was anything */
  readonly restoreRaw: () => Promise<boolean>;
  /** What can be said in `languages` (codes, none: English) besides text. */
  readonly spokenCommands: (languages: readonly string[]) => readonly ListedCommand[];
  readonly watchNames: WatchNames;
  /** The workspace's words that are told, or would be, for a target in the document with this URI. */
  readonly toldWords: (
    resource: string | undefined,
    onDidFind: (words: readonly ToldWord[]) => void,
  ) => Promise<readonly ToldWord[]>;
  /** What the recogniser would be told of the document with this URI; '': nothing. */
  readonly placeAt: (resource: string | undefined) => string;
  /** What the person has selected, or stands at the caret, for the dictionary. */
  readonly wordToAdd: typeof wordToAdd;
  /** The window closes: the person gets their clipboard back. */
  readonly close: () => Promise<void>;
}

/** Joins provider, runs, places and text: the root of the bundle that is loaded at the first dictation. */
export function createDictate(options: DictateOptions): Dictate {
  const { clock, log, readSettings, executions } = options;
  const readFormat = (): AudioFormat => readSettings(undefined).recording;
  const assemblyAi = createAssemblyAi({ ...options, readFormat });
  const onDevice = new OnDeviceProvider({
    ...options,
    folder: path.join(options.folder, 'on-device'),
    readSettings: () => readSettings(undefined).onDevice,
    // Same name beside the bundle.
    program: { file: path.join(__dirname, 'recogniser.js') },
    fetch: (url, init) => fetch(url, init),
    engines: enginesOfThisComputer,
    models: MODELS,
    windowLanguage: vscode.env.language,
    findNumbers: numbersIn,
    toSentence,
  });
  const provider = new ProviderChoice({ ...options, assemblyAi, onDevice });
  const files = new SharedFiles(options);
  const words = new WorkspaceWords(options);
  const ledgers = new DocumentLedgers();
  const corrections = new Corrections(ledgers.written, log);
  const isNews = tellingOnce(options.memory);
  const corrected = new CorrectedWords({
    clock,
    isNews: (correction) => isNews(keyOf(correction)),
    onDidRepeat: options.onDidRepeatCorrection,
  });
  const identifiers = (resource: string | undefined): readonly string[] =>
    words.identifiers(resource);
  const clipboard = borrowClipboard(clock, files.clipboard);
  const context = new TextContext({ readSettings, identifiers, clipboard });
  const readers = new TerminalReaders({
    executions,
    clock,
    programs: () => readSettings(undefined).agents.programs,
    isElsewhere: options.isTerminalElsewhere,
  });
  const lastTyped = new LastTyped(() => ledgers.written.newest);
  const workspaceFiles = new WorkspaceFiles(clock);
  const agents = new AgentTerminals({
    readers,
    programs: () => readSettings(undefined).agents.programs,
    isElsewhere: options.isTerminalElsewhere,
  });
  const tellLanguage = (text: string): string | undefined =>
    spokenLanguage(text, '', readSettings(undefined).recognition.languages);
  const polishing = new Polishing({
    clock,
    log,
    access: options.languageModels,
    fetch: (url, init) => fetch(url, init),
    onDidTell: options.onDidPolish,
    extent: () => readSettings(undefined).insertion.polish,
    readSettings: () => readSettings(undefined).polish,
    tellLanguage,
    languagesOf: (text) => {
      const told = tellLanguage(text);
      return told === undefined ? LANGUAGES : LANGUAGES.filter(({ id }) => id === told);
    },
  });
  const openTarget = createTargetOpener({
    clipboard,
    log,
    clock,
    readers,
    agents,
    files: workspaceFiles,
    lastTyped,
    submit: () => readSettings(undefined).agents.submit,
    onDidSubmit: options.onDidSubmit,
    terminalScope: () => readSettings(undefined).insertion.terminalScope,
    openDocument: (request) =>
      openDocumentTarget(
        { clock, log, ledgers, corrections, corrected, context, ghost: new GhostText() },
        request,
      ),
    readStyle: () => context.styleFor(undefined),
    wrap: (text, lineLeft) => wrapCommitBody(text, lineLeft, readSettings(undefined)),
  });
  // The recorder runs when the first run begins: nothing there is waits for it.
  let warming: Disposable | undefined;
  const play: PlayCue = async (cue) => {
    try {
      await (await import('./audio/cues/play-cue')).playCue(cue);
    } catch (error) {
      log.debug(`cue: ${loggable(error)}`);
    }
  };
  const isOn = (): boolean => readSettings(undefined).soundCues;
  const waiting = followWaiting(clock, options.states, () => {
    void vscode.commands.executeCommand(SHOW_FINISHING);
  });
  const cues = followCues({ states: options.states, isOn, play });
  // Files that are being transcribed end with the window.
  const closing = new AbortController();
  const code: RunCode = {
    provider,
    startRun: (run) => {
      warming ??= warmUp(clock, context.styleOf(undefined));
      return polishing.startRun(startRun, run);
    },
  };
  return {
    ...code,
    agents,
    files,
    keys: assemblyAi.keys,
    models: onDevice,
    listedModels: () => [...listedModels(), ...ASSEMBLYAI_MODELS],
    readAudioFile: async (file, request) => {
      const { createAudioFileReader } = await import('./audio/file/read-audio-file');
      const read = await createAudioFileReader({ clock, log })(file, request);
      const isSilent = read.kind === 'audio' && !mayHaveSpeech(read.audio);
      return isSilent ? { kind: 'problem', problem: { kind: 'silent' } } : read;
    },
    transcribe: (window, request) => {
      const settings = readSettings(request.target.resource);
      const names = words.watch(request.target);
      const own = { clock, log, code, random: Math.random };
      const signal = AbortSignal.any([request.signal, closing.signal]);
      return transcribe({ ...own, ...window }, { ...request, settings, names, signal });
    },
    openTarget: (request) => {
      polishing.cancel();
      return openTarget(request);
    },
    sendToAgent: () =>
      lastTyped.send() ?? sendToAgent({ readers, clock, onDidSubmit: options.onDidSubmit }),
    undoLast: async () => {
      const isTakenBack = await lastTyped.takeBack();
      return isTakenBack === undefined ? corrections.takeLastBack() : Number(isTakenBack);
    },
    undoRun: () => corrections.takeLastRunBack(),
    writeFor: (utterance, text) => corrections.writeFor(utterance, text),
    restoreRaw: () => polishing.restoreRaw(),
    spokenCommands: (languages) => [...spokenCommandList(languages), ...codeWordList(languages)],
    watchNames: (target) => Promise.resolve(words.watch(target)),
    toldWords: (resource, onDidFind) =>
      words.told({ kind: 'editor', resource, placeInDocument: undefined }, onDidFind),
    placeAt: (resource) => words.placeAt({ kind: 'editor', resource, placeInDocument: undefined }),
    wordToAdd,
    close: () => clipboard.close(),
    dispose: () => {
      closing.abort();
      waiting.dispose();
      cues.dispose();
      warming?.dispose();
      polishing.dispose();
      onDevice.dispose();
      workspaceFiles.dispose();
      files.dispose();
      readers.dispose();
      corrected.dispose();
      ledgers.dispose();
    },
  };
}
