import * as vscode from 'vscode';
import type { Agents } from '../core/agents';
import type { TargetRequest } from '../core/target';
import type { DictationState } from '../dictation/state';
import { agentItem, NO_AGENT, noAgentQuestion, PICK_AGENT } from './messages/agent-messages';
import type { Notifications } from './notifications';

export interface DictateToAgentOptions {
  readonly controller: {
    readonly state: DictationState;
    toggle(request: TargetRequest): void;
  };
  readonly notifications: Pick<Notifications, 'show'>;
  readonly agents: () => Promise<Agents>;
}

/**
 * The command Dictate to Agent, for a tap and for a held key: to the agent that was dictated to last, or
 * to the only one; where it is not plain which one is meant, the person picks one first, once however
 * often the key repeats.
 */
export function dictatingToAgent(options: DictateToAgentOptions): () => Promise<void> {
  const { controller } = options;
  let isChoosing = false;
  return async () => {
    if (isChoosing) return;
    if (controller.state.kind === 'idle') {
      const agents = await options.agents();
      if (!agents.isPlain) {
        isChoosing = true;
        const isChosen = await choose(agents, options).finally(() => {
          isChoosing = false;
        });
        if (!isChosen) return;
      }
    }
    controller.toggle({ kind: 'agent' });
  };
}

/** @returns whether one was chosen that runs */
async function choose(agents: Agents, { notifications }: DictateToAgentOptions): Promise<boolean> {
  const running = agents.list();
  if (running.length > 0) {
    const items = running.map((agent) => ({ ...agentItem(agent), id: agent.id }));
    const picked = await vscode.window.showQuickPick(items, PICK_AGENT);
    return picked !== undefined && agents.choose(picked.id);
  }
  const installed = await agents.installed();
  if (installed.length === 0) {
    void notifications.show(NO_AGENT);
    return false;
  }
  const { sentence, answers } = noAgentQuestion(installed);
  const answer = await vscode.window.showInformationMessage(
    sentence,
    ...answers.map(({ label }) => label),
  );
  const name = answers.find(({ label }) => label === answer)?.name;
  if (name !== undefined) agents.start(name);
  return false;
}
