import * as vscode from 'vscode';
import type { Agents } from '../core/agents';
import { agentItem, NO_AGENT, noAgentQuestion, PICK_AGENT } from './messages/agent-messages';
import type { MessageBox } from './messages/message';

/**
 * Asks which agent is meant, or which is to be started where none runs.
 *
 * @returns whether one was chosen that runs
 */
export async function chooseAgent(agents: Agents, notifications: MessageBox): Promise<boolean> {
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
