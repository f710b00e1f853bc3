// The same key everywhere: the last rule that holds tells where the words go.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../package.json';
import { targetRequest } from '../../src/ui/target-request';
import { TERMINAL_KEY_COMMANDS } from '../../src/ui/terminal-key';
import { holds, type Context } from './when-clause';

const BINDINGS = manifest.contributes.keybindings.filter(
  ({ command, when }) =>
    // While it is held, its letter is kept from being typed: no place of its own.
    command === 'voiceDictation.toggle' && when !== 'voiceDictation.isKeyHeld',
);

/** Keys that do the same: one that most people know, and one that no desktop takes. */
const KEYS = ['ctrl+alt+d', 'shift+alt+v'];

/** Where the key dictates to, as VS Code chooses the rule. */
function targetIn(context: Context): unknown {
  const binding = BINDINGS.findLast(
    ({ key, when }) => key === KEYS[0] && (when === undefined || holds(when, context)),
  );
  assert.ok(binding !== undefined);
  return targetRequest('args' in binding ? binding.args : undefined);
}

const DOCUMENT = {
  inputFocus: true,
  editorFocus: true,
  editorTextFocus: true,
  textInputFocus: true,
};
const SIMPLE_INPUT = { inputFocus: true, textInputFocus: true };

test('every place has the keys that the editor has, on every system', () => {
  const [first, second] = KEYS.map((pressed) =>
    BINDINGS.filter(({ key }) => key === pressed).map(({ key, mac = key, ...rule }) => {
      assert.equal(mac, key);
      return rule;
    }),
  );
  assert.equal(BINDINGS.length, 2 * (first?.length ?? 0));
  assert.deepEqual(first, second);
});

test('VS Code shows the key that most people know: its rules come last', () => {
  assert.equal(BINDINGS.at(-1)?.key, KEYS[0]);
});

test('whoever looks for the key to change it finds the two that count first', () => {
  const all = manifest.contributes.keybindings.filter(
    ({ command }) => command === 'voiceDictation.toggle',
  );
  assert.deepEqual(
    all.slice(0, 2).map(({ key, when }) => [key, when]),
    KEYS.toReversed().map((key) => [key, undefined]),
  );
});

test('a letter that repeats on when the modifiers of either key are let go first is not typed', () => {
  const held = manifest.contributes.keybindings
    .filter(({ when }) => when === 'voiceDictation.isKeyHeld')
    .map(({ key }) => key);
  assert.deepEqual(held, [
    ...['d', 'ctrl+d', 'alt+d', 'shift+d', 'ctrl+shift+d', 'alt+shift+d'],
    ...['v', 'alt+v', 'shift+v'],
  ]);
});

test('the key dictates to where the focus is', () => {
  const places: Readonly<Record<string, Context>> = {
    'a text editor': DOCUMENT,
    'a notebook cell': { ...DOCUMENT, notebookCellEditorFocused: true },
    'a comment box': { ...DOCUMENT, commentEditorFocused: true },
    'a terminal': { inputFocus: true, terminalFocus: true },
    'a terminal beside an open webview': {
      inputFocus: true,
      terminalFocus: true,
      activeWebviewPanelId: 'panel',
    },
    'the commit message': { ...SIMPLE_INPUT, sideBarFocus: true, scmRepository: 'scm0' },
    'an empty chat input': { ...SIMPLE_INPUT, auxiliaryBarFocus: true, inChatInput: true },
    'a chat input': {
      ...SIMPLE_INPUT,
      auxiliaryBarFocus: true,
      inChatInput: true,
      chatInputHasText: true,
    },
    "Claude Code's tab": { activeWebviewPanelId: 'claudeVSCodePanel' },
    "Claude Code's side bar": { focusedView: 'claudeVSCodeSidebarSecondary' },
    'a terminal beside Codex': {
      inputFocus: true,
      terminalFocus: true,
      focusedView: 'chatgpt.sidebarView',
    },
    Codex: { focusedView: 'chatgpt.sidebarView' },
    'Kilo Code': { focusedView: 'kilo-code.SidebarProvider' },
    'the debug console': { ...SIMPLE_INPUT, panelFocus: true, inDebugRepl: true },
    'the find box': { inputFocus: true, editorFocus: true },
    'the search view': { inputFocus: true, sideBarFocus: true },
    'a webview panel': { activeWebviewPanelId: 'panel' },
    'a custom editor': { activeCustomEditorId: 'editor' },
    "a side bar's webview": { focusedView: 'chat' },
    'a Markdown preview': { activeWebviewPanelId: 'markdown.preview' },
    'the explorer': { sideBarFocus: true, listFocus: true, focusedView: 'explorer' },
    'nothing at all': {},
  };
  assert.deepEqual(
    Object.fromEntries(Object.entries(places).map(([name, context]) => [name, targetIn(context)])),
    {
      'a text editor': {},
      'a notebook cell': {},
      'a comment box': {},
      'a terminal': { kind: 'terminal' },
      'a terminal beside an open webview': { kind: 'terminal' },
      'the commit message': { kind: 'sourceControl' },
      'an empty chat input': { kind: 'chat', isEmpty: true },
      'a chat input': { kind: 'chat', isEmpty: false },
      "Claude Code's tab": { kind: 'clipboard', name: 'Claude Code' },
      "Claude Code's side bar": { kind: 'clipboard', name: 'Claude Code' },
      'a terminal beside Codex': { kind: 'terminal' },
      Codex: { kind: 'clipboard', name: 'Codex' },
      'Kilo Code': { kind: 'clipboard', name: 'Kilo Code' },
      'the debug console': { kind: 'input' },
      'the find box': { kind: 'clipboard' },
      'the search view': { kind: 'clipboard' },
      'a webview panel': { kind: 'clipboard' },
      'a custom editor': { kind: 'clipboard' },
      "a side bar's webview": { kind: 'clipboard' },
      'a Markdown preview': {},
      'the explorer': {},
      'nothing at all': {},
    },
  );
});

test('a terminal leaves the key to VS Code', () => {
  assert.deepEqual(manifest.contributes.configurationDefaults, {
    'terminal.integrated.commandsToSkipShell': TERMINAL_KEY_COMMANDS,
  });
});
