import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Settings } from '../../src/core/settings';
import type * as dictateModule from '../../src/dictate';
import { TerminalExecutions } from '../../src/editor/agents/terminal-executions';
import { systemClock } from '../../src/ui/system-clock';
import { storedKey } from '../contracts/credentials';
import { NO_LOCAL_MODELS } from '../contracts/local-models';
import { EMULATOR_KEY } from '../emulator/emulator';
import { SETTINGS } from '../unit/ui/settings-fixture';
import { RecordingLog } from '../wire/session-support';
import { extensionUnderTest } from './extension-under-test';

/** What is loaded at the first dictation, as it ships, loaded as ours, so that VS Code hands it the modules that we get. */
export async function shippedDictate(
  settings: Settings = SETTINGS,
): Promise<dictateModule.Dictate> {
  const { extension } = await extensionUnderTest();
  const file = path.join(extension.extensionPath, 'dist/dictate.js');
  const loaded: unknown = createRequire(file)(file);
  assert.ok(isDictateModule(loaded));
  return loaded.createDictate({
    clock: systemClock,
    log: new RecordingLog(),
    readSettings: () => settings,
    ...storedKey(EMULATOR_KEY),
    ...NO_LOCAL_MODELS,
    executions: new TerminalExecutions(),
    isTerminalElsewhere: false,
    settings: { peek: () => settings, onDidChange: () => ({ dispose: () => undefined }) },
    onDidSubmit: () => undefined,
  });
}

function isDictateModule(loaded: unknown): loaded is typeof dictateModule {
  return typeof loaded === 'object' && loaded !== null && 'createDictate' in loaded;
}
