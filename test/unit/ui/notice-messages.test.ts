import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../src/core/failure';
import {
  activationFailedSentence,
  earlierRunFailedMessage,
  keptTextMessage,
  keyClearedMessage,
  keyStoredMessage,
  modelMismatchMessage,
  settingProblemMessage,
  settingsDeferredMessage,
} from '../../../src/ui/notice-messages';

test('every notice is a sentence with a button', () => {
  const messages = [
    keptTextMessage('no-target'),
    keptTextMessage('read-only'),
    modelMismatchMessage('a', 'b'),
    settingsDeferredMessage(['recognition.endpoint', 'recording.device']),
    earlierRunFailedMessage(new DictationError('connection-lost')),
    settingProblemMessage({ key: 'recording.sampleRate', problem: 'must be one of 8, 16' }),
    keyStoredMessage('host:1'),
    keyClearedMessage('host:1', undefined),
    keyClearedMessage('assemblyai.com', 'ASSEMBLYAI_API_KEY'),
  ];
  assert.deepEqual(
    messages.map(({ sentence, nextSteps }) => [sentence, ...nextSteps.map(({ label }) => label)]),
    [
      [
        'The dictated text was not inserted, because there is no editor to write into. It is kept for you.',
        'Copy',
        'Open as Untitled',
      ],
      [
        'The dictated text was not inserted, because the document cannot be edited. It is kept for you.',
        'Copy',
        'Open as Untitled',
      ],
      ['The speech recogniser runs the model b instead of a.', 'Open Settings', 'Show Log'],
      [
        'Takes effect when dictation is started the next time: voiceDictation.recognition.endpoint, voiceDictation.recording.device.',
        'Stop Dictation',
      ],
      [
        'The dictation before this one did not end well. The connection to the speech recogniser was lost.',
        'Show Log',
      ],
      ['The setting voiceDictation.recording.sampleRate must be one of 8, 16.', 'Open Settings'],
      ['The API key for host:1 is stored on this computer.', 'Start Dictation'],
      ['No API key for host:1 is stored any more.', 'Set API Key'],
      [
        'No API key for assemblyai.com is stored any more. The environment variable ASSEMBLYAI_API_KEY still has one, which is used now.',
        'Set API Key',
      ],
    ],
  );
});

test('a failed activation is told with the reason', () => {
  assert.equal(
    activationFailedSentence(new Error('no such command.')),
    'Voice Dictation could not be set up: no such command.',
  );
});
