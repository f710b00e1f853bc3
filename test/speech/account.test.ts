/** The account itself must see what it is there to see. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecognisedWord } from '../emulator/recogniser';
import { accountOf, type HearFrom, type SpeechAccount } from './account';
import type { DictatedSession } from './dictate';

const NOTHING_WRONG: SpeechAccount = { tooMany: [], tooFew: [], otherwise: 0 };

/** `he:0-200`: a word and where it sounds. */
function words(text: string): readonly RecognisedWord[] {
  return text.split(' ').map((each) => {
    const [, word = '', start, end] = /^(\w+):(\d+)-(\d+)$/.exec(each) ?? [];
    return { text: word, startMs: Number(start), endMs: Number(end) };
  });
}

function session(fromMs: number, heard: string, inserted: string): DictatedSession {
  return {
    fromMs,
    endTurnsAtMs: [],
    heard: heard === '' ? [] : words(heard),
    inserted: inserted === '' ? [] : words(inserted),
  };
}

const UNCUT = words('write:400-700 it:700-900 this:1500-1700 is:1700-1900 all:1900-2200');
const FIRST = session(0, 'write:400-700 it:700-900', 'write:400-700 it:700-900');

/** The account of what came after {@link FIRST}; the recogniser itself hears the rest as before. */
function account(second: DictatedSession): Promise<SpeechAccount> {
  return accountOf(UNCUT, [FIRST, second], () => Promise.resolve(UNCUT.slice(2)));
}

const REST = 'this:1500-1700 is:1700-1900 all:1900-2200';

test('nothing is wrong where each word is there once', async () => {
  assert.deepEqual(await account(session(1200, REST, REST)), NOTHING_WRONG);
});

test('a word that is heard again and inserted again is too many, and none where it was dropped', async () => {
  const heard = `it:700-900 ${REST}`;
  assert.deepEqual(await account(session(650, heard, heard)), {
    ...NOTHING_WRONG,
    tooMany: ['it'],
  });
  assert.deepEqual(await account(session(650, heard, REST)), NOTHING_WRONG);
});

test('a piece of a word that is heard as another is too many', async () => {
  const heard = `right:800-960 ${REST}`;
  assert.deepEqual(await account(session(800, heard, heard)), {
    ...NOTHING_WRONG,
    tooMany: ['right'],
  });
});

test('a word that nobody heard is too many', async () => {
  assert.deepEqual(await account(session(1200, REST, `so:1200-1400 ${REST}`)), {
    ...NOTHING_WRONG,
    tooMany: ['so'],
  });
});

test('a word that was heard and dropped is too few', async () => {
  const inserted = 'is:1700-1900 all:1900-2200';
  assert.deepEqual(await account(session(1200, REST, inserted)), {
    ...NOTHING_WRONG,
    tooFew: ['this'],
  });
});

test('a word whose beginning was not sent again is too few, if it is not heard all the same', async () => {
  const heard = 'is:1700-1900 all:1900-2200';
  assert.deepEqual(await account(session(1600, heard, heard)), {
    ...NOTHING_WRONG,
    tooFew: ['this'],
  });
  assert.deepEqual(await account(session(1600, REST, REST)), NOTHING_WRONG);
});

test('a word that is heard otherwise counts apart where the session began in the pause', async () => {
  const heard = 'thus:1500-1700 is:1700-1900 all:1900-2200';
  const otherwise = { ...NOTHING_WRONG, otherwise: 1 };
  assert.deepEqual(await account(session(1200, heard, heard)), otherwise);
  // Begun within a word, it might have been heard alike.
  assert.deepEqual(await account(session(800, heard, heard)), {
    ...NOTHING_WRONG,
    tooFew: ['this'],
  });
});

test('what the recogniser itself hears in the pause counts apart', async () => {
  const heard = `uh:1300-1400 ${REST}`;
  assert.deepEqual(
    await accountOf(UNCUT, [FIRST, session(1000, heard, heard)], () =>
      Promise.resolve(words(heard)),
    ),
    { ...NOTHING_WRONG, otherwise: 1 },
  );
});

test('words of a turn that is heard whole again, of which the first are dropped, are all right', async () => {
  const heard = `write:400-700 it:700-900 ${REST}`;
  assert.deepEqual(await account(session(0, heard, REST)), NOTHING_WRONG);
});

test('of words that are the same, the one that is nearest in time is the one that was inserted', async () => {
  const uncut = words('no:100-300 no:350-480 go:500-700');
  const first = session(0, 'no:100-300', 'no:100-300');
  const second = session(0, 'no:100-300 no:350-480 go:500-700', 'no:350-480 go:500-700');
  assert.deepEqual(
    await accountOf(uncut, [first, second], () => Promise.resolve(uncut)),
    NOTHING_WRONG,
  );
});

test('a word whose beginning alone is heard, too soft for speech, is there all the same', async () => {
  const heard = 'the:1500-1600 is:1700-1900 all:1900-2200';
  const isSpoken = ({ text }: RecognisedWord): boolean => text !== 'the';
  const hear = (): Promise<readonly RecognisedWord[]> => Promise.resolve(words(heard));
  assert.deepEqual(await accountOf(UNCUT, [FIRST, session(1200, heard, heard)], hear, isSpoken), {
    ...NOTHING_WRONG,
    otherwise: 1,
  });
});

test('a word that the key parted is whole where its rest stands behind its beginning', async () => {
  const uncut = words('do:300-500 so:500-700 trying:750-900 tip:1500-1800');
  const heard = 'do:300-500 something:500-900 tip:1500-1800';
  const first = session(0, 'do:300-500 so:500-700', 'do:300-500 so:500-700');
  const hear = (): Promise<readonly RecognisedWord[]> => Promise.resolve(words(heard));
  const rest = session(0, heard, 'mething:700-900 tip:1500-1800');
  const twice = session(0, heard, 'thing:700-900 tip:1500-1800');
  const accounts = [
    await accountOf(uncut, [first, rest], hear),
    await accountOf(uncut, [first, twice], hear),
  ];
  assert.deepEqual(
    accounts.map(({ tooMany }) => tooMany),
    [[], ['thing']],
  );
});

test('a word that is there is not too few where its neighbour sounds as long as it', async () => {
  const uncut = words('cold:4780-5180 and:5650-5810 rather:5810-6200');
  const heard = 'cold:4880-5250 and:5780-5910 rather:5910-6310';
  const second = session(4850, heard, heard);
  const first = session(0, 'study:3930-4680', 'study:3930-4680');
  const hear = (): Promise<readonly RecognisedWord[]> => Promise.resolve(words(heard));
  const { tooFew } = await accountOf(uncut, [first, second], hear);
  assert.deepEqual(tooFew, []);
});

test('a session that begins where nobody speaks begins within no word, however long the one before it seems', async () => {
  const uncut = words('stop:850-1830 the:1830-1960 server:1960-2300');
  const heard = 'a:1900-2000 server:2050-2300';
  const first = session(0, 'stop:850-1830', 'stop:850-1830');
  const isSpoken = ({ startMs, endMs }: RecognisedWord): boolean => startMs < 1250 || endMs > 1850;
  const hear = (): Promise<readonly RecognisedWord[]> => Promise.resolve(uncut);
  // Right behind the last sound, and in the middle.
  for (const fromMs of [1260, 1750]) {
    const sessions = [first, session(fromMs, heard, heard)];
    assert.deepEqual(await accountOf(uncut, sessions, hear, isSpoken), {
      ...NOTHING_WRONG,
      otherwise: 1,
    });
  }
});

test('what is heard otherwise where the key ended a turn is asked of a control with the same ends', async () => {
  const uncut = words('i:400-560 say:560-730 oops:730-990 the:1000-1140');
  const first = session(0, 'i:400-560 say:560-730', 'i:400-560 say:560-730');
  const second = session(0, 'i:400-560 think:660-1000 the:1000-1140', 'the:1000-1140');
  const asked: (readonly number[])[] = [];
  const hear: HearFrom = (_, endTurnsAtMs) => {
    asked.push(endTurnsAtMs);
    return Promise.resolve(second.heard);
  };
  const ended = { ...second, fromMs: 480, endTurnsAtMs: [300, 900] };
  assert.deepEqual(await accountOf(uncut, [first, ended], hear), {
    ...NOTHING_WRONG,
    otherwise: 1,
  });
  assert.deepEqual(asked, [[900]]);
});

test('a word that straddles the end of what was final is not too many where the uncut dictation has another', async () => {
  const uncut = words('those:120-480 i:600-1040 he:1500-1900');
  const first = session(0, 'those:120-480 i:600-1040', 'those:120-480 i:600-1040');
  const heard = 'run:700-1350 you:1680-1930';
  const { tooMany } = await accountOf(uncut, [first, session(500, heard, heard)], () =>
    Promise.resolve(words(heard)),
  );
  assert.deepEqual(tooMany, []);
});

test('a word that is heard otherwise long after a session began within another is the recogniser’s', async () => {
  const uncut = words('cold:4780-5180 those:8020-8400 mr:20460-20780');
  const first = session(0, 'cold:4780-5180 those:8020-8400', 'cold:4780-5180 those:8020-8400');
  const heard = 'those:8120-8410 the:20350-20480 mr:20480-20780';
  const second = session(4850, heard, 'the:20350-20480 mr:20480-20780');
  assert.deepEqual(await accountOf(uncut, [first, second], () => Promise.resolve(uncut.slice(2))), {
    ...NOTHING_WRONG,
    otherwise: 1,
  });
});
