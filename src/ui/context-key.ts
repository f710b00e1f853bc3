import * as vscode from 'vscode';
import { disposeAll, type Disposable, type Event } from '../core/events';
import type { DictationState, DictationStateKind } from '../dictation/state';
import type { History } from './history/history';

/** Holds a {@link DictationStateKind}; commands and key bindings of the manifest depend on it. */
const STATE_CONTEXT_KEY = 'voiceDictation.state';

/** Whether there is audio to retry or save, and dictation is idle; those commands depend on it. */
const KEPT_AUDIO_CONTEXT_KEY = 'voiceDictation.hasKeptAudio';

/**
 * Whether the key that starts and stops is held: a letter that repeats on when its modifiers are
 * let go first is not typed then.
 */
const KEY_HELD_CONTEXT_KEY = 'voiceDictation.isKeyHeld';

/** Whether words have landed in this window; steps of Get Started are done then. */
const DICTATED_CONTEXT_KEY = 'voiceDictation.hasDictated';

/** Whether words have reached a coding agent or a chat; a step of Get Started is done then. */
const REACHED_AGENT_CONTEXT_KEY = 'voiceDictation.hasReachedAgent';

/** Whether there is anything in the history; what works on it is not offered before. */
const HISTORY_CONTEXT_KEY = 'voiceDictation.hasHistory';

/** Publishes what the manifest depends on as context keys, now and at each change. */
export function publishState(
  controller: {
    readonly state: DictationState;
    readonly onDidChangeState: Event<DictationState>;
    readonly onDidNoticeKeyHeld: Event<boolean>;
  },
  history: Pick<History, 'entries' | 'hasLanded' | 'hasReachedAgent' | 'onDidChange'>,
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
  const subscriptions = [
    controller.onDidChangeState(publish),
    controller.onDidNoticeKeyHeld((isHeld) => {
      publishKey(KEY_HELD_CONTEXT_KEY, isHeld);
    }),
    history.onDidChange(() => {
      publishKey(HISTORY_CONTEXT_KEY, history.entries.length > 0);
      if (history.hasLanded) publishKey(DICTATED_CONTEXT_KEY, true);
      if (history.hasReachedAgent) publishKey(REACHED_AGENT_CONTEXT_KEY, true);
    }),
  ];
  publish(controller.state);
  return {
    dispose: () => {
      disposeAll(subscriptions);
    },
  };
}

type SetContext = (key: string, value: DictationStateKind | boolean) => void;

function setContextOfWindow(key: string, value: DictationStateKind | boolean): void {
  void vscode.commands.executeCommand('setContext', key, value);
}
