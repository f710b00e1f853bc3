import type { Agents } from '../core/agents';
import type { TargetRequest } from '../core/target';
import type { DictationState } from '../dictation/state';
import type { MessageBox } from './messages/message';

export interface DictateToAgentOptions {
  readonly controller: {
    readonly state: DictationState;
    toggle(request: TargetRequest): void;
  };
  readonly notifications: MessageBox;
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
        const isChosen = await choose(agents, options.notifications).finally(() => {
          isChoosing = false;
        });
        if (!isChosen) return;
      }
    }
    controller.toggle({ kind: 'agent' });
  };
}

async function choose(agents: Agents, notifications: MessageBox): Promise<boolean> {
  const { chooseAgent } = await import('./dialogs');
  return chooseAgent(agents, notifications);
}
