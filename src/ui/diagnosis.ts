import type { Reached, VersionedRecorder } from '../core/diagnosis';
import type { DictationError } from '../core/failure';
import type { ListedMicrophone } from '../core/microphones';
import type { Settings } from '../core/settings';
import type { SoundSummary } from '../core/sound';
import { failureMessage } from './messages/failure-messages';
import { microphoneTestMessage } from './messages/microphone-messages';
import { OPEN_KEYBOARD_SHORTCUTS, openSetting, quote, type NextStep } from './messages/message';

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
  label: 'Set API Key',
  command: 'voiceDictation.setApiKey',
};
const SELECT_MICROPHONE: NextStep = {
  kind: 'command',
  label: 'Choose Microphone',
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
  const topic = 'Recorder';
  const [first, ...rest] = recorders.map(({ name, version }) =>
    version === undefined ? name : `${name} ${version}`,
  );
  if (first === undefined) {
    return {
      topic,
      state: 'problem',
      text: 'no program that records is installed, or the settings name another one',
      fixes: [
        { kind: 'install-recorder', label: 'Install sox' },
        openSetting('recording.recorder'),
      ],
    };
  }
  return {
    topic,
    state: 'ok',
    text: rest.length === 0 ? first : `${first} (also ${rest.join(', ')})`,
  };
}

function microphone({ microphones, settings }: DiagnosisFacts): Finding {
  const topic = 'Microphone';
  const { device } = settings.recording;
  const found = microphones.find(({ name, isDefault }) =>
    device === '' ? isDefault : name === device,
  );
  const count = `${String(microphones.length)} listed`;
  const fixes = [SELECT_MICROPHONE];
  if (found === undefined) {
    return device === ''
      ? { topic, state: 'info', text: `the system's default, ${count}` }
      : {
          topic,
          state: 'warning',
          text: `${device} is not connected, ${count}`,
          shared: `the chosen one is not connected, ${count}`,
          fixes,
        };
  }
  const which = device === '' ? `the system's default, ` : '';
  const shared = device === '' ? `the system's default, ${count}` : `a chosen one, ${count}`;
  if (found.isMuted || found.isUnplugged) {
    const why = found.isMuted ? 'muted' : 'not plugged in';
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
  const topic = 'Sound';
  if (sample === 'in-use') {
    return { topic, state: 'info', text: 'not listened to, because a dictation is on' };
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
  const levels = `first sound after ${ms(sample.firstSoundMs)}, loudest moments ${decibels(sample.speechDb)}, noise ${decibels(sample.floorDb)}`;
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
  const local = hasModel ? 'a model is on this computer' : 'no model is on this computer';
  const isMissing = provider === 'onDevice' && !hasModel;
  return {
    topic: 'Recogniser',
    state: isMissing ? 'warning' : 'ok',
    text: `${provider}, ${model}; ${local}`,
    shared: `${provider}; ${local}`,
    ...(isMissing && {
      fixes: [
        { kind: 'command', label: 'Download Model', command: 'voiceDictation.downloadModel' },
      ] as const,
    }),
  };
}

function key({ key, settings, hasModel }: DiagnosisFacts): Finding {
  const topic = 'API key';
  if (settings.recognition.provider === 'onDevice') {
    return { topic, state: 'info', text: 'not needed' };
  }
  if (settings.recognition.tokenUrl !== '') {
    return { topic, state: 'info', text: 'not needed: a token server is set' };
  }
  switch (key) {
    case 'there':
      return { topic, state: 'ok', text: 'there' };
    case 'invalid':
      return {
        topic,
        state: 'problem',
        text: 'cannot be looked for: the address of the recogniser cannot be used',
        fixes: [openSetting('recognition.endpoint')],
      };
    case 'missing':
      return {
        topic,
        state: hasModel && settings.recognition.provider === 'auto' ? 'info' : 'problem',
        text: 'none is stored',
        fixes: [SET_API_KEY],
      };
  }
}

function server({ reached, settings }: DiagnosisFacts): Finding {
  const topic = 'Network';
  const { dnsMs, connectMs, tlsMs, answerMs, failure } = reached;
  const steps = [
    ['DNS', dnsMs],
    ['connected', connectMs],
    ['TLS', tlsMs],
    ['answered', answerMs],
  ] as const;
  const took = steps.flatMap(([what, at]) => (at === undefined ? [] : [`${what} ${ms(at)}`]));
  if (failure === undefined) return { topic, state: 'ok', text: took.join(', ') };
  return {
    topic,
    state: settings.recognition.provider === 'onDevice' ? 'info' : 'problem',
    text: [`the recogniser cannot be reached (${failure})`, ...took].join(', '),
    fixes: [
      openSetting('recognition.endpoint'),
      { kind: 'open-settings', label: 'Open Proxy Settings', query: '@id:http.proxy' },
    ],
  };
}

function clock({ reached: { clockAheadMs } }: DiagnosisFacts): Finding {
  const topic = 'Clock';
  if (clockAheadMs === undefined) return { topic, state: 'info', text: 'not compared' };
  const seconds = Math.round(Math.abs(clockAheadMs) / 1000);
  const isWrong = Math.abs(clockAheadMs) > CLOCK_TOLERANCE_MS;
  return {
    topic,
    state: isWrong ? 'warning' : 'ok',
    text: isWrong
      ? `${String(seconds)} s ${clockAheadMs > 0 ? 'ahead of' : 'behind'} the server's: set this computer's clock`
      : 'as the server’s',
  };
}

function proxy({ proxy: { isSet, variables } }: DiagnosisFacts): Finding {
  const names = variables.length === 0 ? '' : `, in the environment ${variables.join(', ')}`;
  return {
    topic: 'Proxy',
    state: 'info',
    text: `${isSet ? 'one in the settings' : 'none in the settings'}${names}`,
  };
}

function session({ lastSession }: DiagnosisFacts): Finding {
  const topic = 'Last session';
  if (lastSession === undefined) return { topic, state: 'info', text: 'none in this window' };
  const { sessionId, tookMs } = lastSession;
  return {
    topic,
    state: 'info',
    text: `${sessionId === undefined ? 'without an id' : quote(sessionId)}, began after ${ms(tookMs)}`,
  };
}

function failure({ lastFailure }: DiagnosisFacts): Finding {
  const topic = 'Last failure';
  if (lastFailure === undefined) return { topic, state: 'info', text: 'none' };
  const { sentence } = failureMessage(lastFailure);
  return { topic, state: 'info', text: sentence, shared: lastFailure.message };
}

function terminalKeys({ keptFromTerminals }: DiagnosisFacts): Finding {
  const topic = 'Keys in terminals';
  if (keptFromTerminals.length === 0) return { topic, state: 'ok', text: 'reach VS Code' };
  return {
    topic,
    state: 'warning',
    text: `go to the shell, because terminal.integrated.commandsToSkipShell has not ${keptFromTerminals.join(', ')}`,
    fixes: [{ kind: 'let-keys-through', label: 'Let the Key Through' }],
  };
}

function rivals({ rivals: others }: DiagnosisFacts): Finding {
  const topic = 'Toggle key';
  if (others.length === 0) return { topic, state: 'ok', text: 'nobody else has it' };
  return {
    topic,
    state: 'warning',
    text: `also bound by ${others.join(', ')}`,
    fixes: [
      { kind: 'command', label: 'Open Keyboard Shortcuts', command: OPEN_KEYBOARD_SHORTCUTS },
    ],
  };
}

function storage({ canStore }: DiagnosisFacts): Finding {
  return canStore
    ? { topic: 'Storage', state: 'ok', text: 'can be written' }
    : {
        topic: 'Storage',
        state: 'problem',
        text: 'the folder of the extension cannot be written: what does not land is lost with the window',
        fixes: [{ kind: 'command', label: 'Show Log', command: 'voiceDictation.showLog' }],
      };
}

function changed({ changed: keys }: DiagnosisFacts): Finding {
  const text = keys.length === 0 ? 'as they come' : `changed: ${keys.join(', ')}`;
  return { topic: 'Settings', state: 'info', text };
}

function ms(duration: number): string {
  return `${String(Math.round(duration))} ms`;
}

function decibels(level: number): string {
  return `${level.toFixed(0).replace('-', '−')} dB`;
}
