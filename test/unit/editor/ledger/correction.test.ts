import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../../harness/properties';
import { correctionOf, repeated } from '../../../../src/editor/ledger/correction';

function of(before: string, now: string): string | undefined {
  const found = correctionOf(before, now);
  return found === undefined ? undefined : `${found.said} → ${found.written}`;
}

describe('a correction', () => {
  test('is a few words for a few others, with some left around them', () => {
    assert.deepEqual(
      [
        of('We use cooper netties here.', 'We use Kubernetes here.'),
        of('We use cooper netties.', 'We use Kubernetes.'),
        of('Cooper netties is there.', 'Kubernetes is there.'),
        of('Ask Jon about it.', 'Ask John about it.'),
        of('It is in kubernetes now.', 'It is in Kubernetes now.'),
        of('The “post grass” database.', 'The “Postgres” database.'),
        of('open the e n v file', 'open the .env file'),
      ],
      [
        'cooper netties → Kubernetes',
        'cooper netties → Kubernetes',
        'Cooper netties → Kubernetes',
        'Jon → John',
        'kubernetes → Kubernetes',
        'post grass → Postgres',
        'e n v → .env',
      ],
    );
  });

  test('is not what is longer or shorter only, another text, a number, a mark or the first letter', () => {
    assert.deepEqual(
      [
        of('We use it.', 'We use it.'),
        of('We use it.', 'We often use it.'),
        of('We often use it.', 'We use it.'),
        of('We use it.', 'Nothing is left.'),
        of('one a b c d e two', 'one f g h i j two'),
        of('Take 5 of them.', 'Take 6 of them.'),
        of('So it is.', 'So it is!'),
        of('The end.', 'the end.'),
      ],
      Array.from({ length: 8 }, () => undefined),
    );
  });

  test('counts for each utterance, however its first letter was written', () => {
    const made = [
      { said: 'Jon', written: 'John' },
      { said: 'cooper netties', written: 'Kubernetes' },
      { said: 'jon', written: 'John' },
      { said: 'jon', written: 'Jonathan' },
    ];
    assert.deepEqual(repeated(made, 2), [made[0]]);
  });

  test('never says that words were corrected that are the same', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, now) => {
        const found = correctionOf(before, now);
        assert.notEqual(found?.said, found === undefined ? '' : found.written);
        assert.equal(correctionOf(before, before), undefined);
      }),
    );
  });
});
