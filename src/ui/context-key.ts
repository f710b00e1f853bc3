import * as vscode from 'vscode';
import type { Disposable, Event } from '../core/events';
import type { DictationState, DictationStateKind } from '../dictation/state';

/** Holds a {@link DictationStateKind}; commands and key bindings of the manifest depend on it. */
const STATE_CONTEXT_KEY = 'voiceDictation.state';

/** Publishes the state's kind as context key, now and at each change. */
export function publishState(controller: {
  readonly state: DictationState;
  readonly onDidChangeState: Event<DictationState>;
}): Disposable {
  let published: DictationStateKind | undefined;
  const publish = ({ kind }: DictationState): void => {
    if (kind === published) return;
    published = kind;
    void vscode.commands.executeCommand('setContext', STATE_CONTEXT_KEY, kind);
  };
  const subscription = controller.onDidChangeState(publish);
  publish(controller.state);
  return subscription;
}
