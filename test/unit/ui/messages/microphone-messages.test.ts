import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SoundSummary } from '../../../../src/core/sound';
import { microphoneTestMessage } from '../../../../src/ui/messages/microphone-messages';

const GOOD = {
  verdict: 'good',
  speechDb: -21.6,
  floorDb: -61.2,
  clipped: 0.0234,
  understood: undefined,
  isPlayed: true,
} as const;

function told(
  test: Partial<Parameters<typeof microphoneTestMessage>[0]>,
  platform: NodeJS.Platform = 'linux',
): readonly string[] {
  const { sentence, nextSteps } = microphoneTestMessage({ ...GOOD, ...test }, platform);
  return [sentence, ...nextSteps.map(({ label }) => label)];
}

test('a good microphone is told with its levels, and what was understood where somebody listened', () => {
  assert.deepEqual(
    [{}, { understood: 'Hello [x](command:evil).' }, { understood: '' }].map(
      (each) => told(each)[0],
    ),
    [
      'Your microphone works well (speech −22 dB, noise −61 dB).',
      'Your microphone works well (speech −22 dB, noise −61 dB). Understood: “Hello [x] (command:evil)”.',
      'Your microphone works well (speech −22 dB, noise −61 dB). No words were understood.',
    ],
  );
});

test('each fault has a sentence of its own, and the button that mends it first', () => {
  const faults = [
    'quiet',
    'faint',
    'noise',
    'clipping',
    'none',
  ] as const satisfies readonly SoundSummary['verdict'][];
  const messages = faults.map((verdict) => told({ verdict }));
  assert.equal(new Set(messages.map(([sentence]) => sentence)).size, faults.length);
  for (const [, ...buttons] of messages) {
    assert.deepEqual(buttons, ['Choose Microphone', 'Test Again']);
  }
  assert.match(told({ verdict: 'clipping' })[0] ?? '', /, 2\.3 % cut off\)/);
});

test('silence on macOS and Windows leads to the page where the microphone is allowed', () => {
  assert.deepEqual(
    (['darwin', 'win32'] as const).map((platform) => told({ verdict: 'none' }, platform)[1]),
    ['Open Privacy Settings', 'Open Privacy Settings'],
  );
});

test('where nothing plays it back, that is said', () => {
  assert.match(told({ isPlayed: false })[0] ?? '', /could not be played back/);
});
