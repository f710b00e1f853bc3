import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Prompt } from '../../../../src/editor/agents/prompt';

/** A prompt on a clock of its own. */
function promptAt(): { readonly prompt: Prompt; readonly wait: (ms: number) => void } {
  let nowMs = 0;
  return {
    prompt: new Prompt(() => nowMs),
    wait: (ms) => {
      nowMs += ms;
    },
  };
}

/** A program writes `count` times, `gapMs` apart. */
function prints(
  { prompt, wait }: ReturnType<typeof promptAt>,
  count: number,
  gapMs: number,
  data = '\u001b[2K⠋ Thinking',
): void {
  for (let i = 0; i < count; i++) {
    wait(gapMs);
    prompt.printed(data);
  }
}

test('what was written is taken to stand there', () => {
  const { prompt, wait } = promptAt();
  prompt.wrote('Fix it.');
  wait(3_600_000);
  prompt.wrote(' Then run it.');
  assert.equal(prompt.left(true), 'Fix it. Then run it.');
});

test('a program that begins to work has been sent it', () => {
  const at = promptAt();
  at.prompt.wrote('Fix it.');
  at.prompt.printed('Fix it.');
  at.wait(1000);
  prints(at, 10, 120);
  assert.equal(at.prompt.left(true), '');
});

test('a program that was at work already may be at it still', () => {
  const at = promptAt();
  prints(at, 20, 120);
  at.prompt.wrote('Fix it.');
  prints(at, 20, 120);
  assert.equal(at.prompt.left(true), 'Fix it.');
});

test('a caret that blinks, and what somebody types, is no work', () => {
  const at = promptAt();
  at.prompt.wrote('Fix it.');
  at.wait(1000);
  prints(at, 40, 530, '\u001b[7m \u001b[27m');
  assert.equal(at.prompt.left(true), 'Fix it.');
});

test('where the program is not heard, half a minute is as long as it is remembered', () => {
  const { prompt, wait } = promptAt();
  prompt.wrote('Fix it.');
  wait(29_000);
  assert.equal(prompt.left(false), 'Fix it.');
  wait(2_000);
  assert.deepEqual([prompt.left(false), prompt.left(true)], ['', 'Fix it.']);
});
