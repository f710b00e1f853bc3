import * as vscode from 'vscode';
import type { Disposable, Event } from '../core/events';
import type { DictationState, DictationStateKind } from '../dictation/state';

/** Holds a {@link DictationStateKind}; commands and key bindings of the manifest depend on it. */
const STATE_CONTEXT_KEY = 'voiceDictation.state';

/** Whether there is audio to retry or save, and dictation is idle; those commands depend on it. */
const KEPT_AUDIO_CONTEXT_KEY = 'voiceDictation.hasKeptAudio';

/** Publishes what the manifest depends on as context keys, now and at each change. */
export function publishState(
  controller: {
    readonly state: DictationState;
    readonly onDidChangeState: Event<DictationState>;
  },
  setContext: SetContext = setContextOfWindow,
): Disposable {
  const published = new Map<string, DictationStateKind | boolean>();
  const publishKey = (key: string, value: DictationStateKind | boolean): void => {
    if (published.get(key) === value) return;
    published.set(key, value);
    setContext(key, value);
  };
  const publish = (state: DictationState): void => {
    publishKey(STATE_CONTEXT_KEY, state.kind);
    publishKey(KEPT_AUDIO_CONTEXT_KEY, state.kind === 'idle' && state.keptMs !== undefined);
  };
  const subscription = controller.onDidChangeState(publish);
  publish(controller.state);
  return subscription;
}

type SetContext = (key: string, value: DictationStateKind | boolean) => void;

function setContextOfWindow(key: string, value: DictationStateKind | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
