import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Submission } from '../../../../src/core/submission';
import {
  agentItem,
  noAgentQuestion,
  notSentMessage,
  sentText,
} from '../../../../src/ui/messages/agent-messages';

test('the status bar says whom a prompt was sent to', () => {
  assert.equal(sentText('claude'), '$(check) Sent to claude');
});

test('what was not sent says why, and what to do', () => {
  const outcomes: readonly Submission['outcome'][] = [
    'no-agent',
    'not-read',
    'runs-command',
    'panel',
  ];
  for (const outcome of outcomes) {
    const { severity, sentence, nextSteps } = notSentMessage({ outcome, to: 'Terminal zsh' });
    assert.equal(severity, 'warning');
    assert.match(sentence, /^Nothing was sent: .*“Terminal zsh”.*\. Press Enter there to send/u);
    assert.deepEqual(
      nextSteps.map(({ label }) => label),
      ['Agent Settings', 'Open Settings'],
    );
  }
});

test('an agent is listed with its terminal and what it does', () => {
  const agent = { id: 0, name: 'claude', terminal: '✳ Fix the parser', isWorking: true };
  assert.deepEqual(
    [agentItem(agent), agentItem({ ...agent, isWorking: false }).detail],
    [
      { label: 'claude', description: 'Terminal ✳ Fix the parser', detail: 'at work' },
      'waits for you',
    ],
  );
});

test('where no agent runs, no more than three are offered', () => {
  const { answers } = noAgentQuestion(['claude', 'codex', 'gemini', 'aider']);
  assert.deepEqual(
    answers.map(({ label, name }) => [label, name]),
    [
      ['Start claude', 'claude'],
      ['Start codex', 'codex'],
      ['Start gemini', 'gemini'],
    ],
  );
});
