import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Settings } from '../../../src/core/settings';
import { sentWords, type SentWordsOptions } from '../../../src/ui/sent-word-lines';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';

function settings(
  recognition: Partial<Settings['recognition']> = {},
  fromWorkspace: Settings['vocabulary']['fromWorkspace'] = 'auto',
): Settings {
  return {
    ...DEFAULT_SETTINGS,
    recognition: { ...DEFAULT_SETTINGS.recognition, ...recognition },
    vocabulary: { fromWorkspace },
  };
}

const OPTIONS: SentWordsOptions = {
  settings: settings({ keyterms: ['Kubernetes'] }),
  words: [
    { term: 'get user name', sources: ['file:///w/a.ts', 'file:///w/b.ts'] },
    { term: 'user list', sources: ['', 'file:///w/user-list.tsx'] },
  ],
  place: '',
  told: undefined,
  traits: { keyterms: 'included', takesContext: true },
  isTrusted: true,
  nameOf: (uri) => uri.replace('file:///w/', ''),
};

test('every word that would be sent is listed once, with the files that it comes from', () => {
  assert.deepEqual(sentWords(OPTIONS), {
    placeholder: '3 words would be sent if you dictated here',
    place: [],
    said: [],
    own: [{ label: 'Kubernetes', description: 'recognition.keyterms', uri: undefined }],
    workspace: [
      { label: 'get user name', description: 'a.ts, b.ts', uri: 'file:///w/a.ts' },
      {
        label: 'user list',
        description: 'the Git branch, user-list.tsx',
        uri: 'file:///w/user-list.tsx',
      },
    ],
  });
});

test('while dictation is on, it is what the recogniser was told', () => {
  const { placeholder, own, workspace } = sentWords({
    ...OPTIONS,
    told: { keyterms: ['get user name'], place: '', said: [] },
  });
  assert.deepEqual(
    [placeholder, own, workspace.map(({ label }) => label)],
    ['1 word is known to the recogniser in this dictation', [], ['get user name']],
  );
});

test('where no words of the workspace are sent, none are listed, and it is said why', () => {
  const without = (options: Partial<SentWordsOptions>): readonly unknown[] => {
    const { placeholder, own, workspace } = sentWords({ ...OPTIONS, ...options });
    return [placeholder, own.length, workspace.length];
  };
  const sent = '0 words would be sent if you dictated here';
  assert.deepEqual(
    [
      without({ settings: settings({}, 'off') }),
      without({
        settings: settings({ model: 'whisper-rt' }),
        traits: { keyterms: 'no', takesContext: false },
      }),
      without({
        settings: settings({ model: 'universal-streaming-english' }),
        traits: { keyterms: 'extra', takesContext: false },
      }),
      without({ settings: settings(), words: [], isTrusted: false }),
    ],
    [
      [`${sent}; none of the workspace: vocabulary.fromWorkspace is off`, 0, 0],
      [`${sent}; none of the workspace: whisper-rt takes none`, 0, 0],
      [`${sent}; none of the workspace: they cost extra with universal-streaming-english`, 0, 0],
      [`${sent}; none of the workspace, which you have not trusted`, 0, 0],
    ],
  );
});

test('what is told of the place and of what was said is there in full, in lines that can be read', () => {
  const line = (label: string): unknown => ({ label, description: '', uri: undefined });
  const place = 'A software developer dictates text in English. Project: house. File: a.b.ts.';
  const long = `${'word '.repeat(30)}${'x'.repeat(100)}`;
  const idle = sentWords({ ...OPTIONS, place });
  const on = sentWords({ ...OPTIONS, told: { keyterms: [], place: '', said: ['Yes.', long] } });
  assert.deepEqual(idle.place, [
    line('A software developer dictates text in English.'),
    line('Project: house.'),
    line('File: a.b.ts.'),
  ]);
  const labels = on.said.map(({ label }) => label);
  assert.deepEqual(
    [on.place, labels[0], labels.slice(1).join('').replaceAll(' ', '')],
    [[], 'Yes.', long.replaceAll(' ', '')],
  );
  assert.ok(labels.every((label) => label.length <= 80));
  assert.deepEqual(sentWords({ ...OPTIONS, place, settings: settings({}, 'off') }).place, []);
});
