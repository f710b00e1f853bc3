// What is heard again after a loss: its words are dropped, whatever they are heard as, and what is new lands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import type { Word } from '../../../../src/core/recognition';
import { LOST, NO_PAUSE, ReplayRig, TWO_WORDS, word } from './replay-rig';

for (const [name, ended, again, rest] of [
  ['the same word', 'no', 'no no no stop', 'no no stop'],
  ['the same word twice', 'no no', 'no no no stop', 'no stop'],
  ['other capitals and marks', 'no no', 'No, no, no. Stop!', 'no. Stop!'],
  ['parted otherwise', 'the data base', 'The database is gone.', 'is gone.'],
  ['no spaces', '明天见', '明天 见 我们', '我们'],
  ['a number in words now', 'no no 25', 'No, no, twenty five files.', 'files.'],
  ['a number in one word', 'no no 25', 'no no Twenty-five no', 'no'],
  ['a number in digits now', 'in twenty five', 'In 25 files.', 'files.'],
  ['a number of thousands', 'about 1,250', 'about one thousand two hundred fifty files', 'files'],
  ['a year', 'in 2026', 'in twenty twenty six it was', 'it was'],
  ['digits one by one', 'dial 007', 'dial zero zero seven now', 'now'],
  ['a number of another language', 'die 25', 'Die fünfundzwanzig Dateien', 'Dateien'],
  ['a number of no alphabet', '第25', '第二十五 天', '天'],
  ['a number in digits, without spaces', '第三', '第3天', '天'],
  ['a number before a word, without spaces', '二十五', '25個', '個'],
  ['the other Japanese letters', 'はい', 'ハイ、行く', '行く'],
  ['percent', 'at 50%', 'at fifty percent of it', 'of it'],
  ['a percent sign now', 'at fifty percent', 'at 50% of it', 'of it'],
  ['dollars', 'it is $5', 'it is five dollars more', 'more'],
  ['a dollar sign now', 'it is five dollars', 'it is $5 more', 'more'],
  ['an address', 'to joe@home', 'to joe at home now', 'now'],
  ['accents', 'the cafe', 'The Café opens', 'opens'],
  ['an apostrophe', 'we dont', 'We don’t know', 'know'],
  ['a hyphen', 'an e mail', 'An e-mail came', 'came'],
  ['a word that went on', 'no no data', 'No, no database is there.', 'base is there.'],
  ['a word that meant the contrary', 'we can', 'We cannot go.', 'not go.'],
  ['a word that only begins as it ended', 'to change and', 'To change the default.', 'default.'],
  ['a word that went on, without spaces', '我说', '我说话 了', '话 了'],
  ['a word that only got its ending', 'the commit', 'The commits are in', 'are in'],
] as const) {
  test(`a turn that the person ended without a pause is heard again, and its words are dropped: ${name}`, async () => {
    const rig = new ReplayRig();
    await rig.hear([['pause', 100], ...NO_PAUSE]);
    rig.chain.forceEndpoint();
    rig.end(ended);
    await rig.hear(NO_PAUSE);
    await rig.lose();
    assert.equal(rig.replayedFromMs, 0);
    rig.end(again);
    assert.deepEqual(rig.finals, [ended, rest]);
    rig.chain.dispose();
  });
}

for (const [name, startMs, untilMs] of [
  ['ends before the last one, which did not land,', 300, 300],
  ['is said to end with the last one, which did not land, at no time,', 100, 0],
] as const) {
  test(`where a run breaks off, a word that ${name} is the end of what is final`, async () => {
    const rig = new ReplayRig();
    await rig.hear([
      ['pause', 100],
      ['word', 900],
    ]);
    const endMs = startMs === 100 ? 600 : 300;
    const words = [word('five', 100, endMs), word('no', startMs, 600)];
    rig.server.turn({ order: 0, transcript: 'five no', words });
    rig.server.end({ kind: 'failed', error: new DictationError('account-refused') });
    assert.deepEqual([rig.finals, rig.chain.replayed], [['five'], { untilMs, words: ['five'] }]);
    rig.chain.dispose();
  });
}

test('what was kept of a run that broke off within a word lands with the rest of that word', () => {
  for (const [untilMs, words] of [
    [0, [word('No', 0, 0), word('Database.', 0, 0)]],
    [650, [word('No', 200, 400), word('Database.', 450, 900)]],
  ] as const) {
    const rig = new ReplayRig(-60, { untilMs, words: ['no', 'data'] });
    rig.end('No database.', words);
    assert.deepEqual(rig.finals, ['base.']);
    rig.chain.dispose();
  }
});

test('of a turn that is told as one word, what is new lands', async () => {
  const rig = new ReplayRig();
  await rig.hear([['pause', 100], ...NO_PAUSE]);
  rig.chain.forceEndpoint();
  rig.end('no it on', [word('no', 100, 400), word('it', 400, 700), word('on', 700, 1040)]);
  await rig.lose();
  rig.end('No it on no it.', [word('No it on no it.', 100, 1700)]);
  assert.deepEqual(rig.finals, ['no it on', 'no it.']);
  rig.chain.dispose();
});

test('in a script without spaces, too, what a turn left of a word is dropped from the next one', async () => {
  const rig = new ReplayRig();
  await rig.hear([['pause', 100], ...NO_PAUSE]);
  rig.chain.forceEndpoint();
  rig.end('はいはい');
  await rig.lose();
  rig.end('はい');
  rig.end('はいはいはいはい', [word('はいはいはいはい', 0, 1)]);
  assert.deepEqual(rig.finals, ['はいはい', 'はいはいはい']);
  rig.chain.dispose();
});

for (const [name, words, text, told, rest] of [
  [
    'stands there twice',
    ['it'],
    'it on on.',
    [word('it', 464, 908), word('on.', 1011, 1525), word('on', 1174, 1398)],
    'on on.',
  ],
  [
    'is told in other capitals',
    ['on', 'on', 'it'],
    'On on it on It.',
    ['On', 'on', 'It', 'on', 'it.'].map((each, n) => word(each, n * 300, n * 300 + 280)),
    'on It.',
  ],
  [
    'is the beginning of another one',
    ['a'],
    'banana. A base.',
    [word('a', 100, 200), word('banana.', 300, 600)],
    'banana. A base.',
  ],
  ['has marks before it', ['no'], 'No, “wait”.', [], '“wait”.'],
  ['has no space before it', ['我', '要'], '我要，说话。', [], '说话。'],
] as const) {
  test(`what is new is written as the text has it, where a word ${name}`, () => {
    const rig = new ReplayRig(-60, { untilMs: 908, words });
    rig.end(text, told);
    assert.deepEqual(rig.finals, [rest]);
    rig.chain.dispose();
  });
}

test('where all words of a turn are told to end together, times do not part them within a word', async () => {
  const rig = new ReplayRig();
  await rig.hear([['word', 3200]]);
  const say = (count: number, startMs: number, endMs: number): void => {
    const words = Array.from({ length: count }, () => word('明天', startMs, endMs));
    rig.end('明天'.repeat(count), words);
  };
  rig.chain.forceEndpoint();
  say(5, 50, 1360);
  say(2, 1680, 2240);
  say(1, 2400, 2510);
  await rig.lose();
  say(1, 0, 150);
  say(3, 150, 1090);
  say(1, 1090, 1360);
  say(1, 1360, 1830);
  say(1, 1830, 2240);
  say(1, 2240, 2510);
  say(2, 2510, 3050);
  assert.equal(rig.finals.slice(3).join(''), '明天明天');
  rig.chain.dispose();
});

test('a final that a replay ends in the middle of what was final is dropped, and the rest of that in the next one', async () => {
  const rig = new ReplayRig();
  await rig.hear([['pause', 100], ...NO_PAUSE]);
  rig.chain.forceEndpoint();
  rig.end('one two three');
  await rig.lose();
  rig.end('One, two.');
  rig.end('Three four.');
  assert.deepEqual(rig.finals, ['one two three', 'four.']);
  rig.chain.dispose();
});

test('in a backlog, too, the last word is the last one said, and not the one with the latest time', async () => {
  const rig = new ReplayRig();
  rig.server.end({ kind: 'failed', error: LOST });
  await rig.hear([...TWO_WORDS, ...TWO_WORDS]);
  rig.server.begin();
  rig.end('Git commit.', [word('Git', 500, 900), word('commit.', 440, 740)]);
  await rig.lose();
  assert.ok(rig.replayedFromMs >= 850 && rig.replayedFromMs <= 1150, String(rig.replayedFromMs));
  rig.chain.dispose();
});

test('in a turn that is heard again, a word that is said to begin too early tells nothing of where those that were final end', () => {
  const rig = new ReplayRig(-60, { untilMs: 1588, words: ['commit', 'commit', 'base'] });
  rig.end('comet commit base piano', [
    word('comet', 0, 138),
    word('commit', 414, 838),
    word('base', 1114, 1588),
    word('piano', 1201, 1565),
  ]);
  assert.deepEqual(rig.finals, ['piano']);
  rig.chain.dispose();
});

test('in a turn that is heard again, times that are off by half a second do not outweigh letters', () => {
  const rig = new ReplayRig(-60, { untilMs: 778, words: ['我', '天', '天'] });
  rig.end('我天天。话', [
    word('我', 300, 300),
    word('天', 414, 538),
    word('天。', 834, 1208),
    word('话', 1300, 1500),
  ]);
  assert.deepEqual(rig.finals, ['话']);
  rig.chain.dispose();
});

test('the words of several turns are heard again turn by turn, one of them otherwise', () => {
  const rig = new ReplayRig(-60, { untilMs: 0, words: ['comet', 'it', 'no', 'no'] });
  for (const text of ['Commit.', 'It.', 'No no.', 'Go.']) rig.end(text);
  assert.deepEqual(rig.finals, ['Go.']);
  rig.chain.dispose();
});

for (const [first, again, rest] of [
  ['no it’s', 'No it is not.', 'not.'],
  ['no it is', "No it's not.", 'not.'],
  ['I’ll', 'I will go.', 'go.'],
  ['I’d', 'I would go.', 'go.'],
  ['I would', 'I’d go.', 'go.'],
  ['don’t', 'Do not go.', 'go.'],
  ['we can’t', 'We cannot go.', 'go.'],
  ['it won’t', 'It will not go.', 'go.'],
  ['they’ve', 'They have gone.', 'gone.'],
  ['the users', 'The user’s list.', 'list.'],
  ['geht’s', 'Geht es los?', 'los?'],
  // The recogniser had heard no more of the word.
  ['then he', 'Then he’ll go.', 'will go.'],
  ['so do', 'So don’t go.', 'not go.'],
  ['ask don', 'Ask don’t go.', 'go.'],
  ['he is gonna', 'He is going to leave.', 'leave.'],
  ['at 3:30', 'At three thirty we meet.', 'we meet.'],
  ['it is 3.14', 'It is three point one four by now.', 'by now.'],
  ['version two point one', 'Version 2.1 works.', 'works.'],
  ['for $5.50', 'For five dollars and fifty cents each.', 'each.'],
  ['1,000,000', 'One million files.', 'files.'],
  ['two and a half million', '2,500,000 files.', 'files.'],
  ['25 %', '25 % der Leute.', 'der Leute.'],
  ['fünfundzwanzig Prozent', '25 % der Leute.', 'der Leute.'],
  ['a + b', 'a + b + c', '+ c'],
  ['no', 'No – it works.', '– it works.'],
  ['\u1112\u1161\u11ab\u1100\u116e\u11a8', '\u1112\u1161\u11ab\u1100\u116e\u11a8 사람', '사람'],
  ['한국', '\u1112\u1161\u11ab\u1100\u116e\u11a8 사람', '사람'],
  ['the twentyf', 'The 25 files.', 'files.'],
] as const) {
  test(`"${first}" and "${again}" begin alike, however they are written`, () => {
    for (const untilMs of [0, 690]) {
      const rig = new ReplayRig(-60, { untilMs, words: first.split(' ') });
      rig.end(again);
      assert.deepEqual(rig.finals, [rest]);
      rig.chain.dispose();
    }
  });
}

test('a word is waited for where its letters make what was heard otherwise no more alike', () => {
  const rig = new ReplayRig(-60, { untilMs: 0, words: ['no', 'data', 'base', 'comet', 'it'] });
  for (const text of ['no database commit', 'it', 'go']) rig.end(text);
  assert.deepEqual(rig.finals, ['go']);
  rig.chain.dispose();
});

test('a last word that is heard otherwise again is not waited for when the next turn begins', () => {
  const rig = new ReplayRig(-60, { untilMs: 2910, words: ['no', 'no', 'no', 'stealth'] });
  rig.end('No no no stop.', [
    word('No', 1500, 2060),
    word('no', 2060, 2250),
    word('no', 2250, 2480),
    word('stop.', 2480, 3080),
  ]);
  rig.end('Stop the server.', [
    word('Stop', 3080, 3720),
    word('the', 3720, 3800),
    word('server.', 3800, 4300),
  ]);
  assert.deepEqual(rig.finals, ['Stop the server.']);
  rig.chain.dispose();
});

test('where a word is heard otherwise again, times that do not overlap tell where those that were final end', () => {
  const rig = new ReplayRig(-60, { untilMs: 4730, words: ['this'] });
  rig.end('The so don’t deserve and.', [
    word('The', 4500, 4740),
    word('so', 4740, 4980),
    word('don’t', 4980, 5200),
    word('deserve', 5340, 5740),
    word('and.', 5740, 6010),
  ]);
  assert.deepEqual(rig.finals, ['so don’t deserve and.']);
  rig.chain.dispose();
});

test('marks that are told apart, with the time of their word, leave times right', async () => {
  const rig = new ReplayRig();
  await rig.hear([['pause', 100], ...NO_PAUSE]);
  rig.chain.forceEndpoint();
  const told = (text: string) =>
    text.split(' ').map((each, n) => word(each, n * 100, n * 100 + 100));
  rig.end('commit comet commit commit comet', told('commit comet commit commit comet'));
  await rig.lose();
  const again = told('comet commit commit comet commit');
  rig.end('comet commit commit comet commit.', [...again, word('.', 400, 500)]);
  assert.deepEqual(rig.finals, ['commit comet commit commit comet']);
  rig.chain.dispose();
});

test('a turn that is heard otherwise again leaves what was said after its end to the next one', () => {
  const heard = ['bitch', 'fatal', 'is', 'this', 'is', 'a', 'function'];
  const rig = new ReplayRig(-60, { untilMs: 3880, words: heard });
  rig.end('It fails.', [word('It', 1150, 1900), word('fails.', 1900, 2490)]);
  rig.end('This is a function.', [
    word('This', 2490, 3050),
    word('is', 3050, 3200),
    word('a', 3200, 3230),
    word('function.', 3230, 3880),
  ]);
  rig.end('On error.', [word('On', 4420, 5570), word('error.', 5570, 6070)]);
  assert.deepEqual(rig.finals, ['On error.']);
  rig.chain.dispose();
});

test('so does a long one of which half is heard otherwise', () => {
  const before = 'julie middleburg israels wrong this use of language and the for real and there';
  const heard = `${before} it returns pooper no were no wage`;
  const rig = new ReplayRig(-60, { untilMs: 9310, words: heard.split(' ') });
  rig.end(
    'julie middleburg israels wrong this use of whom she moved runner and returns pooper miller',
    [
      word('julie', 320, 730),
      word('middleburg', 730, 1780),
      word('israels', 1780, 2480),
      word('wrong', 2480, 2810),
      word('this', 2850, 3150),
      word('use', 3150, 3290),
      word('of', 3290, 3430),
      word('whom', 3430, 3670),
      word('she', 3670, 3860),
      word('moved', 3860, 4490),
      word('runner', 4490, 6020),
      word('and', 6020, 6150),
      word('returns', 6150, 6800),
      word('pooper', 6950, 7740),
      word('miller', 7740, 8170),
    ],
  );
  rig.end('no wage', [word('no', 8600, 8880), word('wage', 9040, 9310)]);
  rig.end('go on', [word('go', 10_000, 10_400), word('on', 10_400, 10_700)]);
  assert.deepEqual(rig.finals, ['go on']);
  rig.chain.dispose();
});

test('of what is heard otherwise as many words are dropped as were said by then, and not as many as were final', () => {
  const rig = new ReplayRig(-60, { untilMs: 4730, words: ['i', 'say'] });
  rig.end('Lighting blue meeting is on tuesday.', [
    word('Lighting', 4150, 4930),
    word('blue', 4930, 5140),
    word('meeting', 5140, 5500),
    word('is', 5500, 5670),
    word('on', 5670, 5860),
    word('tuesday.', 5860, 6320),
  ]);
  assert.deepEqual(rig.finals, ['blue meeting is on tuesday.']);
  rig.chain.dispose();
});

for (const [name, before, again] of [
  [
    'a word',
    [word('function', 100, 560), word('error', 560, 1000)],
    [word('it', 120, 540), word('error', 580, 1000)],
  ],
  [
    'the first two of three words',
    [word('settings', 0, 400), word('moved', 400, 700), word('meeting', 700, 1000)],
    [word('a', 0, 350), word('branch', 380, 720), word('meeting', 700, 1000)],
  ],
] as const) {
  test(`where a turn that is heard again has ${name} otherwise, times tell what is left for the next one`, async () => {
    const rig = new ReplayRig();
    await rig.hear(NO_PAUSE);
    rig.chain.forceEndpoint();
    const textOf = (words: readonly Word[]): string => words.map(({ text }) => text).join(' ');
    rig.end(textOf(before), before);
    await rig.lose();
    rig.end(textOf(again.slice(0, -1)), again.slice(0, -1));
    rig.end(textOf(again.slice(-1)), again.slice(-1));
    rig.end('Go.', [word('Go.', 1200, 1500)]);
    assert.deepEqual(rig.finals, [textOf(before), 'Go.']);
    rig.chain.dispose();
  });
}
