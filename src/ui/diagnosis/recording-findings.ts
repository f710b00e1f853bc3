import { failureMessage } from '../messages/failure-messages';
import { openSetting, type NextStep } from '../messages/message';
import { microphoneTestMessage } from '../messages/microphone-messages';
import { t } from '../messages/translation';
import { ms, type DiagnosisFacts, type Finding } from './finding';

const SELECT_MICROPHONE: NextStep = {
  kind: 'command',
  label: t('Choose Microphone'),
  command: 'voiceDictation.selectMicrophone',
};

/** What hears: program, microphone, and what a moment of recording was like. */
export function recordingFindings(facts: DiagnosisFacts): readonly Finding[] {
  return [recorder(facts), microphone(facts), sound(facts), overruns(facts)];
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

/** By what the recorder has said of itself, just now and in the last dictation. */
function overruns({ sample, lastRun }: DiagnosisFacts): Finding {
  const topic = t('Lost sound');
  const now = typeof sample === 'object' && 'overruns' in sample ? sample.overruns : 0;
  const count = now + (lastRun?.overruns ?? 0);
  return count === 0
    ? { topic, state: 'ok', text: t('none that the recorder knows of') }
    : {
        topic,
        state: 'warning',
        text: t('the computer was too busy for the recorder, {0}×', count),
        fixes: [openSetting('recording.recorder')],
      };
}

function decibels(level: number): string {
  return `${level.toFixed(0).replace('-', '−')} dB`;
}
