import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../harness/properties';
import { parseSettings, type SettingProblem } from '../../../src/core/settings';
import { configured, MANIFEST_DEFAULTS, nested } from '../../fixtures/default-settings';
import { inEnglish } from '../../../src/core/phrase';

describe('settings parser', () => {
  test('takes the defaults as they are', () => {
    assert.deepEqual(parseSettings(configured({})), {
      settings: nested(MANIFEST_DEFAULTS),
      problems: [],
    });
  });

  test('takes every valid value as it is, 0 included, and trims texts', () => {
    const parsed = parseSettings(
      configured({
        'recording.recorder': 'parec',
        'recording.soxPath': ' /opt/sox ',
        'recording.device': 'hw:1',
        'recording.sampleRate': 48000,
        'recording.encoding': 'pcm_mulaw',
        'recognition.provider': 'onDevice',
        'recognition.endpoint': ' ws://localhost:8080 ',
        'recognition.allowInsecureEndpoint': true,
        'recognition.tokenUrl': ' https://tokens.example.org/t ',
        'recognition.model': 'b-model',
        'recognition.mode': 'max_accuracy',
        'recognition.languages': ['en', ' de', ''],
        'recognition.formatTurns': false,
        'recognition.keyterms': ['Zoë', ' Zoë '],
        'recognition.minTurnSilenceMs': 0,
        'recognition.maxTurnSilenceMs': 1280,
        'recognition.endOfTurnConfidenceThreshold': 0,
        'recognition.vadThreshold': 1,
        'recognition.filterProfanity': true,
        'onDevice.source': ' https://mirror.example.org ',
        'onDevice.model': 'nemotron',
        'onDevice.modelFolder': '/models/mine',
        'cost.parkAfterSilenceMs': 0,
        'cost.stopAfterSilenceMs': 0,
        'cost.maxMinutes': 0.5,
        'cost.pricePerHour': { 'b-model': 0 },
        'cost.dailyBudget': 0,
        'display.partials': 'off',
        'display.editorTitleButton': false,
        'insertion.target': 'followCursor',
        'insertion.spokenCommands': false,
        'insertion.replacements': { 'my mail': 'me@example.org' },
        'insertion.snippets': { loop: 'for ($1) {}' },
        'insertion.removeFillers': true,
        'insertion.terminalScope': 'prose',
        'insertion.polish': 'prompts',
        'polish.endpoint': ' http://localhost:11434/v1 ',
        'polish.allowRemoteEndpoint': true,
        'polish.model': ' a-model ',
        'insertion.namesInPrompts': false,
        'insertion.wrapAtRuler': false,
        'agents.programs': ['claude', ' my-agent '],
        'agents.submit': 'phrase',
        'vocabulary.fromWorkspace': 'off',
        holdToTalk: false,
        soundCues: false,
        'privacy.keepUnlandedText': false,
        'privacy.keepHistory': true,
        'privacy.keepUnsentAudio': true,
        'privacy.allowedExtensions': [' a.notes ', ''],
      }),
    );
    assert.deepEqual(parsed, {
      settings: {
        recording: {
          recorder: 'parec',
          soxPath: '/opt/sox',
          device: 'hw:1',
          sampleRate: 48000,
          encoding: 'pcm_mulaw',
        },
        recognition: {
          provider: 'onDevice',
          endpoint: 'ws://localhost:8080',
          allowInsecureEndpoint: true,
          tokenUrl: 'https://tokens.example.org/t',
          model: 'b-model',
          mode: 'max_accuracy',
          languages: ['en', 'de'],
          formatTurns: false,
          keyterms: ['Zoë'],
          minTurnSilenceMs: 0,
          maxTurnSilenceMs: 1280,
          endOfTurnConfidenceThreshold: 0,
          vadThreshold: 1,
          filterProfanity: true,
        },
        onDevice: {
          source: 'https://mirror.example.org',
          model: 'nemotron',
          modelFolder: '/models/mine',
        },
        cost: {
          parkAfterSilenceMs: 0,
          stopAfterSilenceMs: 0,
          maxMinutes: 0.5,
          pricePerHour: { 'b-model': 0 },
          dailyBudget: 0,
        },
        display: { partials: 'off', editorTitleButton: false },
        insertion: {
          target: 'followCursor',
          spokenCommands: false,
          replacements: { 'my mail': 'me@example.org' },
          snippets: { loop: 'for ($1) {}' },
          removeFillers: true,
          terminalScope: 'prose',
          polish: 'prompts',
          namesInPrompts: false,
          wrapAtRuler: false,
        },
        polish: {
          endpoint: 'http://localhost:11434/v1',
          allowRemoteEndpoint: true,
          model: 'a-model',
        },
        agents: { programs: ['claude', 'my-agent'], submit: 'phrase' },
        vocabulary: { fromWorkspace: 'off' },
        holdToTalk: false,
        soundCues: false,
        privacy: {
          keepUnlandedText: false,
          keepHistory: true,
          keepUnsentAudio: true,
          allowedExtensions: ['a.notes'],
        },
      },
      problems: [],
    });
  });

  const rejected: readonly (readonly [key: string, value: unknown, problem: string])[] = [
    [
      'recording.recorder',
      'gst-launch-1.0',
      'must be one of auto, sox, parec, pw-record, rec, arecord, ffmpeg, pvrecorder',
    ],
    ['recording.soxPath', 7, 'must be a text'],
    ['recording.sampleRate', 11025, 'must be one of 8000, 16000, 24000, 32000, 44100, 48000'],
    ['recording.sampleRate', '16000', 'must be one of 8000, 16000, 24000, 32000, 44100, 48000'],
    ['recording.encoding', 'opus', 'must be one of pcm_s16le, pcm_mulaw'],
    ['recognition.endpoint', '  ', 'must not be empty'],
    ['recognition.tokenUrl', null, 'must be a text'],
    ['recognition.model', null, 'must be a text'],
    ['recognition.languages', 'en', 'must be a list of texts'],
    ['recognition.languages', ['en', 3], 'must be a list of texts'],
    ['recognition.formatTurns', 'yes', 'must be true or false'],
    ['recognition.minTurnSilenceMs', -1, 'must be null or a number from 0'],
    ['recognition.vadThreshold', 1.01, 'must be null or a number from 0 to 1'],
    ['recognition.vadThreshold', NaN, 'must be null or a number from 0 to 1'],
    ['cost.parkAfterSilenceMs', 4999, 'must be 0 or a number from 5000'],
    ['cost.stopAfterSilenceMs', -1, 'must be a number from 0'],
    ['cost.maxMinutes', Infinity, 'must be a number from 0'],
    ['cost.pricePerHour', [1], 'must give a number from 0 for each model'],
    ['cost.pricePerHour', { 'a-model': '1' }, 'must give a number from 0 for each model'],
    ['cost.dailyBudget', -1, 'must be null or a number from 0'],
    ['display.partials', 'ghostText', 'must be one of both, ghost, statusBar, off'],
    ['display.editorTitleButton', 'yes', 'must be true or false'],
    ['insertion.target', 'caret', 'must be one of sticky, followCursor'],
    ['insertion.replacements', { a: 1 }, 'must give a text for each phrase'],
    ['insertion.snippets', ['a'], 'must give a text for each phrase'],
    ['insertion.terminalScope', 'shell', 'must be one of auto, prose, code'],
    ['insertion.polish', true, 'must be one of off, prompts, prose'],
    ['agents.programs', 'claude', 'must be a list of texts'],
    ['agents.submit', 'always', 'must be one of off, phrase, release'],
    ['vocabulary.fromWorkspace', true, 'must be one of auto, on, off'],
  ];
  for (const [key, value, problem] of rejected) {
    test(`replaces ${key} = ${JSON.stringify(value)} by the default and says so`, () => {
      const parsed = parseSettings(configured({ [key]: value }));
      assert.deepEqual(
        { ...parsed, problems: parsed.problems.map(asRead) },
        {
          settings: nested(MANIFEST_DEFAULTS),
          problems: [{ key, problem, isDefaultUsed: true }],
        },
      );
    });
  }

  test('leaves keyterms out that are too long or too many, and says so', () => {
    const terms = Array.from({ length: 101 }, (_, i) => `term ${String(i)}`);
    const parsed = parseSettings(
      configured({ 'recognition.keyterms': ['x'.repeat(51), 'y'.repeat(50), ...terms] }),
    );
    assert.deepEqual(
      { keyterms: parsed.settings.recognition.keyterms, problems: parsed.problems.map(asRead) },
      {
        keyterms: ['y'.repeat(50), ...terms.slice(0, 99)],
        problems: [
          {
            key: 'recognition.keyterms',
            problem: 'has terms of more than 50 characters, which are not sent: 1',
            isDefaultUsed: false,
          },
          {
            key: 'recognition.keyterms',
            problem: 'has 102 terms; only the first 100 are sent',
            isDefaultUsed: false,
          },
        ],
      },
    );
  });

  test('never throws on what a person may have written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(MANIFEST_DEFAULTS)),
        fc.anything(),
        (key, value) => {
          const { problems } = parseSettings(configured({ [key]: value }));
          return problems.every((problem) => problem.key === key);
        },
      ),
    );
  });

  test('asks for the default of none but a value that is of no use', () => {
    const asked: string[] = [];
    const read = configured({ 'display.partials': 'everywhere' });
    parseSettings((key) => {
      const { value, defaultValue } = read(key);
      return {
        value,
        get defaultValue() {
          asked.push(key);
          return defaultValue;
        },
      };
    });
    assert.deepEqual(asked, ['display.partials']);
  });

  test('throws when a default is itself invalid, a bug of ours', () => {
    assert.throws(
      () => parseSettings(() => ({ value: {}, defaultValue: {} })),
      /invalid default of recording\.recorder/,
    );
  });
});

/** With the phrase as it is read. */
function asRead({ problem, ...rest }: SettingProblem): unknown {
  return { ...rest, problem: inEnglish(problem) };
}
