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

test('nothing stands there any more when the caret is back where it was, if it goes along with what is typed', () => {
  const CLEARED = '\r\u001b[2K> ';
  const after = (echo: string, ...printed: readonly string[]): string => {
    const { prompt, wait } = promptAt();
    prompt.printed('\r\n> ');
    prompt.wrote('Fix it.');
    prompt.printed(echo);
    for (const data of printed) {
      wait(1000);
      prompt.printed(data);
    }
    const left = prompt.left(true);
    prompt.wrote('Run it.');
    return `${left}|${prompt.left(true)}`;
  };
  assert.deepEqual(
    [
      after('Fix it.', CLEARED),
      // A word of it.
      after('Fix it.', '\u001b[3D\u001b[K'),
      // Gone to the start, and back.
      after('Fix it.', '\r\u001b[2C', '\u001b[7C'),
      // The caret stays before what is typed, or nobody knows where it is.
      after('\u001b[sFix it.\u001b[u', '\u001b[2K> Fix it.!\r\u001b[2C'),
      after('\u001b[?1049hFix it.', CLEARED),
      // Its echo is still to come.
      after('', '\u001b[7m'),
    ],
    ['|Run it.', ...Array<string>(5).fill('Fix it.|Fix it.Run it.')],
  );
});

test('a slow terminal that shows its prompt late, or a deletion at once, tells of it as well', () => {
  const left = (...printed: readonly (readonly [afterMs: number, data: string])[]): string => {
    const { prompt, wait } = promptAt();
    prompt.wrote('Fix it.');
    for (const [afterMs, data] of printed) {
      wait(afterMs);
      prompt.printed(data);
    }
    return prompt.left(true);
  };
  const CLEARED = '\r\u001b[2C\u001b[K';
  assert.deepEqual(
    [
      // Its prompt is still to come when something is written.
      left([50, '\r\n> '], [300, 'Fix it.'], [1000, CLEARED]),
      left([50, '\r\n> '], [20, 'Fix '], [20, 'it.'], [1000, CLEARED]),
      left([900, '\r\n> Fix it.'], [1000, CLEARED]),
      left([50, '\r\n> '], [300, 'Fix it.'], [1000, '\u001b[3D\u001b[K']),
      // Everything comes late, and at once.
      left([50, '> '], [300, 'Fix it.'], [10, CLEARED]),
      left([0, '> '], [0, 'Fix it.'], [0, CLEARED]),
    ],
    ['', '', '', 'Fix it.', '', ''],
  );
});

test('what was said last is taken back, sentence by sentence, while only its echo has come', () => {
  const { prompt, wait } = promptAt();
  prompt.wrote('Fix it.');
  prompt.printed('Fix ');
  prompt.printed('it.');
  wait(60_000);
  prompt.wrote(' Then run it.');
  prompt.printed('\u001b[1m Then run it.\u001b[0m');
  assert.deepEqual(
    [prompt.takeLast(true), prompt.left(true), prompt.takeLast(true), prompt.takeLast(true)],
    [' Then run it.', 'Fix it.', 'Fix it.', undefined],
  );
});

test('a program that draws its prompt anew may do so in one go', () => {
  const { prompt, wait } = promptAt();
  prompt.wrote('Fix it.');
  prompt.printed('\u001b[2K╭──╮\r\n');
  wait(20);
  prompt.printed('│ > Fix it. │');
  assert.equal(prompt.takeLast(true), 'Fix it.');
});

test('nothing is taken back where anything else has come since, or could have unheard', () => {
  const typed = promptAt();
  typed.prompt.wrote('Fix it.');
  typed.prompt.printed('Fix it.');
  typed.prompt.printed('!');
  const drawn = promptAt();
  drawn.prompt.wrote('Fix it.');
  drawn.prompt.printed('│ > Fix it. │');
  drawn.wait(1000);
  drawn.prompt.printed('│ > Fix it.! │');
  const sent = promptAt();
  sent.prompt.wrote('Fix it.');
  sent.prompt.clear();
  const unheard = promptAt();
  unheard.prompt.wrote('Fix it.');
  assert.deepEqual(
    [typed, drawn, sent]
      .map(({ prompt }) => prompt.takeLast(true))
      .concat(unheard.prompt.takeLast(false)),
    [undefined, undefined, undefined, undefined],
  );
});

test('a sentence behind something unknown is taken back, and what was before is not', () => {
  const { prompt, wait } = promptAt();
  prompt.wrote('Fix it.');
  prompt.printed('Fix it.!');
  wait(1000);
  prompt.wrote(' Then run it.');
  assert.deepEqual([prompt.takeLast(true), prompt.takeLast(true)], [' Then run it.', undefined]);
});

test('what was said last is held as long as nothing else can have come behind it', () => {
  const held = (...printed: readonly string[]): boolean => {
    const { prompt, wait } = promptAt();
    prompt.wrote('Fix it.');
    prompt.printed('Fix it.');
    prompt.wrote(' Now.');
    for (const data of printed) {
      wait(1000);
      prompt.printed(data);
    }
    return prompt.holds(['Fix it.', ' Now.'], true);
  };
  const { prompt } = promptAt();
  prompt.wrote('Fix it.');
  assert.deepEqual(
    {
      echoed: held(' Now.'),
      typed: held(' Now.', 'x'),
      unheard: prompt.holds(['Fix it.'], false),
      other: prompt.holds(['it.'], true),
      more: prompt.holds(['So.', 'Fix it.'], true),
      same: prompt.holds(['Fix it.'], true),
    },
    { echoed: true, typed: false, unheard: false, other: false, more: false, same: true },
  );
});
