// Where the next session is sent the sound from: in the pause that ended the last turn, if that can be told.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_PAUSE, ReplayRig, TWO_WORDS, word, type Sound } from './replay-rig';

for (const [name, words] of [
  ['right', [word('Git', 200, 500), word('commit.', 550, 800)]],
  ['padded as Pro models do', [word('Git', 0, 500), word('commit.', 550, 1040)]],
  ['60 ms early', [word('Git', 140, 440), word('commit.', 490, 740)]],
  ['300 ms late', [word('Git', 500, 800), word('commit.', 850, 1100)]],
  ['only the last one’s', [word('commit.', 550, 800)]],
  ['unordered', [word('commit.', 550, 800), word('Git', 200, 500)]],
  ['zero', [word('Git', 0, 0), word('commit.', 0, 0)]],
  ['missing', []],
  ['only the first one’s', [word('Git', 200, 500)]],
  ['impossible', [word('Git', 200, 500), word('commit.', 550, 1e9)]],
] as const) {
  test(`a replay begins in the pause that ended the turn, where word times are ${name}`, async () => {
    const rig = new ReplayRig();
    await rig.hear(TWO_WORDS);
    rig.end('Git commit.', words);
    await rig.hear([['word', 200]]);
    await rig.lose();
    rig.end('It fails.', []);
    assert.ok(rig.replayedFromMs >= 850 && rig.replayedFromMs <= 1150, String(rig.replayedFromMs));
    assert.deepEqual(rig.finals, ['Git commit.', 'It fails.']);
    rig.chain.dispose();
  });
}

test('where word times are 300 ms early, and a noise may have hidden the pause, the turn is heard again', async () => {
  const rig = new ReplayRig();
  await rig.hear(TWO_WORDS);
  rig.end('Git commit.', [word('Git', 0, 200), word('commit.', 250, 500)]);
  await rig.lose();
  rig.end('Git comet, it fails.', [
    word('Git', 0, 200),
    word('comet,', 250, 500),
    word('it', 900, 1000),
    word('fails.', 1000, 1200),
  ]);
  assert.deepEqual([rig.replayedFromMs, rig.finals], [0, ['Git commit.', 'it fails.']]);
  rig.chain.dispose();
});

for (const [name, words] of [
  ['times', [word('No', 100, 300), word('it.', 400, 600)]],
  ['padded times', [word('No', 0, 300), word('it.', 400, 840)]],
  ['no times', []],
] as const) {
  test(`a gap between words is not taken for the pause that a cough hides, with ${name}`, async () => {
    const rig = new ReplayRig();
    // No, a gap, it, a cough in the pause.
    await rig.hear([
      ['pause', 100],
      ['word', 200],
      ['pause', 100],
      ['word', 600],
    ]);
    rig.end('No it.', words);
    await rig.lose();
    rig.end('No it. Go.');
    assert.deepEqual(rig.finals, ['No it.', 'Go.']);
    rig.chain.dispose();
  });
}

test('a pause after the next word is not taken for the one that a cough hides', async () => {
  const rig = new ReplayRig();
  // No, a cough, it, a pause.
  await rig.hear([
    ['pause', 100],
    ['word', 450],
    ['pause', 300],
  ]);
  rig.end('No.', [word('No.', 100, 300)]);
  await rig.lose();
  rig.end('No. It.');
  assert.deepEqual(rig.finals, ['No.', 'It.']);
  rig.chain.dispose();
});

test('a gap too short to end a turn is not taken for the pause that a noise hides', async () => {
  const rig = new ReplayRig();
  rig.server.shortestPauseMs = 128;
  // A noise, a gap, no, a noise on.
  await rig.hear([
    ['pause', 200],
    ['word', 500],
    ['pause', 90],
    ['word', 510],
  ]);
  rig.end('No.', [word('No.', 200, 638)]);
  await rig.lose();
  rig.end('No.', [word('No.', 590, 878)]);
  rig.end('Go.', [word('Go.', 1300, 1500)]);
  assert.deepEqual(rig.finals, ['No.', 'Go.']);
  rig.chain.dispose();
});

for (const [name, first, second] of [
  ['the end of the last one', 'Git commit.', 'It fails.'],
  ['the last one again', 'No.', 'No, wait.'],
  ['a piece of the last one', 'This is a function.', 'On error it returns.'],
  ['its last character again', '我要说话。', '话不多。'],
] as const) {
  test(`after a pause, a first word that is like ${name} is not taken for it`, async () => {
    const rig = new ReplayRig();
    await rig.hear(TWO_WORDS);
    rig.end(first, [word(first.split(' ').at(-1) ?? '', 550, 1040)]);
    await rig.hear([['word', 200]]);
    await rig.lose();
    rig.end(second, [word(second.split(' ')[0] ?? '', 150, 400)]);
    assert.deepEqual(rig.finals, [first, second]);
    rig.chain.dispose();
  });
}

for (const roomDb of [-45, -35, -30]) {
  test(`the pause is found in a room of ${String(roomDb)} dB`, async () => {
    const rig = new ReplayRig(roomDb);
    await rig.hear(TWO_WORDS);
    rig.end('Git commit.', [word('Git', 200, 500), word('commit.', 550, 1040)]);
    await rig.lose();
    assert.ok(rig.replayedFromMs >= 850 && rig.replayedFromMs <= 1150, String(rig.replayedFromMs));
    rig.chain.dispose();
  });
}

test('in noise in which nothing can be told apart, the turn is heard again, and its words are not written again', async () => {
  const rig = new ReplayRig(-14);
  await rig.hear(TWO_WORDS);
  rig.end('Git commit.', [word('Git', 200, 500), word('commit.', 550, 1040)]);
  await rig.lose();
  assert.equal(rig.replayedFromMs, 0);
  rig.end('git comet it fails', [
    word('git', 200, 500),
    word('comet', 550, 800),
    word('it', 1200, 1300),
    word('fails', 1350, 1700),
  ]);
  assert.deepEqual(rig.finals, ['Git commit.', 'it fails']);
  rig.chain.dispose();
});

test('of two ends that were asked for soon after one another nothing tells which is answered', async () => {
  const rig = new ReplayRig();
  await rig.hear([
    ['pause', 100],
    ['word', 400],
  ]);
  rig.chain.forceEndpoint();
  await rig.hear([
    ['word', 150],
    ['pause', 200],
  ]);
  rig.chain.forceEndpoint();
  rig.end('no');
  await rig.lose();
  rig.end('No.');
  rig.end('Go.');
  assert.deepEqual([rig.replayedFromMs, rig.finals], [0, ['no', 'Go.']]);
  rig.chain.dispose();
});

test('a turn that the person ended in a pause is not heard again', async () => {
  const rig = new ReplayRig();
  await rig.hear([...NO_PAUSE, ['pause', 300]]);
  rig.chain.forceEndpoint();
  rig.end('no no', [word('no', 0, 500), word('no', 500, 1240)]);
  await rig.hear(NO_PAUSE);
  await rig.lose();
  assert.ok(rig.replayedFromMs >= 1050 && rig.replayedFromMs <= 1250, String(rig.replayedFromMs));
  assert.ok(rig.server.calls.every(({ kind }) => kind === 'send'));
  rig.chain.dispose();
});

/** What is said in 1000 ms that end 300 ms too late for the word times there are. */
const TWO_GAPS: Sound = [
  ['pause', 150],
  ['word', 130],
  ['pause', 100],
  ['word', 130],
  ['pause', 490],
];
const EARLY = [word('我', 0, 0), word('我。', 80, 210)];

test('a pause that is too short to end a turn is not taken for the one that did', async () => {
  const rig = new ReplayRig();
  rig.server.shortestPauseMs = 400;
  await rig.hear(TWO_GAPS);
  rig.end('我我。', EARLY);
  await rig.lose();
  assert.ok(rig.replayedFromMs >= 550 && rig.replayedFromMs <= 800, String(rig.replayedFromMs));
  rig.chain.dispose();
});

test('where two pauses may have ended a turn, it is heard again, and its words are not written again', async () => {
  const rig = new ReplayRig();
  await rig.hear(TWO_GAPS);
  rig.end('我我。', EARLY);
  await rig.lose();
  assert.equal(rig.replayedFromMs, 0);
  rig.end('我我。你', [word('我', 150, 280), word('我。', 380, 510), word('你', 1100, 1300)]);
  assert.deepEqual(rig.finals, ['我我。', '你']);
  rig.chain.dispose();
});

test('where a padded time is late as well, the pause before it is not passed over', async () => {
  const rig = new ReplayRig();
  // No it, a pause, no.
  await rig.hear([
    ['pause', 100],
    ['word', 600],
    ['pause', 600],
    ['word', 130],
    ['pause', 800],
  ]);
  rig.end('No it.', [word('No', 100, 400), word('it.', 400, 1240)]);
  await rig.lose();
  rig.end('No it. No.');
  assert.deepEqual(rig.finals, ['No it.', 'No.']);
  rig.chain.dispose();
});
