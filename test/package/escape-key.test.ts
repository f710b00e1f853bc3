// Cancelling drops what was said: Escape may do that only when nothing else on the screen wants it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import manifest from '../../package.json';
import { holds, type Context } from './when-clause';

/** Set by VS Code while Escape closes something of its own (all are in 1.100 and in the newest). */
const CLOSED_BY_ESCAPE = [
  'suggestWidgetVisible',
  'inlineSuggestionVisible',
  'inlineEditIsVisible',
  'parameterHintsVisible',
  'codeActionMenuVisible',
  'renameInputVisible',
  'inSnippetMode',
  'editorHasMultipleSelections',
  'editorHoverFocused',
  'findWidgetVisible',
  'referenceSearchVisible',
  'markersNavigationVisible',
  'dirtyDiffVisible',
  'callHierarchyVisible',
  'typeHierarchyVisible',
  'inlineChatVisible',
  'inQuickOpen',
  'treeFindOpen',
  'accessibleViewIsShown',
  'notificationFocus',
  'notificationCenterVisible',
  'notificationToastsVisible',
];
const DICTATING: Context = { 'voiceDictation.state': 'listening', editorTextFocus: true };

function cancels(context: Context): boolean {
  const binding = manifest.contributes.keybindings.find(({ key }) => key === 'escape');
  assert.equal(binding?.command, 'voiceDictation.cancel');
  return holds(binding.when ?? '', context);
}

test('Escape cancels only while dictating', () => {
  const states = ['idle', 'starting', 'listening', 'reconnecting', 'finalizing'];
  assert.deepEqual(
    states.filter((state) => cancels({ 'voiceDictation.state': state })),
    ['starting', 'listening', 'reconnecting'],
  );
  assert.equal(cancels({}), false);
});

test('Escape closes what is open before it cancels', () => {
  assert.deepEqual(
    CLOSED_BY_ESCAPE.filter((key) => cancels({ ...DICTATING, [key]: true })),
    [],
  );
  assert.equal(cancels({ ...DICTATING, aKeyThatIsNobodys: true }), true);
});

test('Escape is left to Vim in every mode but the normal one', () => {
  const modes = ['Normal', 'Insert', 'Visual'];
  const inVim = (mode: string): Context => ({ ...DICTATING, 'vim.active': true, 'vim.mode': mode });
  assert.deepEqual(
    modes.filter((mode) => cancels(inVim(mode))),
    ['Normal'],
  );
});
