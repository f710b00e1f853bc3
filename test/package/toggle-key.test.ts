// The same key everywhere: the last rule that holds tells where the words go.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../package.json';
import { targetRequest } from '../../src/ui/target-request';
import { holds, type Context } from './when-clause';

const BINDINGS = manifest.contributes.keybindings.filter(
  ({ command, when }) =>
    // While it is held, its letter is kept from being typed: no place of its own.
    command === 'voiceDictation.toggle' && when !== 'voiceDictation.isKeyHeld',
);

/** Where the key dictates to, as VS Code chooses the rule. */
function targetIn(context: Context): unknown {
  const binding = BINDINGS.findLast(({ when }) => when === undefined || holds(when, context));
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

test('every place has the key that the editor has', () => {
  const keys = BINDINGS.map(({ key, mac }) => ({ key, mac }));
  assert.deepEqual(
    keys,
    keys.map(() => ({ key: 'ctrl+alt+d', mac: 'ctrl+alt+d' })),
  );
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
    'terminal.integrated.commandsToSkipShell': [
      'voiceDictation.toggle',
      'voiceDictation.dictateToAgent',
      'voiceDictation.restoreRawText',
    ],
  });
});
