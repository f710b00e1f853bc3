import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../../package.json';
import { changedSettings, rivalsOf } from '../../../src/ui/key-rivals';

const { key } =
  manifest.contributes.keybindings.find(
    (each) => each.command === 'voiceDictation.toggle' && !('when' in each),
  ) ?? assert.fail();

/** The same key, said in another order. */
const turned = key.split('+').toReversed().join('+').toUpperCase();

function binding(command: string, keys: string): object {
  return { contributes: { keybindings: [{ command, key: keys }] } };
}

test('another extension with the same key is a rival, in whatever order it says it', () => {
  const others = [
    { id: 'a.same', manifest: binding('x', turned) },
    { id: 'a.other', manifest: binding('x', 'ctrl+alt+shift+f12') },
    { id: 'a.chord', manifest: binding('x', `ctrl+k ${key}`) },
    { id: 'a.one', manifest: { contributes: { keybindings: { command: 'x', key } } } },
    { id: 'a.held', manifest: binding('x', 'd') },
    { id: 'a.none', manifest: undefined },
    { id: 'a.keyless', manifest: { contributes: { keybindings: [{ command: 'x', mac: 'f1' }] } } },
  ];
  assert.deepEqual(rivalsOf(manifest, others, '', 'linux'), ['a.same', 'a.one']);
});

test('the key of this system counts', () => {
  const theirs = { contributes: { keybindings: [{ command: 'x', key, linux: 'f1' }] } };
  const others = [{ id: 'a.b', manifest: theirs }];
  assert.deepEqual(
    (['linux', 'win32'] as const).map((platform) => rivalsOf(manifest, others, '', platform)),
    [[], ['a.b']],
  );
});

test('key bindings of the person’s own are read as VS Code writes them', () => {
  const own = `// Place your key bindings here
[
  { "key": "${key}", "command": "editor.action.copyLinesDownAction" }, /* "x" */
  { "key": "${key}", "command": "-something.else" },
  { "key": "${key}", "command": "voiceDictation.start" },
  { "key": "f1", "command": "url://not.a.comment" },
  { "key": "${key}", "command": "-voiceDictation.toggle" },
]`;
  assert.deepEqual(rivalsOf(manifest, [], own, 'linux'), [
    'your key binding of editor.action.copyLinesDownAction',
    'your key bindings, which take it away',
  ]);
});

test('a file of key bindings that cannot be read has none', () => {
  assert.deepEqual(
    ['', '{', '"x"', '[3, null]'].map((text) => rivalsOf(manifest, [], text, 'linux')),
    [[], [], [], []],
  );
});

test('settings that are changed are told by their names, where one of them has a value', () => {
  const values: Readonly<Record<string, object>> = {
    'voiceDictation.recording.device': { globalValue: 'a secret' },
    'voiceDictation.holdToTalk': { workspaceValue: false },
    'voiceDictation.display.partials': { defaultValue: 'both' },
  };
  assert.deepEqual(
    changedSettings({ packageJSON: manifest }, { inspect: (id) => values[id] }).toSorted(),
    ['holdToTalk', 'recording.device'],
  );
});
