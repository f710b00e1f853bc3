// Start-up costs next to nothing: what is not listed here waits for the first dictation.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { REPOSITORY } from '../harness/repository';

/** The modules of a bundle, from what esbuild.js writes beside it. */
function modulesOf(bundle: string): readonly string[] {
  const file = path.join(REPOSITORY, 'out/metafile.json');
  const outputs = member(JSON.parse(readFileSync(file, 'utf8')), 'outputs');
  const inputs = member(member(outputs, bundle), 'inputs');
  assert.ok(typeof inputs === 'object' && inputs !== null, `${file} has no ${bundle}`);
  return Object.keys(inputs).toSorted();
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

test('activation evaluates exactly these modules', () => {
  assert.deepEqual(modulesOf('dist/extension.js'), [
    'src/core/endpoint.ts',
    'src/core/events.ts',
    'src/core/failure.ts',
    'src/core/level.ts',
    'src/core/load-once.ts',
    'src/core/local-day.ts',
    'src/core/pcm.ts',
    'src/core/settings.ts',
    'src/core/target.ts',
    'src/core/wav.ts',
    'src/dictation/controller.ts',
    'src/dictation/cost/daily-budget.ts',
    'src/dictation/cost/speech-detector.ts',
    'src/dictation/cost/spending.ts',
    'src/dictation/cost/usage.ts',
    'src/dictation/key/hold-to-talk.ts',
    'src/dictation/key/key-repeat.ts',
    'src/dictation/preparation.ts',
    'src/dictation/run/audio-source.ts',
    'src/dictation/run/kept-shelf.ts',
    'src/dictation/state.ts',
    'src/extension.ts',
    'src/lazy-writer.ts',
    'src/storage/kept-audio-file.ts',
    'src/storage/microphone-claims.ts',
    'src/storage/microphone-lock.ts',
    'src/storage/names-in.ts',
    'src/storage/running-process.ts',
    'src/storage/unlanded-texts.ts',
    'src/storage/unsent-audio.ts',
    'src/storage/usage-files.ts',
    'src/ui/add-to-dictionary.ts',
    'src/ui/api-key-dialog.ts',
    'src/ui/api-keys.ts',
    'src/ui/command-ids.ts',
    'src/ui/commands.ts',
    'src/ui/configuration.ts',
    'src/ui/context-key.ts',
    'src/ui/dictionary-entry.ts',
    'src/ui/history-picker.ts',
    'src/ui/history-view.ts',
    'src/ui/history.ts',
    'src/ui/key-check.ts',
    'src/ui/log.ts',
    'src/ui/messages/cost-messages.ts',
    'src/ui/messages/failure-messages.ts',
    'src/ui/messages/kept-audio-messages.ts',
    'src/ui/messages/message.ts',
    'src/ui/messages/notice-messages.ts',
    'src/ui/notifications.ts',
    'src/ui/save-audio.ts',
    'src/ui/shared-storage.ts',
    'src/ui/sox-install.ts',
    'src/ui/spoken-command-lines.ts',
    'src/ui/spoken-commands.ts',
    'src/ui/status-bar.ts',
    'src/ui/status-view.ts',
    'src/ui/system-clock.ts',
    'src/ui/target-request.ts',
    'src/ui/toggle-key.ts',
    'src/ui/usage-document.ts',
    'src/ui/usage-report.ts',
  ]);
});

test('microphone, socket and protocol are in the bundle of the first dictation', () => {
  const modules = modulesOf('dist/engine.js');
  const isAbout = (pattern: RegExp): boolean => modules.some((module) => pattern.test(module));
  assert.deepEqual(
    {
      'src/audio': isAbout(/^src\/audio\//),
      'src/recognition': isAbout(/^src\/recognition\//),
      ws: isAbout(/^node_modules\/ws\//),
      'node-record-lpcm16': isAbout(/^node_modules\/node-record-lpcm16\//),
      vscode: isAbout(/vscode|^src\/ui\/|^src\/editor\//),
    },
    {
      'src/audio': true,
      'src/recognition': true,
      ws: true,
      'node-record-lpcm16': true,
      vscode: false,
    },
  );
});

test('the workspace’s words are in the bundle of the first target', () => {
  const modules = modulesOf('dist/writer.js');
  assert.ok(modules.includes('src/editor/words/workspace-words.ts'));
  assert.ok(modules.includes('src/text/vocabulary/rank.ts'));
});
