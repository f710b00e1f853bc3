import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import { disposeAll, type Disposable, type Event } from '../../core/events';
import type { Settings } from '../../core/settings';
import type { DictationState } from '../../dictation/state';
import type { History } from '../history/history';
import type { StatusDetails } from './status-details';
import {
  DOUBLE_CLICK_MS,
  statusBarText,
  statusBarView,
  type StatusContext,
  type StatusView,
} from './status-view';

/** The item's id, for "hide this item" and for tests. */
const STATUS_BAR_ID = 'voiceDictation.status';

/** At the far end of the left side, where a growing partial pushes nothing else around. */
const PRIORITY = -1000;

/** How often the elapsed time in the tooltip is brought up to date: it has seconds. */
const REFRESH_MS = 1000;

export interface StatusBarOptions {
  readonly clock: Clock;
  readonly controller: {
    readonly state: DictationState;
    readonly onDidChangeState: Event<DictationState>;
    readonly usage: StatusContext['usage'];
    readonly sessionId: string | undefined;
    /** Where the words go, by its name. */
    readonly target: { readonly name: string | undefined } | undefined;
  };
  readonly history: Pick<History, 'hasKept' | 'entries' | 'onDidChange'>;
  /** Settings as they are now; painting must not report their problems again and again. */
  readonly settings: { peek(): Settings; readonly onDidChange: Event<void> };
}

/** The status bar item: painted once when made, then whenever something it shows changes. */
export class StatusBar implements Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    STATUS_BAR_ID,
    vscode.StatusBarAlignment.Left,
    PRIORITY,
  );
  private readonly subscriptions: readonly Disposable[];
  /** Undefined: as they are when they are next needed. */
  private settings: Settings | undefined;
  private timer: Disposable | undefined;
  private causeOf: StatusContext['causeOf'];
  private details: StatusDetails | undefined;
  private isStill = false;
  /** As it was when all of it was painted last. */
  private context: StatusContext | undefined;
  private isDisposed = false;
  private painted: DictationState = { kind: 'idle' };
  /** `Clock.now()` when dictation was last stopped. */
  private stoppedAtMs = -Infinity;

  constructor(private readonly options: StatusBarOptions) {
    const { controller, history, settings } = options;
    this.subscriptions = [
      controller.onDidChangeState((state) => {
        // The settings depend on the active editor; partials come too often to ask each time.
        if (state.kind === 'idle' || state.kind === 'starting') this.settings = undefined;
        if (state.kind === 'starting') void this.loadDetails();
        if (isNextPartial(state, this.painted)) this.paintText();
        else this.paint();
      }),
      settings.onDidChange(() => {
        this.settings = undefined;
        this.paint();
      }),
      history.onDidChange(() => {
        this.paint();
      }),
    ];
    this.item.name = 'Voice Dictation';
    this.item.tooltip = 'Voice Dictation';
    this.paint();
    this.item.show();
  }

  dispose(): void {
    this.isDisposed = true;
    this.timer?.dispose();
    disposeAll([this.item, ...this.subscriptions]);
    this.details?.dispose();
  }

  /** Loads what a window that has just opened can do without. */
  async loadDetails(): Promise<void> {
    this.isStill = vscode.workspace.getConfiguration().get('workbench.reduceMotion') === 'on';
    if (this.details !== undefined) return;
    const { StatusDetails } = await import('./status-details');
    if (this.isDisposed) return;
    this.details ??= new StatusDetails(this.options);
    this.paint();
  }

  /** What failed is told a moment later the first time. */
  private async loadSentences(): Promise<void> {
    const { causeSentence } = await import('../dialogs');
    this.causeOf ??= causeSentence;
    if (!this.isDisposed) this.paint();
  }

  /** What else is shown is brought up to date by the timer. */
  private paintText(): void {
    const { state } = this.options.controller;
    if (this.context === undefined) return;
    this.painted = state;
    const text = statusBarText(state, this.context);
    if (text !== this.item.text) this.item.text = text;
  }

  private paint(): void {
    const { clock, controller, history } = this.options;
    const { state } = controller;
    const nowMs = clock.now();
    if (hasFailed(state) && this.causeOf === undefined) void this.loadSentences();
    if (state.kind === 'finalizing' && this.painted.kind !== 'finalizing') this.stoppedAtMs = nowMs;
    this.painted = state;
    const sinceStopMs = nowMs - this.stoppedAtMs;
    const readSettings = (): Settings => (this.settings ??= this.options.settings.peek());
    this.context = {
      // As a window opens, reading them would take longer than all else that we do.
      get settings() {
        return readSettings();
      },
      nowMs,
      sinceStopMs,
      hasKeptText: history.hasKept,
      causeOf: this.causeOf,
      sessionId: controller.sessionId,
      usage: controller.usage,
      targetName: controller.target?.name,
      isStill: this.isStill,
    };
    apply(this.item, statusBarView(state, this.context));
    if (this.details !== undefined) this.item.tooltip = this.details.tooltip(state, this.context);
    this.timer?.dispose();
    this.timer = undefined;
    if (state.kind === 'idle') return;
    const isJustStopped = sinceStopMs < DOUBLE_CLICK_MS;
    this.timer = clock.schedule(isJustStopped ? DOUBLE_CLICK_MS - sinceStopMs : REFRESH_MS, () => {
      this.paint();
    });
  }
}

/** Whether nothing but the words has changed: they come several times a second. */
function isNextPartial(state: DictationState, before: DictationState): boolean {
  return (
    state.kind === 'listening' &&
    before.kind === 'listening' &&
    state !== before &&
    state.isParked === before.isParked &&
    state.isLocal === before.isLocal &&
    state.model === before.model
  );
}

/** Whether the view of `state` says what failed. */
function hasFailed(state: DictationState): boolean {
  return state.kind === 'idle' ? state.failure !== undefined : state.kind === 'reconnecting';
}

function apply(item: vscode.StatusBarItem, view: StatusView): void {
  item.text = view.text;
  item.command = view.command;
  item.backgroundColor =
    view.severity === 'none'
      ? undefined
      : new vscode.ThemeColor(`statusBarItem.${view.severity}Background`);
  item.accessibilityInformation = { label: view.accessibilityLabel, role: 'button' };
}
