import * as vscode from 'vscode';
import {
  createRecorderFactory,
  hasProgram,
  hasRecorder,
  installedRecorders,
  warmUpRecorder,
} from './audio/start-recorder';
import { loadOnce } from './core/load-once';
import type { Settings } from './core/settings';
import type { VoiceDictationApi } from '../docs/api/voice-dictation';
import type { OpenTarget } from './core/target';
import type { Dictate } from './dictate';
import { DictationController } from './dictation/controller';
import { TerminalExecutions } from './editor/agents/terminal-executions';
import { ExtensionExports } from './ui/api/extension-exports';
import { Configuration } from './ui/configuration';
import { Notifications } from './ui/notifications';
import { registerUi } from './ui/register-ui';
import { rememberedRecorder } from './ui/remembered-recorder';
import { SharedStorage } from './ui/shared-storage';
import { systemClock as clock } from './ui/system-clock';
import type { TestApi } from './ui/test-api';
import { createToggleKey } from './ui/toggle-key';

/** When a window that has just opened is at rest again; before, others need the time. */
const WARM_UP_MS = 2000;

/** What dictation in one window consists of. */
export interface DictationWindow {
  /** For other extensions. */
  readonly api: VoiceDictationApi;
  readonly ownTests: TestApi;
  /** Microphone off, sessions terminated, nothing lost that the settings allow to keep. */
  readonly close: () => Promise<void>;
}

/** Builds it, and registers all that people see and press; `context` owns it. */
export function openWindow(
  context: vscode.ExtensionContext,
  log: vscode.LogOutputChannel,
): DictationWindow {
  const configuration = new Configuration();
  const executions = new TerminalExecutions();
  const isTerminalElsewhere =
    vscode.env.remoteName !== undefined &&
    context.extension.extensionKind === vscode.ExtensionKind.UI;
  let dictate: Dictate | undefined;
  const load = loadOnce(async () => {
    const [{ createDictate }, { dictationTalk }] = await Promise.all([
      import('./dictate'),
      import('./ui/dictation-talk'),
    ]);
    const readSettings = (resource?: string): Settings => configuration.peek(resource);
    dictate = createDictate({
      clock,
      log,
      readSettings,
      executions,
      isTerminalElsewhere,
      secrets: context.secrets,
      environment: process.env,
      ...dictationTalk({ configuration, notifications, context }),
      folder,
      settings: configuration,
      extensionFolder: context.extensionPath,
      languageModels: context.languageModelAccessInformation,
      memory: context.globalState,
      states: dictation,
    });
    shared.use(dictate.files);
    context.subscriptions.push(dictate);
    return dictate;
  });
  const openTarget: OpenTarget = async (request) => (await load()).openTarget(request);
  const folder = context.globalStorageUri.fsPath;
  const shared = new SharedStorage({
    folder,
    clock,
    log,
    settings: configuration,
    clipboard: vscode.env.clipboard,
    load: async () => (await load()).files,
  });
  const { history } = shared;
  const notifications = new Notifications({
    log,
    history,
    hasProgram,
    isTerminalElsewhere,
    installRecorder: async (next) => {
      const { installRecorder } = await import('./ui/dialogs');
      await installRecorder({
        isTerminalElsewhere,
        hasProgram,
        hasRecorder: () => hasRecorder(configuration.peek().recording),
        controller: dictation,
        notifications,
        next,
      });
    },
  });
  const others = new ExtensionExports({
    log,
    controller: () => dictation,
    openTarget,
    own: context.extension.id,
    configuration,
  });
  const memory = rememberedRecorder(context.globalState, log);
  const startRecorder = createRecorderFactory({ clock, log, memory });
  const { acquireMicrophone } = shared;
  const dictation: DictationController = new DictationController({
    clock,
    log,
    startRecorder,
    loadRunCode: load,
    readSettings: (resource) => configuration.read(resource),
    openTarget,
    watchNames: async (target) => (await load()).watchNames(target),
    toggleKey: createToggleKey({
      storage: context.globalState,
      settings: configuration,
      log,
      runNoop: () => vscode.commands.executeCommand('noop'),
    }),
    acquireMicrophone,
    noteFinal: others.tellingOf(history.note),
    usage: shared.usage,
    random: Math.random,
  });
  const { statusBar, historyView, subscriptions } = registerUi({
    clock,
    log,
    controller: dictation,
    configuration,
    notifications,
    history,
    openTarget,
    load,
    microphone: { clock, startRecorder, acquireMicrophone },
    diagnose: async () =>
      (await import('./diagnose')).createDiagnose({
        clock,
        log,
        installed: () => installedRecorders(configuration.peek().recording),
      }),
    extension: context,
  });
  context.subscriptions.push(
    configuration,
    executions,
    shared,
    others,
    dictation,
    clock.schedule(WARM_UP_MS, () => {
      warmUpRecorder(configuration.peek().recording);
      void statusBar.loadDetails();
    }),
    // Not in the window's way: Node reads its modules for files only now.
    clock.schedule(0, () => {
      void shared.recover(dictation, notifications);
    }),
    ...subscriptions,
  );
  return {
    api: others.api,
    close: async () => {
      await Promise.all([shared.close(dictation), dictate?.close()]);
    },
    ownTests: {
      controller: dictation,
      configuration,
      history,
      historyView,
      folder,
      secrets: context.secrets,
    },
  };
}
