import type { DictationState } from '../../dictation/state';
import { OFFER_KEPT_TEXT, TAKE_OVER } from '../command-ids';
import { duration } from '../messages/duration';
import { keptSpeech } from '../messages/kept-speech';
import { t } from '../messages/translation';
import { destination, keptMsOf, stateName, type StatusContext } from './status-view';
import { usageText } from '../usage-report';

/** The commands that the tooltip may run. */
export const TOOLTIP_COMMANDS: readonly string[] = [
  ...[
    'start',
    'stop',
    'cancel',
    'dictateToAgent',
    'retryTranscription',
    'saveAudio',
    'discardAudio',
    'setApiKey',
    'showLog',
    'showMenu',
    'showHistory',
    'showUsage',
  ].map((name) => `voiceDictation.${name}`),
  'workbench.action.openSettings',
  OFFER_KEPT_TEXT,
  TAKE_OVER,
];

/** What the status bar item tells a mouse that rests on it: Markdown, everything foreign escaped. */
export function statusTooltip(state: DictationState, context: StatusContext): string {
  const name = stateName(state, context);
  const { recording, recognition } = context.settings;
  const running = state.kind === 'listening' ? state.model : undefined;
  const isLocal = isOnThisComputer(state, context);
  const asked = isLocal ? undefined : recognition.model;
  const model = running ?? asked ?? t('by language');
  const lines = [
    `**Voice Dictation**: ${escapeMarkdown(name)}`,
    t(
      'Microphone: {0}',
      escapeMarkdown(recording.device === '' ? t('system default') : recording.device),
    ),
    t('Model: {0}', escapeMarkdown(`${model}, ${isLocal ? t('on this computer') : 'AssemblyAI'}`)),
  ];
  const into = destination(state, context);
  if (into !== undefined) lines.push(t('Into: {0}', escapeMarkdown(into)));
  if (state.kind !== 'idle') lines.push(t('Elapsed: {0}', duration(context.nowMs - state.sinceMs)));
  if (context.sessionId !== undefined) {
    const which = state.kind === 'idle' ? t('Last session') : t('Session');
    lines.push(`${which}: ${escapeMarkdown(context.sessionId)}`);
  }
  if (context.usage !== undefined && (!isLocal || context.usage.run.freeMs !== undefined)) {
    const { run, today } = context.usage;
    const which = state.kind === 'idle' ? t('Last dictation') : t('This dictation');
    lines.push(
      `${which}: ${escapeMarkdown(usageText(run))}`,
      t('Today: {0} ({1})', escapeMarkdown(usageText(today)), own(t('Usage'), 'showUsage')),
    );
  }
  if (context.hasKeptText) {
    lines.push(t('Some text was not inserted: {0}', commandLink(t('Show It'), OFFER_KEPT_TEXT)));
  }
  if (keptMsOf(state) > 0) {
    const retry = own(t('Retry Transcription'), 'retryTranscription');
    const save = own(t('Save Audio…'), 'saveAudio');
    const discard = own(t('Discard Recording…'), 'discardAudio');
    lines.push(
      t('{0} is kept: {1} · {2} · {3}', keptSpeech(keptMsOf(state)), retry, save, discard),
    );
  }
  const isElsewhere = state.kind === 'idle' && state.failure?.reason === 'dictating-elsewhere';
  const links =
    state.kind === 'idle'
      ? [
          isElsewhere
            ? commandLink(t('Take Over'), TAKE_OVER)
            : own(state.isPaused === true ? t('Go On') : t('Start'), 'start'),
          own(t('Dictate to Agent'), 'dictateToAgent'),
          ...(recognition.provider === 'onDevice' ? [] : [own(t('Set API Key'), 'setApiKey')]),
        ]
      : [own(t('Stop'), 'stop'), own(t('Cancel'), 'cancel')];
  links.push(
    commandLink(t('Settings'), 'workbench.action.openSettings', 'voiceDictation'),
    own(t('Menu'), 'showMenu'),
    own(t('History'), 'showHistory'),
    own(t('Log'), 'showLog'),
  );
  return [...lines, links.join(' · ')].join('\n\n');
}

/** Whether this computer listens, or would: where nobody said so, what it did last tells. */
function isOnThisComputer(state: DictationState, { settings, usage }: StatusContext): boolean {
  if (state.kind === 'listening') return state.isLocal === true;
  const { provider } = settings.recognition;
  const hasHeardLast = usage?.run.freeMs !== undefined && usage.run.billedMs === 0;
  return provider === 'onDevice' || (provider === 'auto' && hasHeardLast);
}

/** @param name the command's, without prefix */
function own(text: string, name: string): string {
  return commandLink(text, `voiceDictation.${name}`);
}

function commandLink(text: string, command: string, argument?: string): string {
  const query = argument === undefined ? '' : `?${encodeURIComponent(JSON.stringify(argument))}`;
  return `[${text}](command:${command}${query})`;
}

/** Every ASCII punctuation character may be escaped in Markdown (CommonMark §2.4). */
function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
