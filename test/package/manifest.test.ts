import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { manifest } from '../fixtures/english-manifest';
import { MAX_KEYTERM_LENGTH, MAX_KEYTERMS } from '../../src/core/keyterms';
import {
  ENCODINGS,
  INSERTION_TARGETS,
  LOCAL_MODEL_FAMILIES,
  MODES,
  parseSettings,
  PARTIALS,
  POLISHES,
  PROVIDERS,
  RECORDERS,
  SAMPLE_RATES,
  SUBMITS,
  TERMINAL_SCOPES,
  WORKSPACE_VOCABULARY,
} from '../../src/core/settings';
import { AUDIO_EXTENSIONS } from '../../src/core/audio-file';
import { COMMAND_IDS } from '../../src/ui/command-ids';
import { configured, MANIFEST_DEFAULTS, nested } from '../fixtures/default-settings';
import { holds, type Context } from './when-clause';

const PREFIX = 'voiceDictation.';
const { commands, configuration, keybindings } = manifest.contributes;
/** What a setting's declaration may have; each has its own shape in JSON. */
interface Declaration {
  readonly default: unknown;
  readonly scope: string;
  readonly order: number;
  readonly enum?: readonly unknown[];
  readonly markdownEnumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}
const properties: Readonly<Record<string, Declaration>> = configuration.properties;

describe('the palette', () => {
  const palette: readonly { readonly command: string; readonly when: string }[] =
    manifest.contributes.menus.commandPalette;
  const hidden = (context: Context): readonly string[] =>
    palette.filter(({ when }) => !holds(when, context)).map(({ command }) => command);
  const newcomer = hidden({ 'voiceDictation.state': 'idle' });

  test('of a newcomer has nothing that needs something to have been said', () => {
    assert.deepEqual(newcomer.map((id) => id.replace(PREFIX, '')).toSorted(), [
      'addMisheardWords',
      'copyFromHistory',
      'deleteFromHistory',
      'exportHistory',
      'insertAgain',
      'restoreRawText',
      'searchHistory',
      'showAllHistory',
      'undoLast',
      'undoRun',
      'writeAsSaid',
    ]);
  });

  test('has the history where something is in it, or may be on disk', () => {
    const ofList = ['voiceDictation.deleteFromHistory', 'voiceDictation.showAllHistory'];
    const said = { 'voiceDictation.hasHistory': true, 'voiceDictation.hasDictated': true };
    const onDisk = { 'config.voiceDictation.privacy.keepHistory': true };
    assert.deepEqual(
      [hidden(said), hidden(onDisk)],
      [ofList, newcomer.filter((id) => ofList.includes(id) || /undo|restore/.test(id))],
    );
  });
});

describe('settings in the manifest', () => {
  test('are those that the parser knows, no more and no fewer', () => {
    const parsed: string[] = [];
    parseSettings((key) => {
      parsed.push(key);
      return configured({})(key);
    });
    assert.deepEqual(Object.keys(MANIFEST_DEFAULTS).toSorted(), parsed.toSorted());
  });

  test('have defaults without problems, that the parser leaves as they are', () => {
    assert.deepEqual(parseSettings(configured({})), {
      settings: nested(MANIFEST_DEFAULTS),
      problems: [],
    });
  });

  test('offer exactly the values that the parser takes', () => {
    const offered = Object.fromEntries(
      Object.entries(properties).flatMap(([id, declaration]) =>
        declaration.enum === undefined ? [] : [[id, declaration.enum]],
      ),
    );
    assert.deepEqual(offered, {
      'voiceDictation.recording.recorder': ['auto', ...RECORDERS],
      'voiceDictation.recording.sampleRate': [...SAMPLE_RATES],
      'voiceDictation.recording.encoding': [...ENCODINGS],
      'voiceDictation.recognition.provider': [...PROVIDERS],
      'voiceDictation.recognition.mode': [...MODES],
      'voiceDictation.onDevice.model': ['auto', ...LOCAL_MODEL_FAMILIES],
      'voiceDictation.display.partials': [...PARTIALS],
      'voiceDictation.insertion.target': [...INSERTION_TARGETS],
      'voiceDictation.insertion.terminalScope': [...TERMINAL_SCOPES],
      'voiceDictation.insertion.polish': [...POLISHES],
      'voiceDictation.vocabulary.fromWorkspace': [...WORKSPACE_VOCABULARY],
      'voiceDictation.agents.submit': [...SUBMITS],
    });
  });

  test('have as many descriptions of values as values', () => {
    const lengths = Object.values(properties)
      .filter((declaration) => declaration.enum !== undefined)
      .map((d) => [d.enum?.length, d.markdownEnumDescriptions?.length]);
    for (const [values, descriptions] of lengths) assert.equal(descriptions, values);
  });

  test('tell the limits of keyterms that hold', () => {
    const text = properties['voiceDictation.recognition.keyterms']?.markdownDescription ?? '';
    assert.match(
      text,
      new RegExp(`${String(MAX_KEYTERMS)}\\b.*\\b${String(MAX_KEYTERM_LENGTH)}\\b`),
    );
  });

  test('are in an order of their own each', () => {
    const orders = Object.values(properties).map(({ order }) => order);
    assert.deepEqual(
      orders,
      [...new Set(orders)].toSorted((a, b) => a - b),
    );
  });

  test('are scoped so that a workspace chooses no program, microphone or host', () => {
    const scopes = Object.fromEntries(
      Object.entries(properties).map(([id, { scope }]) => [id.slice(PREFIX.length), scope]),
    );
    assert.deepEqual(scopes, {
      'recording.recorder': 'machine',
      'recording.soxPath': 'machine',
      'recording.device': 'machine',
      'recording.sampleRate': 'machine',
      'recording.encoding': 'machine',
      'recognition.provider': 'machine',
      'recognition.endpoint': 'machine',
      'recognition.allowInsecureEndpoint': 'machine',
      'recognition.tokenUrl': 'machine',
      'recognition.model': 'resource',
      'recognition.mode': 'language-overridable',
      'recognition.languages': 'language-overridable',
      'recognition.formatTurns': 'resource',
      'recognition.keyterms': 'language-overridable',
      'recognition.minTurnSilenceMs': 'language-overridable',
      'recognition.maxTurnSilenceMs': 'language-overridable',
      'recognition.endOfTurnConfidenceThreshold': 'resource',
      'recognition.vadThreshold': 'resource',
      'recognition.filterProfanity': 'resource',
      'onDevice.source': 'machine',
      'onDevice.model': 'machine',
      'onDevice.modelFolder': 'machine',
      'cost.parkAfterSilenceMs': 'application',
      'cost.stopAfterSilenceMs': 'application',
      'cost.maxMinutes': 'application',
      'cost.pricePerHour': 'application',
      'cost.dailyBudget': 'application',
      'display.partials': 'window',
      'display.editorTitleButton': 'application',
      'insertion.target': 'language-overridable',
      'insertion.spokenCommands': 'language-overridable',
      'insertion.replacements': 'language-overridable',
      'insertion.snippets': 'language-overridable',
      'insertion.removeFillers': 'language-overridable',
      'insertion.wrapAtRuler': 'language-overridable',
      'insertion.namesInPrompts': 'resource',
      'insertion.terminalScope': 'resource',
      'insertion.polish': 'machine',
      'polish.endpoint': 'machine',
      'polish.allowRemoteEndpoint': 'machine',
      'polish.model': 'machine',
      'vocabulary.fromWorkspace': 'resource',
      'agents.programs': 'machine',
      'agents.submit': 'machine',
      holdToTalk: 'application',
      soundCues: 'application',
      'privacy.keepUnlandedText': 'application',
      'privacy.keepHistory': 'machine',
      'privacy.keepUnsentAudio': 'application',
      'privacy.allowedExtensions': 'application',
    });
  });

  test('are restricted in an untrusted workspace, all that are not the same everywhere', () => {
    // VS Code reads application-scoped settings from the user's settings only, trust or not.
    const changeable = Object.entries(properties).flatMap(([id, { scope }]) =>
      scope === 'application' ? [] : [id],
    );
    const { untrustedWorkspaces } = manifest.capabilities;
    assert.deepEqual(
      untrustedWorkspaces.restrictedConfigurations.toSorted(),
      changeable.toSorted(),
    );
    assert.equal(untrustedWorkspaces.supported, 'limited');
  });
});

describe('commands in the manifest', () => {
  test('are those of the code', () => {
    assert.deepEqual(
      commands.map(({ command }) => command),
      [...COMMAND_IDS],
    );
  });

  test('have one category and a title each', () => {
    assert.deepEqual(
      commands.map(({ category, title }) => `${category}: ${title}`),
      [
        'Voice Dictation: Start Dictation',
        'Voice Dictation: Stop Dictation',
        'Voice Dictation: Toggle Dictation',
        'Voice Dictation: Cancel Dictation',
        'Voice Dictation: End the Current Turn',
        'Voice Dictation: Undo Last Utterance',
        'Voice Dictation: Undo Last Dictation',
        'Voice Dictation: Restore Raw Text',
        'Voice Dictation: Switch Between Prose and Code',
        'Voice Dictation: Dictate to Agent',
        'Voice Dictation: Send to Agent',
        'Voice Dictation: Retry Transcription',
        'Voice Dictation: Retry Transcription With…',
        'Voice Dictation: Transcribe Audio File…',
        'Voice Dictation: Save Audio…',
        'Voice Dictation: Discard Recording…',
        'Voice Dictation: Set API Key',
        'Voice Dictation: Clear API Key',
        'Voice Dictation: Select Provider and Model…',
        'Voice Dictation: Download Model…',
        'Voice Dictation: Remove Models…',
        'Voice Dictation: Show Log',
        'Voice Dictation: Show History',
        'Voice Dictation: Insert Again',
        'Voice Dictation: Copy from History',
        'Voice Dictation: Write As Said',
        'Voice Dictation: Add Misheard Words to Dictionary…',
        'Voice Dictation: Delete from History',
        'Voice Dictation: Search History…',
        'Voice Dictation: Show All of the History',
        'Voice Dictation: Export History',
        'Voice Dictation: Clear History…',
        'Voice Dictation: Show Usage',
        'Voice Dictation: Show Menu',
        'Voice Dictation: Get Started',
        'Voice Dictation: Practice',
        'Voice Dictation: Show Spoken Commands',
        'Voice Dictation: Add to Dictionary…',
        'Voice Dictation: Show What Is Sent',
        'Voice Dictation: Select Microphone…',
        'Voice Dictation: Select Language…',
        'Voice Dictation: Test My Microphone',
        'Voice Dictation: Run Diagnostics',
      ],
    );
  });

  test('are what the keys are bound to', () => {
    const known: readonly string[] = COMMAND_IDS;
    assert.deepEqual(
      keybindings.filter(({ command }) => !known.includes(command)),
      [],
    );
  });
});

test('the explorer offers to transcribe files that are called like sound, and no folder', () => {
  const [item, ...others] = manifest.contributes.menus['explorer/context'];
  assert.deepEqual(
    [item?.command, item?.when, others],
    [
      'voiceDictation.transcribeAudioFile',
      `!explorerResourceIsFolder && resourceExtname =~ /^\\.(${AUDIO_EXTENSIONS.join('|')})$/i`,
      [],
    ],
  );
});

test('the extension runs beside the microphone where it can, from VS Code 1.100 on', () => {
  const { extensionKind, activationEvents, engines, devDependencies } = manifest;
  assert.deepEqual(
    {
      extensionKind,
      activationEvents,
      vscode: engines.vscode,
      api: devDependencies['@types/vscode'],
    },
    {
      extensionKind: ['ui', 'workspace'],
      activationEvents: ['onStartupFinished'],
      vscode: '^1.100.0',
      api: '1.100.0',
    },
  );
});

test('the icon is a PNG of 256 by 256 pixels', () => {
  const png = readFileSync(path.join(import.meta.dirname, '../..', manifest.icon));
  assert.deepEqual(
    {
      magic: png.toString('latin1', 1, 4),
      width: png.readUInt32BE(16),
      height: png.readUInt32BE(20),
    },
    { magic: 'PNG', width: 256, height: 256 },
  );
});
