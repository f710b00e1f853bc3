import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import { disposeAll, type Disposable, type Event } from '../../core/events';
import type { DictationState } from '../../dictation/state';
import type { History, HistoryEntry } from '../history/history';
import { inOneLine, writtenOf } from '../history/history-lines';
import { announcementOf } from '../messages/announcements';
import { t } from '../messages/translation';
import { withoutIcons } from '../messages/message';

/** Of the item, for tests. */
const ANNOUNCEMENTS_ID = 'voiceDictation.announcements';

/** Behind the status bar item that everybody sees. */
const PRIORITY = -1001;

/** VS Code joins what it is told in one turn: only the last text of several would be read. */
const INTERVAL_MS = 300;

export interface AnnouncerOptions {
  readonly clock: Clock;
  readonly controller: {
    readonly state: DictationState;
    readonly onDidChangeState: Event<DictationState>;
  };
  readonly history: Pick<History, 'entries' | 'onDidChange'>;
}

/**
 * Tells a screen reader what dictation does and writes. Extensions have no live region: a status bar item
 * with the role of one is read when its text changes, without a notification and without taking the focus.
 */
export class Announcer implements Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    ANNOUNCEMENTS_ID,
    vscode.StatusBarAlignment.Left,
    PRIORITY,
  );
  private readonly subscriptions: readonly Disposable[];
  private readonly waiting: string[] = [];
  private timer: Disposable | undefined;
  private last: DictationState;
  /** Of a run, its texts; what was there before it is no news. */
  private known: ReadonlySet<HistoryEntry>;

  constructor(private readonly options: AnnouncerOptions) {
    const { controller, history } = options;
    this.last = controller.state;
    this.known = landed(history.entries);
    this.item.name = t('Voice Dictation: Announcements');
    // There before it has something to say: a region that comes with its text is not read.
    this.show('');
    this.item.show();
    this.subscriptions = [
      controller.onDidChangeState((state) => {
        const announcement = announcementOf(state, this.last);
        this.last = state;
        if (announcement !== undefined) this.say(announcement);
      }),
      history.onDidChange(() => {
        const now = landed(history.entries);
        const news = [...now].filter((entry) => !this.known.has(entry));
        this.known = now;
        // Of another day, or another window.
        if (this.last.kind === 'idle' && news.length > 1) return;
        const text = news.map(writtenOf).map(inOneLine).join(' ');
        if (text !== '') this.say(t('Inserted: {0}', text));
      }),
    ];
  }

  dispose(): void {
    this.timer?.dispose();
    disposeAll([this.item, ...this.subscriptions]);
  }

  private say(text: string): void {
    this.waiting.push(text);
    if (this.timer === undefined) this.sayNext();
  }

  private sayNext(): void {
    const text = this.waiting.shift();
    this.timer = undefined;
    if (text === undefined) return;
    this.show(text);
    this.timer = this.options.clock.schedule(INTERVAL_MS, () => {
      this.sayNext();
    });
  }

  private show(text: string): void {
    this.item.text = `$(unmute) ${withoutIcons(text)}`.trimEnd();
    this.item.accessibilityInformation = {
      label: text === '' ? (this.item.name ?? '') : text,
      role: 'status',
    };
  }
}

function landed(entries: readonly HistoryEntry[]): ReadonlySet<HistoryEntry> {
  return new Set(entries.filter(({ state }) => state === 'landed'));
}
