import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writePunctuation } from '../../../../src/text/prose/write-punctuation';

const written = (texts: readonly string[]): readonly string[] =>
  texts.map((text) => writePunctuation(text, ['en'], { left: '' }));

test('"period" ends what is said where no noun can stand', () => {
  const said = [
    'I like it',
    'We are done',
    'The build is green',
    'Please review it today',
    'Let me know what you think',
    'We need eggs and bread',
    'It is raining',
    'I will send it tomorrow',
    'See you on Monday',
    'You can merge it now',
    'He told me everything',
    'That’s it',
  ];
  const stopped = said.map((text) => `${text}.`);
  assert.deepEqual(
    [written(said.map((text) => `${text} period`)), written(said.map((text) => `${text} period.`))],
    [stopped, stopped],
  );
});

test('"period" that is a noun, or may be one, stays', () => {
  const said = [
    'The trial period.',
    'Trial period',
    'We extended the grace period',
    'It lasts over a much longer period.',
    'The service has a 30 day period.',
    'During waiting period.',
    'The server is in code freeze period',
    'We offer trial period',
    'She is on her period.',
    'Math is third period.',
    'Anna’s rest period',
    'Sentences need period',
    'Increase refresh period',
    'We end each bullet with period.',
    'He enjoyed that period.',
    'I like it period pieces',
    'Do not add a period',
    'Every key has it, period of validity and all',
  ];
  assert.deepEqual(written(said), said);
});

test('other stops that are nouns act alone only', () => {
  const said = ['Call it dot', 'Das gefällt mir Punkt', 'Lo vemos hoy punto'];
  assert.deepEqual(
    said.map((text, n) => writePunctuation(text, [['en'], ['de'], ['es']][n] ?? [], { left: '' })),
    said,
  );
});
