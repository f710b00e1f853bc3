// Select Provider and Model: what is told of each, and what choosing it sets.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ListedModel } from '../../../src/core/listed-model';
import type { Settings } from '../../../src/core/settings';
import { ASSEMBLYAI_MODELS } from '../../../src/recognition/assemblyai/listed-models';
import { listedModels } from '../../../src/recognition/on-device/models';
import { providerLines } from '../../../src/ui/provider-lines';
import { DEFAULT_SETTINGS, MANIFEST_DEFAULTS } from '../../fixtures/default-settings';

const LISTED: readonly ListedModel[] = [...listedModels(), ...ASSEMBLYAI_MODELS];

function settingsWith(
  recognition: Partial<Settings['recognition']>,
  onDevice: Partial<Settings['onDevice']> = {},
): Settings {
  return {
    ...DEFAULT_SETTINGS,
    recognition: { ...DEFAULT_SETTINGS.recognition, ...recognition },
    onDevice: { ...DEFAULT_SETTINGS.onDevice, ...onDevice },
  };
}

/** The label with the check mark. */
function current(settings: Settings, windowLanguage = 'en'): readonly string[] {
  const labels = providerLines(LISTED, settings, windowLanguage).map(({ label }) => label);
  return labels
    .filter((label) => label.startsWith('$(check)'))
    .map((label) => label.replace('$(check) ', ''));
}

describe('select provider and model', () => {
  test('tells accuracy, speed, size, price, privacy and languages of each', () => {
    const lines = providerLines(LISTED, DEFAULT_SETTINGS, 'en');
    assert.deepEqual(
      lines.slice(1, 6).map(({ label, description, detail }) => [label, description, detail]),
      [
        [
          '$(blank) Kroko',
          'on this computer, private · English, German, Spanish, French',
          'good accuracy · fast (16×) · 71 to 156 MB once · free',
        ],
        [
          '$(blank) Nemotron 3.5',
          'on this computer, private · 15 languages',
          'high accuracy · for fast computers (6×, 1.2 GB RAM) · 682 MB once · free',
        ],
        [
          '$(blank) universal-3-6-pro',
          'AssemblyAI, sent to it · 32 languages',
          'highest accuracy · fast · no download · about $0.45 an hour',
        ],
        [
          '$(blank) universal-3-5-pro',
          'AssemblyAI, sent to it · 19 languages',
          'highest accuracy · fast · no download · about $0.45 an hour',
        ],
        [
          '$(blank) universal-streaming-english',
          'AssemblyAI, sent to it · English',
          'high accuracy · fast · no download · about $0.15 an hour',
        ],
      ],
    );
  });

  const marks: readonly (readonly [string, Settings, string])[] = [
    ['nothing is set', settingsWith({}), 'Automatic'],
    ['this computer is', settingsWith({ provider: 'onDevice' }), 'Kroko'],
    [
      'no small model hears the language',
      settingsWith({ provider: 'onDevice', languages: ['it'] }),
      'Nemotron 3.5',
    ],
    [
      'the large model is wanted',
      settingsWith({ provider: 'onDevice' }, { model: 'nemotron' }),
      'Nemotron 3.5',
    ],
    [
      'there is a model of their own',
      settingsWith({ provider: 'onDevice' }, { modelFolder: '/models/mine' }),
      'Your Own Model',
    ],
    [
      'a model is wanted that we do not know',
      settingsWith({ provider: 'assemblyai', model: 'universal-9' }),
      'universal-9',
    ],
  ];
  for (const [when, settings, label] of marks) {
    test(`marks what listens where ${when}`, () => {
      assert.deepEqual(current(settings), [label]);
    });
  }

  test('marks what hears the language of the window where none is set', () => {
    assert.deepEqual(
      ['de', 'ja', 'zh-cn'].map((language) =>
        current(settingsWith({ provider: 'onDevice' }), language),
      ),
      [['Kroko'], ['Nemotron 3.5'], ['Kroko']],
    );
  });

  test('counts the languages of which the names would be cut off', () => {
    const [line] = providerLines(LISTED, DEFAULT_SETTINGS, 'en').filter(({ label }) =>
      label.endsWith('multilingual'),
    );
    assert.equal(line?.description, 'AssemblyAI, sent to it · 6 languages');
  });

  test('choosing a line makes it the one that is marked', () => {
    const before = settingsWith({ model: 'universal-9' }, { modelFolder: '/models/mine' });
    for (const { label, changes } of providerLines(LISTED, before, 'en')) {
      const after: Record<string, Record<string, unknown>> = {
        recognition: { ...before.recognition },
        onDevice: { ...before.onDevice },
      };
      for (const [key, value] of Object.entries(changes)) {
        const [section = '', name = ''] = key.split('.');
        after[section] = { ...after[section], [name]: value ?? MANIFEST_DEFAULTS[key] };
      }
      const settings = settingsWith(after['recognition'] ?? {}, after['onDevice'] ?? {});
      assert.deepEqual(current(settings), [label.replace(/^\$\(\w+\) /, '')]);
    }
  });
});
