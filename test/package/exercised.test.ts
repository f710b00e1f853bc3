// Every command and setting is tried by a test that is about what it does, not about its name.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { manifest } from '../fixtures/english-manifest';
import { REPOSITORY } from '../harness/repository';

const TESTS = path.join(REPOSITORY, 'test');

/** What names all of them, and so none in particular. */
const ABOUT_NAMES =
  /^(?:package|fixtures|unit\/core\/settings\.test|unit\/ui\/settings-fixture|unit\/ui\/localisation)/;

/** What tries it without its name: which file, and what stands there. */
const TRIED_OTHERWISE: Readonly<Record<string, readonly [file: string, text: string]>> = {
  switchScope: ['host/writing.test.ts', 'switchScope'],
  restoreRawText: ['host/polish.test.ts', 'rig.restoreRaw()'],
  selectProvider: ['e2e/walkthrough.test.ts', "shown('Choose Who Listens')"],
  setApiKey: ['e2e/failures.test.ts', 'Set API Key'],
  selectMicrophone: ['e2e/microphones.test.ts', "'>Select Microphone'"],
  showMenu: ['e2e/languages.test.ts', 'Menü anzeigen'],
  downloadModel: ['e2e/languages.test.ts', 'Modell herunterladen'],
  clearHistory: ['e2e/languages.test.ts', 'Verlauf löschen'],
  'display.editorTitleButton': ['e2e/languages.test.ts', 'Diktat starten'],
  'privacy.allowedExtensions': ['e2e/for-extensions.test.ts', 'question'],
};

const texts = readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !ABOUT_NAMES.test(file))
  .map((file) => readFileSync(path.join(TESTS, file), 'utf8'));

function isNamed(...names: readonly string[]): boolean {
  return texts.some((text) => names.some((name) => text.includes(name)));
}

function isTriedOtherwise(name: string): boolean {
  const [file, text] = TRIED_OTHERWISE[name] ?? [];
  if (file === undefined || text === undefined) return false;
  const full = path.join(TESTS, file);
  return existsSync(full) && readFileSync(full, 'utf8').includes(text);
}

describe('at least one test', () => {
  test('runs each command, or what it runs', () => {
    const untried = manifest.contributes.commands.filter(
      ({ command, title }) =>
        !isNamed(
          command,
          `Voice Dictation: ${title}`,
          `${nameOf(command)}(`,
          `'${nameOf(command)}'`,
        ) && !isTriedOtherwise(nameOf(command)),
    );
    assert.deepEqual(
      untried.map(({ command }) => command),
      [],
    );
  });

  test('changes each setting, or what is made of it', () => {
    const untried = Object.keys(manifest.contributes.configuration.properties).filter((id) => {
      const key = id.replace('voiceDictation.', '');
      const name = key.split('.').at(-1) ?? key;
      return !isNamed(`'${id}'`, `'${key}'`, `${name}:`, `${name},`) && !isTriedOtherwise(key);
    });
    assert.deepEqual(untried, []);
  });
});

/** `voiceDictation.selectLanguage` is carried out by `selectLanguage(`. */
function nameOf(command: string): string {
  return command.replace('voiceDictation.', '');
}
