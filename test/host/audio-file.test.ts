import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import type { AudioFileReading } from '../../src/core/audio-file';
import type { AudioFileMessage, AudioFileStep } from '../../src/ui/messages/audio-file-messages';
import type { AudioFileCode } from '../../src/ui/audio-file/file-transcription';
import {
  transcribeAudioFile,
  type TranscribeAudioFileOptions,
} from '../../src/ui/audio-file/transcribe-audio-file';
import { EMULATOR_KEY, startEmulator, type Emulator } from '../emulator/emulator';
import { markedSpeech, spokenWords } from '../emulator/marked-speech';
import { keptAudio } from '../fixtures/kept-audio';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { waveFile } from '../fixtures/wave';
import { FakeTarget } from '../contracts/fake-target';
import { configure, extensionUnderTest, until } from './extension-under-test';
import { OneFile } from './one-file';
import { shippedDictate } from './shipped-dictate';
import { closeEditors } from './window';

const ACCEPT = 'workbench.action.acceptSelectedQuickOpenItem';

suite('an audio file', () => {
  let folder: string;
  let server: Emulator;
  let restore: () => Promise<void>;

  setup(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'audio-file-'));
    server = await startEmulator();
    const { api } = await extensionUnderTest();
    await api.secrets.store(`apiKey:${new URL(server.url).host}`, EMULATOR_KEY);
    restore = await configure({
      'recognition.endpoint': server.url,
      'recognition.provider': 'assemblyai',
    });
  });

  teardown(async () => {
    const { api } = await extensionUnderTest();
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
    api.controller.releaseKeptAudio(api.controller.keptAudio.slice());
    api.history.clear();
    await closeEditors();
    await restore();
    await api.secrets.delete(`apiKey:${new URL(server.url).host}`);
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A recording of `text`, with a pause behind it. */
  async function recordingOf(text: string, pauseMs = 1500): Promise<vscode.Uri> {
    const words = spokenWords(text);
    const file = path.join(folder, 'lecture.wav');
    const durationMs = (words.at(-1)?.endMs ?? 0) + pauseMs;
    await writeFile(file, waveFile(markedSpeech(words, { durationMs })));
    return vscode.Uri.file(file);
  }

  /** Chooses the first line of the question when it is there. */
  async function answer(isDone: () => boolean): Promise<void> {
    await until('the answer to be taken', async () => {
      await vscode.commands.executeCommand(ACCEPT);
      return isDone() || undefined;
    });
  }

  test('becomes a new document, by the command that the explorer gives it to', async () => {
    const file = await recordingOf('All that was said on Monday.');
    const done = vscode.commands.executeCommand('voiceDictation.transcribeAudioFile', file, [file]);
    await answer(() => server.sessions.length > 0);
    await done;
    const document = vscode.window.activeTextEditor?.document;
    assert.deepEqual(
      [document?.isUntitled, document?.getText(), server.sessions.map((each) => each.violations)],
      [true, 'All that was said on Monday.', [[]]],
    );
    const { api } = await extensionUnderTest();
    assert.deepEqual(
      [api.controller.state, api.history.entries.map(({ text, state }) => [text, state])],
      [{ kind: 'idle' }, [['All that was said on Monday.', 'landed']]],
    );
  });

  test('goes where the caret was, wherever that is meanwhile, and whatever the settings say', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'Minutes: \n\nEnd' });
    const editor = await vscode.window.showTextDocument(document);
    const caret = new vscode.Position(0, 9);
    editor.selection = new vscode.Selection(caret, caret);
    const { url: endpoint } = server;
    const code = await shippedDictate({
      ...SETTINGS,
      recognition: {
        ...SETTINGS.recognition,
        endpoint,
        provider: 'assemblyai',
        model: 'universal-3-6-pro',
      },
      insertion: { ...SETTINGS.insertion, target: 'followCursor' },
    });
    try {
      const { openTarget } = code;
      const choose: TranscribeAudioFileOptions['choose'] = (choices) =>
        Promise.resolve(choices.find(({ place }) => place === 'caret'));
      const told: string[] = [];
      const answer: TranscribeAudioFileOptions['answer'] = ({ sentence }) => {
        told.push(sentence);
        return Promise.resolve(undefined);
      };
      const notifications: TranscribeAudioFileOptions['notifications'] = {
        show: ({ sentence }) => {
          told.push(sentence);
          return Promise.resolve();
        },
        showNotice: ({ kind }) => told.push(kind),
      };
      const options = await optionsWith({ openTarget, choose, answer, notifications }, code);
      const done = transcribeAudioFile(options, [await recordingOf('We met.')]);
      await server.nextSession();
      const end = new vscode.Position(2, 3);
      editor.selection = new vscode.Selection(end, end);
      await done;
      assert.deepEqual([document.getText(), told], ['Minutes: We met.\n\nEnd', []]);
    } finally {
      code.dispose();
    }
  });

  test('that is cancelled leaves what was transcribed', async () => {
    const first = spokenWords('This is the beginning.');
    const last = spokenWords('And this the end.', 60_000);
    const file = path.join(folder, 'long.wav');
    await writeFile(file, waveFile(markedSpeech([...first, ...last], { durationMs: 62_000 })));
    const done = vscode.commands.executeCommand(
      'voiceDictation.transcribeAudioFile',
      vscode.Uri.file(file),
    );
    await answer(() => server.sessions.length > 0);
    const text = (): string => vscode.window.activeTextEditor?.document.getText() ?? '';
    await until('the beginning', () => Promise.resolve(text() !== '' || undefined));
    // Once: the message that follows has a button, too.
    await vscode.commands.executeCommand('notification.acceptPrimaryAction');
    await until('it to be cancelled', () =>
      Promise.resolve(server.openSessions === 0 || undefined),
    );
    await dismissed(done);
    const { api } = await extensionUnderTest();
    // A busy window cancels when all has been heard, and the rest is on its way.
    assert.deepEqual(
      [text().startsWith('This is the beginning.'), api.controller.keptAudio],
      [true, []],
    );
  });

  test('whose connection is refused is kept, to be tried again', async () => {
    const file = await recordingOf('Nobody hears this.');
    const { api } = await extensionUnderTest();
    await api.secrets.store(`apiKey:${new URL(server.url).host}`, 'wrong');
    const done = vscode.commands.executeCommand('voiceDictation.transcribeAudioFile', file);
    await answer(() => api.controller.keptAudio.length > 0);
    await dismissed(done);
    assert.deepEqual(
      api.controller.keptAudio.map(({ frames }) => frames.length),
      [45],
    );
  });

  /** Resolves when the command is done, which waits for what it says to be dismissed. */
  async function dismissed(command: PromiseLike<unknown>): Promise<void> {
    let isDone = false;
    void Promise.resolve(command).then(() => {
      isDone = true;
    });
    await until('the end of the command', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return isDone || undefined;
    });
  }

  test('goes on with what is left when the person wants the rest', async () => {
    const whole = keptAudio([new Uint8Array(1600), new Uint8Array(1600)]);
    const rest = keptAudio([new Uint8Array(1600)]);
    const heard: unknown[] = [];
    const asked: string[] = [];
    await transcribe(
      ({ sentence }) => {
        asked.push(sentence);
        return 'go-on';
      },
      {
        readAudioFile: () => Promise.resolve({ kind: 'audio', audio: whole }),
        transcribe: (_window, { audio }) => {
          heard.push(audio);
          return Promise.resolve(
            audio === whole
              ? { kind: 'stopped', why: 'cancelled', left: rest }
              : { kind: 'done', finals: 1 },
          );
        },
      },
    );
    assert.deepEqual(heard, [whole, rest]);
    assert.deepEqual(asked, [
      'Transcribing lecture.mp3 was cancelled. What was transcribed stays; 0:00 are left.',
    ]);
  });

  test('that cannot be heard ends none of the others', async () => {
    const heard: string[] = [];
    const told: string[] = [];
    await transcribe(
      ({ sentence }) => {
        told.push(sentence);
        return undefined;
      },
      {
        readAudioFile: (file) => {
          const name = path.basename(file);
          heard.push(name);
          return Promise.resolve(
            name === 'b.mp3'
              ? { kind: 'problem', problem: { kind: 'forbidden' } }
              : { kind: 'audio', audio: keptAudio([new Uint8Array(1600)]) },
          );
        },
        transcribe: () => Promise.resolve({ kind: 'done', finals: heard.length - 1 }),
      },
      ['a.mp3', 'b.mp3', 'c.mp3'],
    );
    assert.deepEqual(
      [heard, told],
      [
        ['a.mp3', 'b.mp3', 'c.mp3'],
        [
          'No words were understood in a.mp3.',
          'b.mp3 may not be read by you. Look at its permissions.',
        ],
      ],
    );
  });

  /** The command's options, with this code and what else a test is about. */
  async function optionsWith(
    own: Pick<TranscribeAudioFileOptions, 'openTarget'> & Partial<TranscribeAudioFileOptions>,
    code: AudioFileCode,
  ): Promise<TranscribeAudioFileOptions> {
    const { api } = await extensionUnderTest();
    return {
      controller: api.controller,
      configuration: { peek: () => SETTINGS },
      history: api.history,
      notifications: { show: () => Promise.resolve(), showNotice: () => undefined },
      load: () => Promise.resolve(code),
      hasProgram: () => Promise.resolve(() => false),
      isTerminalElsewhere: false,
      ...own,
    };
  }

  /** Transcribes files with this code into nothing. */
  async function transcribe(
    answerTo: (message: AudioFileMessage) => AudioFileStep | undefined,
    code: AudioFileCode,
    names: readonly string[] = ['lecture.mp3'],
  ): Promise<void> {
    const options = await optionsWith(
      {
        openTarget: () => Promise.resolve(new FakeTarget()),
        answer: (message) => Promise.resolve(answerTo(message)),
      },
      code,
    );
    let isDone = false;
    const files = names.map((name) => vscode.Uri.file(`/recordings/${name}`));
    const done = transcribeAudioFile(options, [files[0], files]);
    void done.then(() => {
      isDone = true;
    });
    await answer(() => isDone);
  }

  /** What is said of a file that has come to this, with the labels of the buttons. */
  async function toldOf(
    reading: AudioFileReading,
  ): Promise<readonly (readonly [string, readonly string[]])[]> {
    const told: (readonly [string, readonly string[]])[] = [];
    await transcribe(
      ({ sentence, steps }) => {
        told.push([sentence, steps.map(({ label }) => label)]);
        return undefined;
      },
      {
        readAudioFile: () => Promise.resolve(reading),
        transcribe: () => Promise.resolve({ kind: 'done', finals: 0 }),
      },
    );
    return told;
  }

  for (const [reading, sentence, buttons] of [
    [
      { kind: 'problem', problem: { kind: 'no-decoder' } },
      'No program on this computer can decode lecture.mp3. WAV files need none; ffmpeg decodes the others.',
      ['Install ffmpeg', 'Choose Another File…'],
    ],
    [
      { kind: 'problem', problem: { kind: 'silent' } },
      'lecture.mp3 is silent: nobody can be heard in it. Nothing was sent.',
      ['Choose Another File…'],
    ],
    [
      { kind: 'audio', audio: keptAudio([new Uint8Array(1600)]) },
      'No words were understood in lecture.mp3.',
      ['Select Language…', 'Choose Another File…', 'Show Log'],
    ],
  ] as const) {
    test(`that comes to nothing is told in a sentence with a button: ${sentence}`, async () => {
      assert.deepEqual(await toldOf(reading), [[sentence, buttons]]);
    });
  }

  test('is read whole where it is not a file of this computer, and its copy is deleted', async () => {
    const scheme = 'spoken';
    const words = spokenWords('From elsewhere.');
    const bytes = waveFile(markedSpeech(words, { durationMs: 2000 }));
    const provider = vscode.workspace.registerFileSystemProvider(scheme, new OneFile(bytes), {
      isReadonly: true,
    });
    try {
      const file = vscode.Uri.from({ scheme, path: '/elsewhere.wav' });
      const done = vscode.commands.executeCommand('voiceDictation.transcribeAudioFile', file);
      await answer(() => server.sessions.length > 0);
      await done;
      assert.equal(vscode.window.activeTextEditor?.document.getText(), 'From elsewhere.');
    } finally {
      provider.dispose();
    }
  });
});
