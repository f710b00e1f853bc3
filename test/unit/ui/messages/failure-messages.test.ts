import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DictationError, FAILURE_REASONS } from '../../../../src/core/failure';
import { failureMessage, failureSentence } from '../../../../src/ui/messages/failure-messages';
import { phrase } from '../../../../src/core/phrase';
import { quote } from '../../../../src/ui/messages/message';
import { useTranslation } from '../../../../src/ui/messages/translation';

describe('failure messages', () => {
  for (const reason of FAILURE_REASONS) {
    test(`${reason} has a sentence and a button, with and without the server's own words`, () => {
      for (const detail of ['', 'the words.']) {
        const { sentence, nextSteps } = failureMessage(new DictationError(reason, { detail }));
        assert.match(sentence, detail === '' ? /^[A-Z][^:]+[^.]\.$/ : /^[A-Z].+: the words\.$/);
        assert.ok(nextSteps.length >= 1);
        assert.deepEqual(nextSteps.at(-1)?.label, 'Show Log');
        const labels = nextSteps.map(({ label }) => label);
        assert.deepEqual([...new Set(labels)], labels);
      }
    });
  }

  test('what we know ourselves of a failure is said in the language of the window', () => {
    useTranslation({ 'the address must look like {0}': 'die Adresse muss so aussehen: {0}' }, 'de');
    try {
      const detail = phrase('the address must look like {0}', 'https://host/path');
      const error = new DictationError('endpoint-invalid', { detail });
      assert.deepEqual(
        [failureSentence(error).split(': ').slice(1).join(': '), error.detail],
        [
          'die Adresse muss so aussehen: https://host/path.',
          'the address must look like https://host/path',
        ],
      );
    } finally {
      useTranslation(undefined, 'en');
    }
  });

  test('where a microphone does not open, the page of the system that may forbid it comes first', () => {
    const error = new DictationError('microphone-unavailable');
    const firstOf = (platform: NodeJS.Platform) =>
      failureMessage(error, 0, platform).nextSteps.at(0)?.label;
    assert.deepEqual(
      [firstOf('win32'), firstOf('darwin'), firstOf('linux')],
      ['Open Privacy Settings', 'Open Privacy Settings', 'Choose Microphone'],
    );
  });

  for (const reason of FAILURE_REASONS) {
    test(`${reason} offers speech that is kept before anything else, and no other new try`, () => {
      const { sentence, nextSteps } = failureMessage(new DictationError(reason), 12_000);
      const labels = nextSteps.map(({ label }) => label);
      assert.match(sentence, /^[A-Z][^:]+\. 12 s of speech is kept\.$/);
      assert.deepEqual(
        [labels.slice(0, 2), labels.at(-1), labels.includes('Try Again')],
        [['Retry Transcription', 'Save Audio…'], 'Show Log', false],
      );
    });
  }

  test('a missing sox can be installed', () => {
    assert.deepEqual(failureMessage(new DictationError('recorder-missing')), {
      severity: 'error',
      sentence: 'No program that records the microphone was found.',
      nextSteps: [
        { kind: 'install-recorder', label: 'Install sox' },
        {
          kind: 'open-settings',
          label: 'Open Settings',
          query: '@id:voiceDictation.recording.recorder',
        },
        { kind: 'command', label: 'Show Log', command: 'voiceDictation.showLog' },
      ],
    });
  });

  test("the server's own words stay one short line and never become a link", () => {
    const detail = `Invalid\n'model': [click](command:evil) ${'x '.repeat(300)}`;
    const { sentence } = failureMessage(new DictationError('model-rejected', { detail }));
    assert.match(
      sentence,
      /^The speech recogniser does not offer the chosen model: Invalid 'model': \[click\] \(… (?:x )+….$/u,
    );
    assert.equal(quote(detail).length, 201);
  });
});
