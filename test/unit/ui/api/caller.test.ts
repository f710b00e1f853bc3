import assert from 'node:assert/strict';
import { test } from 'node:test';
import { callerOf } from '../../../../src/ui/api/caller';

const INSTALLED = [
  {
    id: 'us.dictation',
    name: 'Voice Dictation',
    path: '/home/me/.vscode/extensions/us.dictation-1.0.0',
  },
  { id: 'a.notes', name: 'Notes', path: '/home/me/.vscode/extensions/a.notes-2.0.0' },
  { id: 'a.more', name: 'More Notes', path: '/home/me/.vscode/extensions/a.notes-2.0.0/more' },
  { id: 'b.spaced', name: 'Spaced', path: 'c:\\Users\\A B\\extensions\\b.spaced-1.0.0' },
];

function traceOf(...files: readonly string[]): string {
  return ['Error', ...files.map((file) => `    at f (${file}:1:2)`)].join('\n');
}

function caller(...files: readonly string[]): string | undefined {
  const own = '/home/me/.vscode/extensions/us.dictation-1.0.0/dist/extension.js';
  return callerOf(traceOf(own, ...files), INSTALLED, 'us.dictation')?.name;
}

test('who calls is told by the files of the trace, and never this extension', () => {
  assert.deepEqual(
    [
      caller('/home/me/.vscode/extensions/a.notes-2.0.0/dist/main.js', '/x/extensions/b.js'),
      caller('/home/me/.vscode/extensions/a.notes-2.0.0/more/main.js'),
      caller('node:internal/process', '/home/me/.vscode/extensions/a.notes-2.0.0/main.js'),
      caller('file:///C:/Users/A%20B/extensions/b.spaced-1.0.0/main.mjs'),
      caller('/home/me/.vscode/extensions/a.notes-2.0.01/main.js'),
      caller(),
    ],
    ['Notes', 'More Notes', 'Notes', 'Spaced', undefined, undefined],
  );
});
