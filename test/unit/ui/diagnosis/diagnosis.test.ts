import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../../harness/properties';
import { DictationError, FAILURE_REASONS } from '../../../../src/core/failure';
import { diagnose } from '../../../../src/ui/diagnosis/diagnosis';
import type { DiagnosisFacts, Finding } from '../../../../src/ui/diagnosis/finding';
import { diagnosisReport, sharedReport, takesReports } from '../../../../src/ui/diagnosis/report';
import { SETTINGS } from '../settings-fixture';

const MICROPHONE = {
  name: 'alsa_input.usb',
  label: 'Blue Yeti',
  isDefault: true,
  isMuted: false,
  isUnplugged: false,
};

/** A computer on which all is well. */
const WELL: DiagnosisFacts = {
  versions: { 'VS Code': '1.105.0, desktop' },
  platform: 'linux',
  settings: SETTINGS,
  changed: [],
  recorders: [
    { name: 'sox', version: '14.4.2' },
    { name: 'parec', version: '16.1' },
    { name: 'rec', version: undefined },
  ],
  microphones: [MICROPHONE],
  sample: {
    verdict: 'faint',
    speechDb: -61,
    floorDb: -70,
    clipped: 0,
    firstSoundMs: 102,
    overruns: 0,
  },
  key: 'there',
  hasModel: false,
  reached: { dnsMs: 4, connectMs: 9, tlsMs: 20, answerMs: 31, clockAheadMs: 900 },
  proxy: { isSet: false, variables: [] },
  lastSession: { sessionId: 'a-session', tookMs: 312 },
  lastRun: { drainMs: 240, overruns: 0 },
  lastFailure: undefined,
  keptFromTerminals: [],
  rivals: [],
  canStore: true,
};

function recording(
  recording: Partial<DiagnosisFacts['settings']['recording']>,
): DiagnosisFacts['settings'] {
  return { ...SETTINGS, recording: { ...SETTINGS.recording, ...recording } };
}

function recognition(
  recognition: Partial<DiagnosisFacts['settings']['recognition']>,
): DiagnosisFacts['settings'] {
  return { ...SETTINGS, recognition: { ...SETTINGS.recognition, ...recognition } };
}

/** What is wrong with a computer that differs from a good one. */
function wrong(
  facts: Partial<DiagnosisFacts>,
): readonly (readonly [string, string, ...string[]])[] {
  return diagnose({ ...WELL, ...facts })
    .filter(({ state }) => state === 'warning' || state === 'problem')
    .map(({ topic, text, fixes = [] }) => [topic, text, ...fixes.map(({ label }) => label)]);
}

describe('a diagnosis', () => {
  test('of a computer on which all is well finds nothing to mend, and says what there is', () => {
    assert.deepEqual(
      diagnose(WELL).map(({ topic, state, text }) => [topic, state, text]),
      [
        ['Recorder', 'ok', 'sox 14.4.2 (also parec 16.1, rec)'],
        ['Microphone', 'ok', "the system's default, Blue Yeti"],
        ['Sound', 'ok', 'first sound after 102 ms, loudest moments −61 dB, noise −70 dB'],
        ['Lost sound', 'ok', 'none that the recorder knows of'],
        ['Recogniser', 'ok', 'auto, a-model; no model is on this computer'],
        ['API key', 'ok', 'there'],
        ['Network', 'ok', 'DNS 4 ms, connected 9 ms, TLS 20 ms, answered 31 ms'],
        ['Clock', 'ok', 'as the server’s'],
        ['Proxy', 'info', 'none in the settings'],
        ['Last session', 'info', 'a-session, began after 312 ms'],
        ['Last words', 'info', 'stood there 240 ms after dictation was stopped'],
        ['Last failure', 'info', 'none'],
        ['Keys in terminals', 'ok', 'reach VS Code'],
        ['Toggle key', 'ok', 'nobody else has it'],
        [
          'Keyboard layout',
          'info',
          'not told by VS Code. GNOME, Xfce and MATE have Ctrl+Alt+D themselves, on Windows it writes a letter with Czech, Hungarian and other layouts, and on macOS VoiceOver has it: Shift+Alt+V starts dictation, too',
        ],
        ['Storage', 'ok', 'can be written'],
        ['Settings', 'info', 'as they come'],
        ['VS Code', 'info', '1.105.0, desktop'],
      ],
    );
  });

  const faults: readonly (readonly [string, Partial<DiagnosisFacts>, string, ...string[]])[] = [
    ['no recorder', { recorders: [] }, 'Recorder', 'Install sox', 'Open Settings'],
    [
      'a muted microphone',
      { microphones: [{ ...MICROPHONE, isMuted: true }] },
      'Microphone',
      'Choose Microphone',
    ],
    [
      'a chosen microphone that is not there',
      { settings: recording({ device: 'headset' }) },
      'Microphone',
      'Choose Microphone',
    ],
    [
      'silence only',
      {
        sample: {
          verdict: 'none',
          speechDb: -100,
          floorDb: -100,
          clipped: 0,
          firstSoundMs: 90,
          overruns: 0,
        },
      },
      'Sound',
      'Choose Microphone',
      'Test Again',
    ],
    [
      'a microphone that cannot be recorded',
      { sample: new DictationError('microphone-unavailable') },
      'Sound',
      'Choose Microphone',
    ],
    [
      'no model where this computer is to listen',
      { settings: recognition({ provider: 'onDevice' }) },
      'Recogniser',
      'Download Model',
    ],
    ['no key', { key: 'missing' }, 'API key', 'Set API Key'],
    ['an address that cannot be used', { key: 'invalid' }, 'API key', 'Open Settings'],
    [
      'no network',
      { reached: { failure: 'ENOTFOUND' } },
      'Network',
      'Open Settings',
      'Open Proxy Settings',
    ],
    [
      'a clock that is wrong',
      { reached: { clockAheadMs: -600_000 } },
      'Clock',
      'Set the Clock by Network',
    ],
    [
      'a clock that is wrong on Windows',
      { reached: { clockAheadMs: 600_000 }, platform: 'win32' },
      'Clock',
      'Open Clock Settings',
    ],
    [
      'a computer that was too busy for its recorder',
      { lastRun: { drainMs: 240, overruns: 2 } },
      'Lost sound',
      'Open Settings',
    ],
    [
      'keys that go to the shell',
      { keptFromTerminals: ['voiceDictation.toggle'] },
      'Keys in terminals',
      'Let the Key Through',
    ],
    ['a rival of the key', { rivals: ['a.b'] }, 'Toggle key', 'Open Keyboard Shortcuts'],
    ['a folder that cannot be written', { canStore: false }, 'Storage', 'Show Log'],
  ];
  for (const [what, facts, topic, ...buttons] of faults) {
    test(`finds ${what}, and nothing else`, () => {
      const found = wrong(facts).map(([where, , ...labels]) => [where, ...labels]);
      assert.deepEqual(found, [[topic, ...buttons]]);
    });
  }

  test('asks for no key where none is needed, and not urgently where a model is there', () => {
    assert.deepEqual(
      [
        { key: 'missing', hasModel: true, settings: recognition({ provider: 'onDevice' }) },
        { key: 'missing', settings: recognition({ tokenUrl: 'https://tokens.example' }) },
        { key: 'missing', hasModel: true },
      ].map((facts) => wrong(facts as Partial<DiagnosisFacts>)),
      [[], [], []],
    );
  });

  test('has no network and no clock to tell of where this computer listens', () => {
    const settings = recognition({ provider: 'onDevice' });
    const told = diagnose({ ...WELL, settings, hasModel: true, reached: undefined });
    assert.deepEqual(
      told
        .filter(({ topic }) => ['API key', 'Network', 'Clock'].includes(topic))
        .map(({ topic, state, text }) => [topic, state, text]),
      [
        ['API key', 'info', 'not needed'],
        ['Network', 'info', 'not needed'],
        ['Clock', 'info', 'not compared'],
      ],
    );
  });

  test('does not listen while somebody dictates', () => {
    assert.deepEqual(wrong({ sample: 'in-use' }), []);
  });
});

describe('the report', () => {
  test('has what is wrong first, and knows the line of each finding', () => {
    const findings: readonly Finding[] = [
      { topic: 'A', state: 'ok', text: 'fine' },
      { topic: 'B', state: 'problem', text: 'broken\nin two' },
    ];
    const { text, lines } = diagnosisReport(findings);
    const at = [...lines].map(([line, { topic }]) => [topic, text.split('\n')[line]]);
    assert.deepEqual(at, [
      ['B', '✗ B: broken in two'],
      ['A', '✓ A: fine'],
    ]);
  });

  test('goes to the issue reporter where that knows whom to send it to', () => {
    assert.deepEqual(
      [
        {},
        { bugs: '' },
        { repository: {} },
        { bugs: { url: 'https://bugs.example' } },
        { repository: 'owner/name' },
        { repository: { type: 'git', url: 'https://code.example/owner/name.git' } },
      ].map(takesReports),
      [false, false, false, true, true, true],
    );
  });

  test('that is shared has no name of a device, a file or a server, whatever is wrong', () => {
    const secret = fc.nat().map((number) => `SECRET${String(number)}`);
    fc.assert(
      fc.property(
        secret,
        fc.constantFrom(...FAILURE_REASONS),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom('', 'listed', 'missing'),
        (word, reason, isMuted, hasFailed, device) => {
          const failure = new DictationError(reason, { detail: `/home/${word}/sox: ${word}` });
          const facts: DiagnosisFacts = {
            ...WELL,
            settings: {
              ...recording({
                device: device === '' ? '' : `${word}${device}`,
                soxPath: `/${word}`,
              }),
              recognition: {
                ...SETTINGS.recognition,
                endpoint: `wss://${word}.example`,
                model: word,
                tokenUrl: `https://${word}.example`,
                keyterms: [word],
              },
            },
            microphones: [{ ...MICROPHONE, name: `${word}listed`, label: word, isMuted }],
            sample: hasFailed ? failure : WELL.sample,
            lastFailure: failure,
            rivals: ['other.extension', `your key binding of my.${word}`],
          };
          assert.doesNotMatch(sharedReport(diagnose(facts)), /SECRET/);
        },
      ),
    );
  });
});
