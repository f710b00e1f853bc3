import type { Settings } from '../../core/settings';
import type { DictationState } from '../../dictation/state';
import type { UsageSum } from '../../dictation/cost/ledger';
import type { CommandId } from '../command-ids';
import { isOwnWish, type DictationError } from '../../core/failure';
import { isFault } from '../messages/hints';
import { keptAudioSentence, keptSpeech } from '../messages/kept-speech';
import { withoutIcons } from '../messages/message';
import { t } from '../messages/translation';
import { waitedFor } from '../messages/waited-for';

/** How many characters (graphemes) of the running partial the status bar has room for. */
export const PARTIAL_LENGTH = 48;

/** A click this soon after dictation was stopped is the second one of a double click. */
export const DOUBLE_CLICK_MS = 500;

/** What the status bar shows besides the state. */
export interface StatusContext {
  /** Read while it is listening, and for the tooltip, only. */
  readonly settings: Settings;
  /** `Clock.now()`, milliseconds. */
  readonly nowMs: number;
  /** How long ago dictation was last stopped, milliseconds; absent: not yet. */
  readonly sinceStopMs?: number | undefined;
  /** Whether text that could not be inserted waits for the person. */
  readonly hasKeptText: boolean;
  /** What failed, as a sentence; absent until the sentences are loaded. */
  readonly causeOf?: ((error: DictationError) => string) | undefined;
  /** Where the words go, if it is no text editor. */
  readonly targetName?: string | undefined;
  /** The newest session's id, which the provider's support asks for. */
  readonly sessionId?: string | undefined;
  /** Nothing may move: the person has said so. */
  readonly isStill?: boolean;
  /** What the run, or the last one, and all of today is billed; none before the first run. */
  readonly usage?: { readonly run: UsageSum; readonly today: UsageSum } | undefined;
}

/** One painting of the status bar item. */
export interface StatusView {
  /** With `$(icon)`s of ours only: an icon in dictated text is made harmless. */
  readonly text: string;
  readonly command: CommandId;
  readonly severity: 'none' | 'warning' | 'error';
  /** Without the running text, so that a screen reader is not interrupted by each partial. */
  readonly accessibilityLabel: string;
}

/** The status bar item as a function of the state. */
export function statusBarView(state: DictationState, context: StatusContext): StatusView {
  const name = stateName(state, context);
  const into = destination(state, context);
  const spoken = withKeptSpeech(name, keptMsOf(state));
  return {
    text: statusBarText(state, context),
    command: clickCommand(state, context),
    severity: severity(state, context),
    accessibilityLabel: `Voice Dictation: ${into === undefined ? spoken : `${ended(spoken)} ${t('Into {0}', into)}`}`,
  };
}

/** Its text: all of it that changes with a partial. */
export function statusBarText(state: DictationState, context: StatusContext): string {
  const moving = label(state, context);
  const text = context.isStill === true ? moving.replace('~spin', '') : moving;
  const into = destination(state, context);
  return into === undefined ? text : `${text} → ${newestWords(into)}`;
}

/** As the toggle key: a new dictation may start while the last one is being finished. */
function clickCommand(state: DictationState, { sinceStopMs = Infinity }: StatusContext): CommandId {
  const startsAnew = state.kind === 'finalizing' && sinceStopMs >= DOUBLE_CLICK_MS;
  return state.kind === 'idle' || startsAnew ? 'voiceDictation.start' : 'voiceDictation.stop';
}

/** What dictation is doing, in words. */
export function stateName(state: DictationState, { causeOf }: StatusContext): string {
  switch (state.kind) {
    case 'idle':
      if (state.isPaused === true) return t('paused');
      return withCause(t('off'), state.failure, causeOf);
    case 'starting':
    case 'preparing': {
      const wait = waitedFor(state);
      return wait === undefined ? t('starting') : `${t('starting')}. ${wait}`;
    }
    case 'listening':
      if (state.isParked === true) return t('waiting for speech');
      return state.isLocal === true ? t('listening on this computer') : t('listening');
    case 'reconnecting':
      return withCause(t('reconnecting'), state.error, causeOf);
    case 'finalizing':
      return t('finishing');
  }
}

function withCause(
  name: string,
  error: DictationError | undefined,
  causeOf: StatusContext['causeOf'],
): string {
  return error === undefined || causeOf === undefined ? name : `${name}. ${causeOf(error)}`;
}

function label(state: DictationState, context: StatusContext): string {
  switch (state.kind) {
    case 'idle':
      if (state.isPaused === true) return `$(debug-pause) ${t('Dictation paused')}`;
      return `${IDLE_ICONS[idleSeverity(state)]} ${state.keptMs === undefined ? t('Dictate') : t('{0} kept', keptSpeech(state.keptMs))}`;
    case 'starting':
    case 'preparing': {
      const wait = waitedFor(state);
      const percent = state.kind === 'preparing' ? state.percent : undefined;
      const how = percent === undefined ? '…' : `, ${String(Math.floor(percent))} %`;
      return `$(loading~spin) ${wait === undefined ? t('Starting…') : `${wait}${how}`}`;
    }
    case 'listening': {
      if (state.isParked === true) return `$(mic) ${t('Waiting for speech…')}`;
      const { partials } = context.settings.display;
      const isShown = partials === 'both' || partials === 'statusBar';
      const partial = isShown ? newestWords(state.partial) : '';
      const listening = state.isLocal === true ? t('Listening on this computer…') : t('Listening…');
      const bars =
        isShown && context.isStill !== true && state.level !== undefined ? BARS[state.level] : '';
      return `$(mic-filled) ${bars}${partial === '' ? listening : partial}`;
    }
    case 'reconnecting':
      return `$(sync~spin) ${t('Reconnecting, {0} kept', keptSpeech(context.nowMs - state.keptSinceMs))}`;
    case 'finalizing':
      return `$(loading~spin) ${t('Finishing…')}`;
  }
}

/** The level of the microphone, always as wide, in the signs that Select Microphone… shows it with. */
const BARS = ['▱▱▱ ', '▰▱▱ ', '▰▰▱ ', '▰▰▰ '] as const;

/** Where the words go, unless that is plain to see. */
export function destination(
  state: DictationState,
  { targetName }: StatusContext,
): string | undefined {
  return state.kind === 'idle' ? undefined : targetName;
}

function withKeptSpeech(name: string, keptMs: number): string {
  if (keptMs === 0) return name;
  return `${ended(name)} ${keptAudioSentence(keptMs)}`;
}

function ended(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}

const IDLE_ICONS = { none: '$(mic)', warning: '$(warning)', error: '$(error)' } as const;

/** What a person did not want is nothing to warn of. */
function idleSeverity({
  failure,
  keptMs,
}: DictationState & { kind: 'idle' }): StatusView['severity'] {
  if (failure !== undefined && !isOwnWish(failure.reason)) {
    return isFault(failure.reason) ? 'error' : 'warning';
  }
  return keptMs === undefined ? 'none' : 'warning';
}

/** Speech that waits for another try or for being saved, milliseconds. */
export function keptMsOf(state: DictationState): number {
  return state.kind === 'idle' ? (state.keptMs ?? 0) : 0;
}

function severity(state: DictationState, context: StatusContext): StatusView['severity'] {
  const own = state.kind === 'idle' ? idleSeverity(state) : 'none';
  if (own !== 'none') return own;
  return state.kind === 'reconnecting' || context.hasKeptText ? 'warning' : 'none';
}

/**
 * The end of `text` in one line that fits the status bar, at a word's beginning where there is one.
 * Control characters and bidi controls are taken out, and what looks like `$(icon)` stays text.
 */
export function newestWords(text: string): string {
  const line = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g, '')
    .trim();
  // A partial of hours would be slow to segment; a grapheme has rarely more than ten code units.
  const tail = line.slice(-PARTIAL_LENGTH * 20);
  const isAscii = /^[ -~]*$/.test(tail);
  const graphemes = isAscii
    ? Array.from(tail)
    : Array.from(new Intl.Segmenter().segment(tail), ({ segment }) => segment);
  const isWhole = tail === line && graphemes.length <= PARTIAL_LENGTH;
  return withoutIcons(isWhole ? line : `…${fromWordStart(graphemes.slice(-PARTIAL_LENGTH))}`);
}

/** What begins after the first space, or after the first character where that would lose too much. */
function fromWordStart(graphemes: readonly string[]): string {
  const space = graphemes.indexOf(' ');
  const start = space < graphemes.length / 2 ? Math.max(space, 0) + 1 : 1;
  return graphemes.slice(start).join('');
}
