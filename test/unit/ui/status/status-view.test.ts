import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../../harness/properties';
import { DictationError, FAILURE_REASONS } from '../../../../src/core/failure';
import type { DictationState } from '../../../../src/dictation/state';
import { causeSentence, failureMessage } from '../../../../src/ui/messages/failure-messages';
import {
  DOUBLE_CLICK_MS,
  newestWords,
  PARTIAL_LENGTH,
  statusBarView as viewOf,
  type StatusContext,
  type StatusView,
} from '../../../../src/ui/status/status-view';
import { statusTooltip, TOOLTIP_COMMANDS } from '../../../../src/ui/status/status-tooltip';
import { SETTINGS } from '../settings-fixture';

const CONTEXT: StatusContext = {
  settings: SETTINGS,
  nowMs: 66_500,
  hasKeptText: false,
  causeOf: causeSentence,
};
const USAGE = {
  run: { billedMs: 42_000, cost: 0.00525, unpriced: [] },
  today: { billedMs: 750_000, cost: 0.094, unpriced: [] },
};
const WORDS = 'one two three four five six seven eight nine ten eleven twelve thirteen';

/** All of the item. */
function statusBarView(
  state: DictationState,
  context: StatusContext,
): StatusView & { readonly tooltip: string } {
  return { ...viewOf(state, context), tooltip: statusTooltip(state, context) };
}

function listening(partial: string): DictationState {
  return { kind: 'listening', sinceMs: 500, partial, model: undefined };
}

const IDLE_LINKS =
  '[Start](command:voiceDictation.start) · [Dictate to Agent](command:voiceDictation.dictateToAgent) · [Set API Key](command:voiceDictation.setApiKey)';
const ACTIVE_LINKS =
  '[Stop](command:voiceDictation.stop) · [Cancel](command:voiceDictation.cancel)';
const COMMON_LINKS =
  '[Settings](command:workbench.action.openSettings?%22voiceDictation%22) · [Menu](command:voiceDictation.showMenu) · [History](command:voiceDictation.showHistory) · [Log](command:voiceDictation.showLog)';

function tooltip(state: string, links: string, ...extra: readonly string[]): string {
  return [
    `**Voice Dictation**: ${state}`,
    'Microphone: system default',
    'Model: a\\-model\\, AssemblyAI',
    ...extra,
    `${links} · ${COMMON_LINKS}`,
  ].join('\n\n');
}

describe('status bar view', () => {
  test('invites to dictate when idle', () => {
    assert.deepEqual(statusBarView({ kind: 'idle' }, CONTEXT), {
      text: '$(mic) Dictate',
      tooltip: tooltip('off', IDLE_LINKS),
      command: 'voiceDictation.start',
      severity: 'none',
      accessibilityLabel: 'Voice Dictation: off',
    });
  });

  test('shows how loud the microphone is, at the same width, and nothing that moves where it must not', () => {
    const loud = { ...listening('and push'), level: 2 } as DictationState;
    const starting: DictationState = { kind: 'starting', sinceMs: 500 };
    const still = { ...CONTEXT, isStill: true };
    assert.deepEqual(
      [
        ...([0, 1, 2, 3] as const).map(
          (level) => statusBarView({ ...loud, level } as DictationState, CONTEXT).text,
        ),
        ...[loud, starting].map((state) => statusBarView(state, still).text),
      ],
      [
        ...['▱▱▱', '▰▱▱', '▰▰▱', '▰▰▰'].map((bars) => `$(mic-filled) ${bars} and push`),
        '$(mic-filled) and push',
        '$(loading) Starting…',
      ],
    );
  });

  test('says that this computer listens, with which model, and no price', () => {
    const state = { kind: 'listening', sinceMs: 500, partial: '', isLocal: true } as const;
    const view = statusBarView({ ...state, model: 'Kroko English' }, { ...CONTEXT, usage: USAGE });
    assert.deepEqual(
      { text: view.text, spoken: view.accessibilityLabel, tooltip: view.tooltip.split('\n\n') },
      {
        text: '$(mic-filled) Listening on this computer…',
        spoken: 'Voice Dictation: listening on this computer',
        tooltip: [
          '**Voice Dictation**: listening on this computer',
          'Microphone: system default',
          'Model: Kroko English\\, on this computer',
          'Elapsed: 1:06',
          `${ACTIVE_LINKS} · ${COMMON_LINKS}`,
        ],
      },
    );
  });

  test('tells how long this computer has listened, where it does or did last', () => {
    const local = { billedMs: 0, freeMs: 61_000, cost: 0, unpriced: [] };
    const recognition = { ...SETTINGS.recognition, provider: 'auto' } as const;
    const context = {
      ...CONTEXT,
      settings: { ...SETTINGS, recognition },
      usage: { run: local, today: local },
    };
    const { tooltip: shown } = statusBarView({ kind: 'idle' }, context);
    assert.deepEqual(shown.split('\n\n').slice(2, 5), [
      'Model: by language\\, on this computer',
      'Last dictation: 1\\:01 on this computer',
      'Today: 1\\:01 on this computer ([Usage](command:voiceDictation.showUsage))',
    ]);
  });

  test('offers no key to a person who wants this computer only', () => {
    const recognition = { ...SETTINGS.recognition, provider: 'onDevice' } as const;
    const context = { ...CONTEXT, usage: USAGE, settings: { ...SETTINGS, recognition } };
    const { tooltip: shown } = statusBarView({ kind: 'idle' }, context);
    assert.match(shown, /Model: by language\\, on this computer/);
    assert.doesNotMatch(shown, /API Key|billed/);
  });

  test('shows that something is broken before its sentence is loaded', () => {
    const failure = new DictationError('connection-lost');
    const unloaded = { ...CONTEXT, causeOf: undefined };
    assert.deepEqual(statusBarView({ kind: 'idle', failure }, unloaded), {
      text: '$(error) Dictate',
      tooltip: tooltip('off', IDLE_LINKS),
      command: 'voiceDictation.start',
      severity: 'error',
      accessibilityLabel: 'Voice Dictation: off',
    });
  });

  for (const reason of FAILURE_REASONS) {
    const isWish = ['key-missing', 'not-now', 'download-cancelled'].includes(reason);
    test(`${isWish ? 'does not warn' : 'warns'} of ${reason}`, () => {
      const failure = new DictationError(reason);
      const { text, severity } = statusBarView({ kind: 'idle', failure }, CONTEXT);
      assert.deepEqual(
        [
          text === '$(mic) Dictate',
          severity === 'none',
          failureMessage(failure).severity === 'information',
        ],
        [isWish, isWish, isWish],
      );
    });
  }

  test('shows why dictation failed and how to start again', () => {
    const failure = new DictationError('connection-lost');
    assert.deepEqual(statusBarView({ kind: 'idle', failure }, CONTEXT), {
      text: '$(error) Dictate',
      tooltip: tooltip('off\\. The connection to the speech recogniser was lost\\.', IDLE_LINKS),
      command: 'voiceDictation.start',
      severity: 'error',
      accessibilityLabel: 'Voice Dictation: off. The connection to the speech recogniser was lost.',
    });
  });

  test('warns that another window dictates, and offers to take over', () => {
    const failure = new DictationError('dictating-elsewhere');
    assert.deepEqual(statusBarView({ kind: 'idle', failure }, CONTEXT), {
      text: '$(warning) Dictate',
      tooltip: tooltip(
        'off\\. Voice Dictation is dictating in another window\\.',
        '[Take Over](command:_voiceDictation.takeOver) · [Dictate to Agent](command:voiceDictation.dictateToAgent) · [Set API Key](command:voiceDictation.setApiKey)',
      ),
      command: 'voiceDictation.start',
      severity: 'warning',
      accessibilityLabel: 'Voice Dictation: off. Voice Dictation is dictating in another window.',
    });
  });

  test('names the place that is no text editor, as long as dictation is on', () => {
    const context = { ...CONTEXT, targetName: 'Terminal $(trash)\u202ezsh' };
    const { text, tooltip, accessibilityLabel } = statusBarView(listening('git'), context);
    assert.deepEqual(
      {
        text,
        into: tooltip.split('\n\n').find((line) => line.startsWith('Into')),
        accessibilityLabel,
        starting: statusBarView({ kind: 'starting', sinceMs: 500 }, context).text,
        idle: statusBarView({ kind: 'idle' }, context).text,
      },
      {
        text: '$(mic-filled) git → Terminal $\u2060(trash)zsh',
        into: 'Into: Terminal \\$\\(trash\\) zsh',
        accessibilityLabel: 'Voice Dictation: listening. Into Terminal $(trash)\u202ezsh',
        starting: '$(loading~spin) Starting… → Terminal $\u2060(trash)zsh',
        idle: '$(mic) Dictate',
      },
    );
  });

  test('shows speech that is kept, and offers to transcribe or save it', () => {
    assert.deepEqual(statusBarView({ kind: 'idle', keptMs: 12_950 }, CONTEXT), {
      text: '$(warning) 12 s of speech kept',
      tooltip: tooltip(
        'off',
        IDLE_LINKS,
        '12 s of speech is kept: [Retry Transcription](command:voiceDictation.retryTranscription) · [Save Audio…](command:voiceDictation.saveAudio) · [Discard Recording…](command:voiceDictation.discardAudio)',
      ),
      command: 'voiceDictation.start',
      severity: 'warning',
      accessibilityLabel: 'Voice Dictation: off. 12 s of speech is kept.',
    });
  });

  test('shows by its icon that dictation failed also while speech is kept', () => {
    const failure = new DictationError('connection-lost');
    const { text, severity, accessibilityLabel } = statusBarView(
      { kind: 'idle', failure, keptMs: 1000 },
      CONTEXT,
    );
    assert.deepEqual(
      { text, severity, accessibilityLabel },
      {
        text: '$(error) 1 s of speech kept',
        severity: 'error',
        accessibilityLabel:
          'Voice Dictation: off. The connection to the speech recogniser was lost. 1 s of speech is kept.',
      },
    );
  });

  test('says that dictation is paused, and a click goes on', () => {
    const { text, command, severity, accessibilityLabel } = statusBarView(
      { kind: 'idle', isPaused: true },
      CONTEXT,
    );
    assert.deepEqual(
      { text, command, severity, accessibilityLabel },
      {
        text: '$(debug-pause) Dictation paused',
        command: 'voiceDictation.start',
        severity: 'none',
        accessibilityLabel: 'Voice Dictation: paused',
      },
    );
  });

  test('tells what is got ready and how far that is; a screen reader hears no numbers', () => {
    const view = (percent: number | undefined): readonly string[] => {
      const state = { kind: 'preparing', sinceMs: 500, what: 'download', percent } as const;
      const { text, accessibilityLabel, command } = statusBarView(state, CONTEXT);
      return [text, accessibilityLabel, command];
    };
    const label = 'Voice Dictation: starting. Downloading speech model';
    assert.deepEqual(
      [view(undefined), view(41.9)],
      [
        ['$(loading~spin) Downloading speech model…', label, 'voiceDictation.stop'],
        ['$(loading~spin) Downloading speech model, 41 %', label, 'voiceDictation.stop'],
      ],
    );
  });

  test('stops by a click while starting', () => {
    assert.deepEqual(statusBarView({ kind: 'starting', sinceMs: 500 }, CONTEXT), {
      text: '$(loading~spin) Starting…',
      tooltip: tooltip('starting', ACTIVE_LINKS, 'Elapsed: 1:06'),
      command: 'voiceDictation.stop',
      severity: 'none',
      accessibilityLabel: 'Voice Dictation: starting',
    });
  });

  test('shows the newest words while listening, and keeps them from the accessible name', () => {
    assert.deepEqual(statusBarView(listening('hello'), CONTEXT), {
      text: '$(mic-filled) hello',
      tooltip: tooltip('listening', ACTIVE_LINKS, 'Elapsed: 1:06'),
      command: 'voiceDictation.stop',
      severity: 'none',
      accessibilityLabel: 'Voice Dictation: listening',
    });
  });

  test('says that it listens between turns', () => {
    assert.equal(statusBarView(listening(''), CONTEXT).text, '$(mic-filled) Listening…');
  });

  test('says that it waits for speech while no session is open', () => {
    const state: DictationState = {
      kind: 'listening',
      sinceMs: 500,
      partial: '',
      model: undefined,
      isParked: true,
    };
    const { text, accessibilityLabel } = statusBarView(state, CONTEXT);
    assert.deepEqual(
      { text, accessibilityLabel },
      {
        text: '$(mic) Waiting for speech…',
        accessibilityLabel: 'Voice Dictation: waiting for speech',
      },
    );
  });

  test('tells what this dictation and today cost, and what the last one cost when it is over', () => {
    const usageLines = (state: DictationState) =>
      statusBarView(state, { ...CONTEXT, usage: USAGE })
        .tooltip.split('\n\n')
        .filter((line) => line.includes('billed'));
    const today =
      'Today: 12\\:30 billed\\, about \\$0\\.09 ([Usage](command:voiceDictation.showUsage))';
    assert.deepEqual(usageLines(listening('')), [
      'This dictation: 0\\:42 billed\\, about \\$0\\.01',
      today,
    ]);
    assert.deepEqual(usageLines({ kind: 'idle' }), [
      'Last dictation: 0\\:42 billed\\, about \\$0\\.01',
      today,
    ]);
  });

  test('shows no text when partials are off', () => {
    const settings = { ...SETTINGS, display: { ...SETTINGS.display, partials: 'off' } } as const;
    const view = statusBarView(listening('secret'), { ...CONTEXT, settings });
    assert.equal(view.text, '$(mic-filled) Listening…');
  });

  test('tells the session’s id, which support asks for, while it is on and afterwards', () => {
    const sessionId = '12c77068-02b3-4941-a960-275a65230e31';
    const escaped = sessionId.replaceAll('-', '\\-');
    const during = statusBarView(listening(''), { ...CONTEXT, sessionId }).tooltip;
    const after = statusBarView({ kind: 'idle' }, { ...CONTEXT, sessionId }).tooltip;
    const lines = [...during.split('\n\n'), ...after.split('\n\n')];
    assert.deepEqual(
      lines.filter((line) => line.includes(escaped)),
      [`Session: ${escaped}`, `Last session: ${escaped}`],
    );
  });

  test('warns while reconnecting, and tells why and how much speech is kept for later', () => {
    const state: DictationState = {
      kind: 'reconnecting',
      sinceMs: 500,
      partial: 'hello',
      keptSinceMs: 61_000,
      error: new DictationError('connection-refused', { detail: 'the server’s words' }),
    };
    assert.deepEqual(statusBarView(state, CONTEXT), {
      text: '$(sync~spin) Reconnecting, 5 s of speech kept',
      tooltip: tooltip(
        'reconnecting\\. The speech recogniser could not be reached\\.',
        ACTIVE_LINKS,
        'Elapsed: 1:06',
      ),
      command: 'voiceDictation.stop',
      severity: 'warning',
      accessibilityLabel:
        'Voice Dictation: reconnecting. The speech recogniser could not be reached.',
    });
  });

  test('starts by a click once dictation is stopped, but not by the second one of a double click', () => {
    const over: readonly DictationState[] = [
      { kind: 'finalizing', sinceMs: 500, partial: '' },
      { kind: 'idle' },
    ];
    const commands = [...over, listening('')].map((state) =>
      [0, DOUBLE_CLICK_MS - 1, DOUBLE_CLICK_MS, undefined].map((sinceStopMs) =>
        statusBarView(state, { ...CONTEXT, sinceStopMs }).command.replace('voiceDictation.', ''),
      ),
    );
    assert.deepEqual(commands, [
      ['stop', 'stop', 'start', 'start'],
      ['start', 'start', 'start', 'start'],
      ['stop', 'stop', 'stop', 'stop'],
    ]);
  });

  test('changes at once when dictation is being finished', () => {
    const state: DictationState = { kind: 'finalizing', sinceMs: 500, partial: 'hello' };
    assert.deepEqual(statusBarView(state, CONTEXT), {
      text: '$(loading~spin) Finishing…',
      tooltip: tooltip('finishing', ACTIVE_LINKS, 'Elapsed: 1:06'),
      command: 'voiceDictation.start',
      severity: 'none',
      accessibilityLabel: 'Voice Dictation: finishing',
    });
  });

  test('points to text that was not inserted', () => {
    const view = statusBarView({ kind: 'idle' }, { ...CONTEXT, hasKeptText: true });
    assert.deepEqual(
      { severity: view.severity, tooltip: view.tooltip },
      {
        severity: 'warning',
        tooltip: tooltip(
          'off',
          IDLE_LINKS,
          'Some text was not inserted: [Show It](command:_voiceDictation.offerKeptText)',
        ),
      },
    );
  });

  test('names the running model and the chosen microphone, as text only', () => {
    const model = 'x](command:evil)';
    const state: DictationState = { kind: 'listening', sinceMs: 500, partial: '', model };
    const settings = {
      ...SETTINGS,
      recording: { ...SETTINGS.recording, device: '<b>`mic`\n# 1' },
    };
    assert.deepEqual(
      statusBarView(state, { ...CONTEXT, settings })
        .tooltip.split('\n\n')
        .slice(1, 3),
      ['Microphone: \\<b\\>\\`mic\\` \\# 1', 'Model: x\\]\\(command\\:evil\\)\\, AssemblyAI'],
    );
  });

  test('has hours in the elapsed time of a long dictation', () => {
    const view = statusBarView(listening(''), { ...CONTEXT, nowMs: 3_725_500 });
    assert.match(view.tooltip, /Elapsed: 1:02:05/);
  });

  test('has no link in its tooltip that the tooltip may not run', () => {
    const contexts = [CONTEXT, { ...CONTEXT, hasKeptText: true, usage: USAGE }];
    const failure = new DictationError('dictating-elsewhere');
    const states: readonly DictationState[] = [
      { kind: 'idle' },
      { kind: 'idle', failure, keptMs: 1000 },
      listening(''),
    ];
    const linked = contexts.flatMap((context) =>
      states.flatMap((state) =>
        [...statusBarView(state, context).tooltip.matchAll(/\(command:([^)?]+)/g)].map(
          ([, command]) => command,
        ),
      ),
    );
    assert.deepEqual([...new Set(linked)].sort(), [...TOOLTIP_COMMANDS].sort());
  });
});

describe('newest words', () => {
  const cases: readonly (readonly [name: string, text: string, shown: string])[] = [
    ['keeps a short text whole', 'hello there', 'hello there'],
    [
      'elides a long text at its start, before a whole word',
      WORDS,
      '…six seven eight nine ten eleven twelve thirteen',
    ],
    ['cuts a single long word', 'x'.repeat(60), `…${'x'.repeat(47)}`],
    ['makes line breaks and tabs one space', 'a\r\n\tb\u0000c', 'a b c'],
    ['takes bidi controls out', 'a\u202Eb\u2066c', 'abc'],
    ['keeps an icon of the text from becoming an icon', 'cost $(trash)', 'cost $\u2060(trash)'],
    ['keeps joined emoji whole', '👩‍👩‍👧‍👦'.repeat(60), `…${'👩‍👩‍👧‍👦'.repeat(47)}`],
  ];
  for (const [name, text, shown] of cases) {
    test(name, () => {
      assert.equal(newestWords(text), shown);
    });
  }

  test('are never longer than there is room for, nor anything but visible text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        const shown = newestWords(text);
        const length = [...new Intl.Segmenter().segment(shown)].length;
        assert.ok(length <= PARTIAL_LENGTH + (text.match(/\$\(/g)?.length ?? 0));
        assert.ok(!/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]|\$\(/u.test(shown));
      }),
    );
  });
});
