import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../harness/properties';
import { blotted, withoutPieces } from '../../../src/core/blot';

test('what may be a key, a token, an address or a password is not shown', () => {
  const rows: readonly (readonly [foreign: string, shown: string])[] = [
    ['Invalid key-5d1c0e7a9b given', 'Invalid … given'],
    ['my password is swordfish for you', 'my password is … for you'],
    ['{"token": "swordfish"} refused', '{"token": … refused'],
    ['Authorization: Bearer swordfish', 'Authorization: … …'],
    ['Bearer swordfish', 'Bearer …'],
    ['AKIAIOSFODNN7EXAMPLE', '…'],
    ['ghp_16C7e42F292c6912E7710c838347Ae178B4a', '…'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dozjgNryP4J3jVmNHl0w5N', '…'],
    ['see https://me:s3cret@evil.example/x?y=z now', 'see … now'],
    ['wss://streaming.assemblyai.com/v3/ws?token=a', '…'],
    ['write to jane.doe@example.com today', 'write to … today'],
    ['[click](command:workbench.action.terminal.new)', '[click](…'],
    ['mailto:x www.evil.example', '… …'],
    ['12c77068-02b3-4941-a960-275a65230e31', '…'],
    ['correcthorsebatterystaplecorrect', '…'],
  ];
  for (const [foreign, shown] of rows) assert.equal(blotted(foreign), shown);
});

test('what helps a person stays', () => {
  const sentences = [
    'Insufficient account balance',
    'Invalid API key',
    'Missing Authorization header',
    "Invalid 'sample_rate': Value error, sample_rate must be at least 8,000 Hz",
    "Input should be 'universal-streaming-multilingual', 'u3-rt-pro-beta-1', '_universal-3-5-notetaker'",
    'Session terminated due to inactivity: No messages received for 5 seconds',
    "sox FAIL formats: can't open input `default': snd_pcm_open error: No such file or directory",
    'ALSA lib pcm_dmix.c:1032:(snd_pcm_dmix_open) unable to open slave',
    'HTTP 502',
    'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH',
    'the address must look like wss://… or ws://…'.replaceAll('//…', ''),
  ];
  for (const sentence of sentences) assert.equal(blotted(sentence), sentence);
});

test('it is one bounded line without control and direction characters, in time that grows with it', () => {
  const pieces = fc.constantFrom(
    'a',
    'A1',
    '@',
    '.',
    ':',
    '//',
    ' ',
    '\n',
    '\u202e',
    '\u0000',
    '-',
    'key ',
    'is ',
    '=',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 3000 }), (parts) => {
      const shown = blotted(parts.join(''));
      assert.ok(shown.length <= 300);
      assert.doesNotMatch(shown, /\p{C}|\n|:\/\/\S|\w@\w/u);
    }),
  );
});

test('words with a piece of a secret are taken out in whatever case, and others stay', () => {
  assert.equal(
    withoutPieces('refused: for KEY-5D1C… and "key-5d1c0e7a9b", keys', 'key-5d1c0e7a9b'),
    'refused: for … and … keys',
  );
  assert.equal(withoutPieces('nothing to hide', ''), 'nothing to hide');
  assert.equal(withoutPieces('an abc b', 'abc'), 'an … b');
});
