import { openSetting, quote, type NextStep } from '../messages/message';
import { t } from '../messages/translation';
import { ms, type DiagnosisFacts, type Finding } from './finding';

/** The clocks of computers differ by less where they are set; certificates and tokens need it. */
const CLOCK_TOLERANCE_MS = 120_000;

/** Of systems that have such a page. */
const CLOCK_PAGES: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'x-apple.systempreferences:com.apple.preference.datetime',
  win32: 'ms-settings:dateandtime',
};

/** systemd's, which asks for the rights by itself. */
const SET_CLOCK = ['timedatectl', 'set-ntp', 'true'];

const SET_API_KEY: NextStep = {
  kind: 'command',
  label: t('Set API Key'),
  command: 'voiceDictation.setApiKey',
};

/** Who listens, and whether they can be reached. */
export function recogniserFindings(facts: DiagnosisFacts): readonly Finding[] {
  return [
    recogniser(facts),
    key(facts),
    server(facts),
    clock(facts),
    proxy(facts),
    session(facts),
    lastWords(facts),
  ];
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

function server({ reached }: DiagnosisFacts): Finding {
  const topic = t('Network');
  if (reached === undefined) return { topic, state: 'info', text: t('not needed') };
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
    state: 'problem',
    text: [t('the recogniser cannot be reached ({0})', failure), ...took].join(', '),
    fixes: [
      openSetting('recognition.endpoint'),
      { kind: 'open-settings', label: t('Open Proxy Settings'), query: '@id:http.proxy' },
    ],
  };
}

function clock({ reached, platform }: DiagnosisFacts): Finding {
  const topic = t('Clock');
  const clockAheadMs = reached?.clockAheadMs;
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
    ...(isWrong && { fixes: clockSteps(platform) }),
  };
}

/** Where the system's clock is set, or that it is to follow a server. */
function clockSteps(platform: NodeJS.Platform): readonly NextStep[] {
  const url = CLOCK_PAGES[platform];
  if (url !== undefined) return [{ kind: 'open-link', label: t('Open Clock Settings'), url }];
  return [
    {
      kind: 'type-in-terminal',
      label: t('Set the Clock by Network'),
      commandLine: SET_CLOCK.join(' '),
    },
  ];
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

function lastWords({ lastRun }: DiagnosisFacts): Finding {
  const topic = t('Last words');
  const state = 'info';
  return lastRun?.drainMs === undefined
    ? { topic, state, text: t('none in this window') }
    : { topic, state, text: t('stood there {0} after dictation was stopped', ms(lastRun.drainMs)) };
}
