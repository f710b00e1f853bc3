import assert from 'node:assert/strict';
import { test } from 'node:test';
import { DictationError } from '../../../../src/core/failure';
import { cannotConnectMessage } from '../../../../src/ui/messages/failure-messages';
import {
  audioNotSavedMessage,
  keptAudioFullMessage,
  recoveredAudioMessage,
  retryLaterMessage,
} from '../../../../src/ui/messages/kept-audio-messages';
import { activationFailedSentence } from '../../../../src/ui/messages/message';
import {
  microphoneBusyMessage,
  microphoneChosenMessage,
} from '../../../../src/ui/messages/microphone-messages';
import {
  keyClearedMessage,
  keyNotSavedMessage,
  keyStoredMessage,
} from '../../../../src/ui/messages/api-key-messages';
import {
  badTargetMessage,
  commandImpossibleMessage,
  dictionaryGrownMessage,
  earlierRunFailedMessage,
  keyAdviceMessage,
  microphoneReplacedMessage,
  modelMismatchMessage,
  orderBrokenMessage,
  recogniserWarningMessage,
  settingProblemMessage,
  settingsDeferredMessage,
} from '../../../../src/ui/messages/notice-messages';
import {
  keptTextMessage,
  nothingToUndoMessage,
  takenBackMessage,
  textsLetGoMessage,
} from '../../../../src/ui/messages/text-messages';
import { phrase } from '../../../../src/core/phrase';

test('every notice is a sentence with a button', () => {
  const messages = [
    keptTextMessage('no-target'),
    keptTextMessage('read-only'),
    keptTextMessage('closed'),
    keptTextMessage('window-gone'),
    textsLetGoMessage(1),
    textsLetGoMessage(12),
    takenBackMessage(1),
    takenBackMessage(3),
    nothingToUndoMessage(),
    keyAdviceMessage('unheard'),
    keyAdviceMessage('kept-from-terminals'),
    commandImpossibleMessage('Go to line five.'),
    badTargetMessage({ target: 'printer' }),
    modelMismatchMessage('a', 'b'),
    recogniserWarningMessage('it is retired on Monday.'),
    settingsDeferredMessage(['recognition.endpoint', 'recording.device']),
    earlierRunFailedMessage(new DictationError('connection-lost'), 0),
    earlierRunFailedMessage(new DictationError('connection-lost'), 12_950),
    orderBrokenMessage(12_950),
    microphoneChosenMessage('Blue [Yeti](command:evil).'),
    microphoneBusyMessage(),
    microphoneReplacedMessage('hw:1'),
    cannotConnectMessage(new DictationError('connection-refused')),
    cannotConnectMessage(new DictationError('proxy-login')),
    recoveredAudioMessage(1000),
    keptAudioFullMessage({ kind: 'kept-audio-full', lostMs: 61_000, limitMs: 1_800_000 }),
    retryLaterMessage(),
    audioNotSavedMessage(new Error('disk full.')),
    settingProblemMessage({
      key: 'recording.sampleRate',
      problem: phrase('must be one of {0}', '8, 16'),
      isDefaultUsed: false,
    }),
    dictionaryGrownMessage('kubectl', 'recognition.keyterms'),
    keyStoredMessage('host:1'),
    keyNotSavedMessage('host:1'),
    keyClearedMessage({ host: 'host:1', environmentVariable: undefined }),
    keyClearedMessage({ host: 'assemblyai.com', environmentVariable: 'ASSEMBLYAI_API_KEY' }),
  ];
  assert.deepEqual(
    messages.map(({ sentence, nextSteps }) => [sentence, ...nextSteps.map(({ label }) => label)]),
    [
      [
        'The dictated text was not inserted, because there is no editor to write into. It is kept for you.',
        'Copy',
        'Open as Untitled',
        'Show History',
      ],
      [
        'The dictated text was not inserted, because the document cannot be edited. It is kept for you.',
        'Copy',
        'Open as Untitled',
        'Show History',
      ],
      [
        'The dictated text was not inserted, because its document was closed. It is kept for you.',
        'Reopen & Insert',
        'Copy',
        'Open as Untitled',
        'Show History',
      ],
      [
        'The window ended before the text that was dictated last was inserted. It is kept for you.',
        'Copy',
        'Open as Untitled',
        'Show History',
      ],
      [
        'Too much dictated text waits to be inserted. The oldest text was let go; take the rest before it goes, too.',
        'Copy',
        'Open as Untitled',
        'Show History',
      ],
      [
        'Too much dictated text waits to be inserted. The oldest 12 texts were let go; take the rest before it goes, too.',
        'Copy',
        'Open as Untitled',
        'Show History',
      ],
      [
        'Dictation was cancelled, and its text was taken out again. Undo brings it back.',
        'Show History',
      ],
      [
        'Dictation was cancelled, and its 3 texts were taken out again. Undo brings it back.',
        'Show History',
      ],
      ['Dictation has written nothing that is still in an open document.', 'Show History'],
      [
        'Ctrl+Alt+D has not reached VS Code here yet. Shift+Alt+V starts dictation, too: some desktops, keyboard layouts and screen readers take the one or the other.',
        'Open Keyboard Shortcuts',
      ],
      [
        'In a terminal, the key that starts dictation goes to the shell: another extension, or the settings, have terminal.integrated.commandsToSkipShell without it.',
        'Let the Key Through',
        'Open Keyboard Shortcuts',
      ],
      ['“Go to line five” cannot be carried out here.', 'Show Spoken Commands', 'Show Log'],
      [
        'Dictation cannot be started with the argument {"target":"printer"}: {"target": …} takes one of editor, terminal, agent, sourceControl, chat, input, clipboard, {"scope": …} prose or code.',
        'Open Keyboard Shortcuts',
      ],
      ['The speech recogniser runs the model b instead of a.', 'Open Settings', 'Show Log'],
      [
        'The speech recogniser warns: “it is retired on Monday”. Dictation goes on.',
        'Open Settings',
        'Show Log',
      ],
      [
        'Takes effect when dictation is started the next time: voiceDictation.recognition.endpoint, voiceDictation.recording.device.',
        'Stop Dictation',
      ],
      [
        'The dictation before this one did not end well. The connection to the speech recogniser was lost.',
        'Show Log',
      ],
      [
        'The dictation before this one did not end well. The connection to the speech recogniser was lost. 12 s of speech is kept.',
        'Retry Transcription',
        'Save Audio…',
        'Show Log',
      ],
      [
        'The speech recogniser told sentences in another order than they were said. All are inserted as they came; check their order. 12 s of speech is kept. Another try writes it once more.',
        'Retry Transcription',
        'Save Audio…',
        'Show Log',
      ],
      [
        'Dictation on this computer records Blue [Yeti] (command:evil) from now on.',
        'Test Microphone',
      ],
      [
        'The microphone is in use for a dictation, here or in another window.',
        'Stop Dictation',
        'Test Again',
      ],
      [
        "The microphone hw:1 does not record. Dictation goes on with the system's default microphone.",
        'Choose Microphone',
        'Stop Dictation',
      ],
      [
        'The speech recogniser could not be reached. Dictation keeps trying, and what you say is kept.',
        'Open Settings',
        'Stop Dictation',
        'Show Log',
      ],
      [
        'The network proxy wants a name and a password, or refused them. Dictation keeps trying, and what you say is kept.',
        'Open Proxy Settings',
        'Stop Dictation',
        'Show Log',
      ],
      [
        'The window ended before everything that was said was transcribed. 1 s of speech is kept.',
        'Retry Transcription',
        'Save Audio…',
        'Discard Recording…',
      ],
      [
        'The oldest 61 s of speech that waited for another try had to be let go: at most 30 minutes are kept.',
        'Retry Transcription',
        'Save Audio…',
        'Discard Recording…',
      ],
      [
        'The kept speech can be transcribed when dictation has stopped. It stays kept.',
        'Stop Dictation',
        'Save Audio…',
      ],
      ['The speech could not be saved: disk full. It is still kept.', 'Save Elsewhere…'],
      ['The setting voiceDictation.recording.sampleRate must be one of 8, 16.', 'Open Settings'],
      ['“kubectl” is in the dictionary.', 'Open Dictionary'],
      ['The API key for host:1 is stored on this computer.', 'Start Dictation'],
      [
        'The API key for host:1 could not be saved. It is used until this window closes; then you are asked for it again.',
        'Show Log',
      ],
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
