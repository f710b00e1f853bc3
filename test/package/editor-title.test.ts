// The microphone in the title of an editor: where it is, and that one setting takes it away.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import manifest from '../../package.json';
import { holds, type Context } from './when-clause';

/** The commands whose buttons stand there. */
function buttons(context: Context): readonly string[] {
  return manifest.contributes.menus['editor/title']
    .filter(({ when }) => holds(when, context))
    .map(({ command }) => command);
}

const STATES = ['idle', 'preparing', 'starting', 'listening', 'reconnecting', 'finalizing'];

/** What VS Code tells of an editor in each state. */
function inAllStates(context: Context): readonly (readonly string[])[] {
  return STATES.map((state) => buttons({ 'voiceDictation.state': state, ...context }));
}

const ON = { 'config.voiceDictation.display.editorTitleButton': true };

describe('the microphone in the title of an editor', () => {
  test('is there while the setting is on, and not while it is off', () => {
    const { 'voiceDictation.display.editorTitleButton': setting } =
      manifest.contributes.configuration.properties;
    assert.equal(setting.default, true);
    const [start, stop] = ['voiceDictation.start', 'voiceDictation.stop'];
    assert.deepEqual(
      [inAllStates({ ...ON, resourceScheme: 'file' }), inAllStates({ resourceScheme: 'file' })],
      [[[start], [stop], [stop], [stop], [stop], [stop]], STATES.map(() => [])],
    );
  });

  test('is in texts only: of a disk, of nobody yet, and of what VS Code has from elsewhere', () => {
    const schemes = [
      'file',
      'untitled',
      'vscode-remote',
      'vscode-vfs',
      'output',
      'walkThrough',
      'git',
    ];
    assert.deepEqual(
      schemes.filter((resourceScheme) => inAllStates({ ...ON, resourceScheme }).flat().length > 0),
      ['file', 'untitled', 'vscode-remote', 'vscode-vfs'],
    );
  });

  test('is not there before it is known what dictation does', () => {
    assert.deepEqual(buttons({ ...ON, resourceScheme: 'file' }), []);
  });
});
