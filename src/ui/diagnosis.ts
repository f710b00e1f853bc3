import type { Reached, VersionedRecorder } from '../core/diagnosis';
import type { DictationError } from '../core/failure';
import type { ListedMicrophone } from '../core/microphones';
import type { Settings } from '../core/settings';
import type { SoundSummary } from '../core/sound';
import { failureMessage } from './messages/failure-messages';
import { microphoneTestMessage } from './messages/microphone-messages';
import { OPEN_KEYBOARD_SHORTCUTS, openSetting, quote, type NextStep } from './messages/message';
import { t } from './messages/translation';

/** What was found out about one thing. */
export interface Finding {
  readonly topic: string;
  /** `info`: neither good nor bad. */
  readonly state: 'ok' | 'info' | 'warning' | 'problem';
  /** For the person. */
  readonly text: string;
  /** For others: without the name of a device, a file or a server; where it is missing, as `text`. */
  readonly shared?: string;
  /** What mends it. */
  readonly fixes?: readonly NextStep[];
}

/** All that was looked at. */
export interface DiagnosisFacts {
  /** Of programs, by their names. */
  readonly versions: Readonly<Record<string, string>>;
  readonly platform: NodeJS.Platform;
  readonly settings: Settings;
  /** Ids of the settings that are not as they come. */
  readonly changed: readonly string[];
  /** Those that the settings allow, best first. */
  readonly recorders: readonly VersionedRecorder[];
  readonly microphones: readonly ListedMicrophone[];
  /** What a moment of recording was like; `in-use`: somebody dictates. */
  readonly sample: (SoundSummary & { readonly firstSoundMs: number }) | DictationError | 'in-use';
  /** `invalid`: with this address nobody can tell. */
  readonly key: 'there' | 'missing' | 'invalid';
  /** Whether a model is on this computer. */
  readonly hasModel: boolean;
  readonly reached: Reached;
  readonly proxy: { readonly isSet: boolean; readonly variables: readonly string[] };
  readonly lastSession:
    { readonly sessionId: string | undefined; readonly tookMs: number } | undefined;
  readonly lastFailure: DictationError | undefined;
  /** Commands whose keys go to a terminal's shell. */
  readonly keptFromTerminals: readonly string[];
  /** Who else has the toggle key: extensions, or the person's own key bindings. */
  readonly rivals: readonly string[];
  readonly canStore: boolean;
}

/** The clocks of computers differ by less where they are set; certificates and tokens need it. */
const CLOCK_TOLERANCE_MS = 120_000;

const SET_API_KEY: NextStep = {
  kind: 'command',
  label: t('Set API Key'),
  command: 'voiceDictation.setApiKey',
};
const SELECT_MICROPHONE: NextStep = {
  kind: 'command',
  label: t('Choose Microphone'),
  command: 'voiceDictation.selectMicrophone',
};

/** What to say of it all, in the order in which a dictation needs it. */
export function diagnose(facts: DiagnosisFacts): readonly Finding[] {
  return [
    recorder(facts),
    microphone(facts),
    sound(facts),
    recogniser(facts),
    key(facts),
    server(facts),
    clock(facts),
    proxy(facts),
    session(facts),
    failure(facts),
    terminalKeys(facts),
    rivals(facts),
    layout(),
    storage(facts),
    changed(facts),
    ...Object.entries(facts.versions).map(([topic, text]): Finding => ({
      topic,
      state: 'info',
      text,
    })),
  ];
}

function recorder({ recorders }: DiagnosisFacts): Finding {
  const topic = t('Recorder');
  const [first, ...rest] = recorders.map(({ name, version }) =>
    version === undefined ? name : `${name} ${version}`,
  );
  if (first === undefined) {
    return {
      topic,
      state: 'problem',
      text: t('no program that records is installed, or the settings name another one'),
      fixes: [
        { kind: 'install-recorder', label: t('Install sox') },
        openSetting('recording.recorder'),
      ],
    };
  }
  return {
    topic,
    state: 'ok',
    text: rest.length === 0 ? first : t('{0} (also {1})', first, rest.join(', ')),
  };
}

function microphone({ microphones, settings }: DiagnosisFacts): Finding {
  const topic = t('Microphone');
  const { device } = settings.recording;
  const found = microphones.find(({ name, isDefault }) =>
    device === '' ? isDefault : name === device,
  );
  const count = t('{0} listed', microphones.length);
  const fixes = [SELECT_MICROPHONE];
  if (found === undefined) {
    return device === ''
      ? { topic, state: 'info', text: t("the system's default, {0}", count) }
      : {
          topic,
          state: 'warning',
          text: t('{0} is not connected, {1}', device, count),
          shared: t('the chosen one is not connected, {0}', count),
          fixes,
        };
  }
  const which = device === '' ? `${t("the system's default")}, ` : '';
  const shared =
    device === '' ? t("the system's default, {0}", count) : t('a chosen one, {0}', count);
  if (found.isMuted || found.isUnplugged) {
    const why = found.isMuted ? t('muted') : t('not plugged in');
    return {
      topic,
      state: 'problem',
      text: `${which}${found.label}: ${why}`,
      shared: `${shared}: ${why}`,
      fixes,
    };
  }
  return { topic, state: 'ok', text: `${which}${found.label}`, shared };
}

function sound({ sample, platform }: DiagnosisFacts): Finding {
  const topic = t('Sound');
  if (sample === 'in-use') {
    return { topic, state: 'info', text: t('not listened to, because a dictation is on') };
  }
  if (sample instanceof Error) {
    const { sentence, nextSteps } = failureMessage(sample);
    return {
      topic,
      state: 'problem',
      text: sentence,
      shared: sample.reason,
      fixes: nextSteps.filter(({ label }) => !/Log|Again/.test(label)),
    };
  }
  const levels = t(
    'first sound after {0}, loudest moments {1}, noise {2}',
    ms(sample.firstSoundMs),
    decibels(sample.speechDb),
    decibels(sample.floorDb),
  );
  // Nobody was asked to speak: a quiet room is no fault.
  if (sample.verdict !== 'none' && sample.verdict !== 'clipping') {
    return { topic, state: 'ok', text: levels };
  }
  const test = microphoneTestMessage(
    { ...sample, understood: undefined, isPlayed: true },
    platform,
  );
  return {
    topic,
    state: 'problem',
    text: test.sentence,
    shared: `${sample.verdict}, ${levels}`,
    fixes: test.nextSteps,
  };
}

function recogniser({ settings, hasModel }: DiagnosisFacts): Finding {
  const { provider, model } = settings.recognition;
  const local = hasModel ? t('a model is on this computer') : t('no model is on this computer');
  const isMissing = provider === 'onDevice' && !hasModel;
  return {
    topic: t('Recogniser'),
    state: isMissing ? 'warning' : 'ok',
    text: `${provider}, ${model}; ${local}`,
    shared: `${provider}; ${local}`,
    ...(isMissing && {
      fixes: [
        { kind: 'command', label: t('Download Model'), command: 'voiceDictation.downloadModel' },
      ] as const,
    }),
  };
}

function key({ key, settings, hasModel }: DiagnosisFacts): Finding {
  const topic = t('API key');
  if (settings.recognition.provider === 'onDevice') {
    return { topic, state: 'info', text: t('not needed') };
  }
  if (settings.recognition.tokenUrl !== '') {
    return { topic, state: 'info', text: t('not needed: a token server is set') };
  }
  switch (key) {
    case 'there':
      return { topic, state: 'ok', text: t('there') };
    case 'invalid':
      return {
        topic,
        state: 'problem',
        text: t('cannot be looked for: the address of the recogniser cannot be used'),
        fixes: [openSetting('recognition.endpoint')],
      };
    case 'missing':
      return {
        topic,
        state: hasModel && settings.recognition.provider === 'auto' ? 'info' : 'problem',
        text: t('none is stored'),
        fixes: [SET_API_KEY],
      };
  }
}

function server({ reached, settings }: DiagnosisFacts): Finding {
  const topic = t('Network');
  const { dnsMs, connectMs, tlsMs, answerMs, failure } = reached;
  const steps = [
    ['DNS', dnsMs],
    [t('connected'), connectMs],
    ['TLS', tlsMs],
    [t('answered'), answerMs],
  ] as const;
  const took = steps.flatMap(([what, at]) => (at === undefined ? [] : [`${what} ${ms(at)}`]));
  if (failure === undefined) return { topic, state: 'ok', text: took.join(', ') };
  return {
    topic,
    state: settings.recognition.provider === 'onDevice' ? 'info' : 'problem',
    text: [t('the recogniser cannot be reached ({0})', failure), ...took].join(', '),
    fixes: [
      openSetting('recognition.endpoint'),
      { kind: 'open-settings', label: t('Open Proxy Settings'), query: '@id:http.proxy' },
    ],
  };
}

function clock({ reached: { clockAheadMs } }: DiagnosisFacts): Finding {
  const topic = t('Clock');
  if (clockAheadMs === undefined) return { topic, state: 'info', text: t('not compared') };
  const seconds = Math.round(Math.abs(clockAheadMs) / 1000);
  const isWrong = Math.abs(clockAheadMs) > CLOCK_TOLERANCE_MS;
  return {
    topic,
    state: isWrong ? 'warning' : 'ok',
    text: isWrong
      ? clockAheadMs > 0
        ? t("{0} s ahead of the server's: set this computer's clock", seconds)
        : t("{0} s behind the server's: set this computer's clock", seconds)
      : t('as the server’s'),
  };
}

function proxy({ proxy: { isSet, variables } }: DiagnosisFacts): Finding {
  const names = variables.length === 0 ? [] : [t('in the environment {0}', variables.join(', '))];
  return {
    topic: t('Proxy'),
    state: 'info',
    text: [isSet ? t('one in the settings') : t('none in the settings'), ...names].join(', '),
  };
}

function session({ lastSession }: DiagnosisFacts): Finding {
  const topic = t('Last session');
  if (lastSession === undefined) return { topic, state: 'info', text: t('none in this window') };
  const { sessionId, tookMs } = lastSession;
  return {
    topic,
    state: 'info',
    text: t(
      '{0}, began after {1}',
      sessionId === undefined ? t('without an id') : quote(sessionId),
      ms(tookMs),
    ),
  };
}

function failure({ lastFailure }: DiagnosisFacts): Finding {
  const topic = t('Last failure');
  if (lastFailure === undefined) return { topic, state: 'info', text: t('none') };
  const { sentence } = failureMessage(lastFailure);
  return { topic, state: 'info', text: sentence, shared: lastFailure.message };
}

function terminalKeys({ keptFromTerminals }: DiagnosisFacts): Finding {
  const topic = t('Keys in terminals');
  if (keptFromTerminals.length === 0) return { topic, state: 'ok', text: t('reach VS Code') };
  return {
    topic,
    state: 'warning',
    text: t(
      'go to the shell, because terminal.integrated.commandsToSkipShell has not {0}',
      keptFromTerminals.join(', '),
    ),
    fixes: [{ kind: 'let-keys-through', label: t('Let the Key Through') }],
  };
}

const EXTENSION_ID = /^[\w-]+\.[\w.-]+$/;

function rivals({ rivals: others }: DiagnosisFacts): Finding {
  const topic = t('Toggle key');
  if (others.length === 0) return { topic, state: 'ok', text: t('nobody else has it') };
  return {
    topic,
    state: 'warning',
    text: t('also bound by {0}', others.join(', ')),
    // What the person has bound it to is theirs; which extension has it helps.
    shared: t(
      'also bound by {0}',
      others
        .map((id) => (EXTENSION_ID.test(id) ? id : t('your key binding of {0}', '…')))
        .join(', '),
    ),
    fixes: [
      { kind: 'command', label: t('Open Keyboard Shortcuts'), command: OPEN_KEYBOARD_SHORTCUTS },
    ],
  };
}

/** VS Code tells extensions neither the layout nor what the desktop has taken: so what is known is said. */
function layout(): Finding {
  return {
    topic: t('Keyboard layout'),
    state: 'info',
    text: t(
      'not told by VS Code. GNOME, Xfce and MATE have Ctrl+Alt+D themselves, on Windows it writes a letter with Czech, Hungarian and other layouts, and on macOS VoiceOver has it: Shift+Alt+V starts dictation, too',
    ),
    shared: t('not told by VS Code'),
    fixes: [
      { kind: 'command', label: t('Open Keyboard Shortcuts'), command: OPEN_KEYBOARD_SHORTCUTS },
    ],
  };
}

function storage({ canStore }: DiagnosisFacts): Finding {
  return canStore
    ? { topic: t('Storage'), state: 'ok', text: t('can be written') }
    : {
        topic: t('Storage'),
        state: 'problem',
        text: t(
          'the folder of the extension cannot be written: what does not land is lost with the window',
        ),
        fixes: [{ kind: 'command', label: t('Show Log'), command: 'voiceDictation.showLog' }],
      };
}

function changed({ changed: keys }: DiagnosisFacts): Finding {
  const text = keys.length === 0 ? t('as they come') : t('changed: {0}', keys.join(', '));
  return { topic: t('Settings'), state: 'info', text };
}

function ms(duration: number): string {
  return `${String(Math.round(duration))} ms`;
}

function decibels(level: number): string {
  return `${level.toFixed(0).replace('-', '−')} dB`;
}
