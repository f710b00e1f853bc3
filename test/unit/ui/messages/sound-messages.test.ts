import assert from 'node:assert/strict';
import { test } from 'node:test';
import { soundProblemMessage } from '../../../../src/ui/messages/sound-messages';

test('each kind of sound that is not understood has a sentence of its own and a button', () => {
  const problems = ['none', 'clipping', 'faint', 'noise', 'no-speech', 'late'] as const;
  const messages = problems.map((problem) => soundProblemMessage(problem, 'linux'));
  assert.equal(new Set(messages.map(({ sentence }) => sentence)).size, problems.length);
  for (const { sentence, nextSteps } of messages) {
    assert.match(sentence, /^[A-Z].*\.$/);
    assert.deepEqual(
      nextSteps.map(({ label }) => label),
      ['Choose Microphone', 'Stop Dictation'],
    );
  }
});

test('silence is told with who forbids it, and the button that opens the right page', () => {
  const told = (['darwin', 'win32', 'linux'] as const).map((platform) => {
    const { sentence, nextSteps } = soundProblemMessage('none', platform);
    const [first] = nextSteps;
    return [sentence, first?.kind === 'open-link' ? first.url : 'no page'];
  });
  assert.deepEqual(told, [
    [
      'The microphone delivers silence only: macOS may not have allowed this editor to use it, or it is muted.',
      'x-apple.systempreferences:com.apple.preference.security?Privacy_Microphone',
    ],
    [
      'The microphone delivers silence only: Windows may not let desktop apps use it, or it is muted.',
      'ms-settings:privacy-microphone',
    ],
    [
      'The microphone delivers silence only: it is muted, switched off or not the one you speak into.',
      'no page',
    ],
  ]);
});
