import { inEnglish } from '../core/phrase';
import type { Clock } from '../core/clock';
import type { Disposable } from '../core/events';
import type { Log } from '../core/log';
import type { DictationController } from '../dictation/controller';
import { registerCommands, type CommandsOptions } from './commands';
import type { Configuration } from './configuration';
import { publishState } from './context-key';
import { HistoryView } from './history/history-view';
import { KeyAdvice } from './key-advice';
import { StatusBar } from './status/status-bar';
import { watchTerminalKey } from './terminal-key-setting';
import { UsageDocument } from './usage-document';

export interface RegisterUiOptions extends Omit<
  CommandsOptions,
  'keyAdvice' | 'usage' | 'historyView'
> {
  readonly clock: Clock;
  readonly log: Log & CommandsOptions['log'];
  readonly controller: DictationController;
  readonly configuration: Configuration;
  readonly extension: CommandsOptions['extension'] & {
    /** What is remembered of this computer. */
    readonly globalState: ConstructorParameters<typeof KeyAdvice>[0]['storage'];
  };
}

/** What people see and press. */
export interface Ui {
  readonly historyView: HistoryView;
  readonly statusBar: StatusBar;
  /** All of it. */
  readonly subscriptions: readonly Disposable[];
}

/** Shows what dictation does, has it told, and takes commands. */
export function registerUi(options: RegisterUiOptions): Ui {
  const { clock, log, controller, configuration, history, notifications } = options;
  const keyAdvice = new KeyAdvice({
    storage: options.extension.globalState,
    tell: (advice) => {
      void notifications.tell(({ keyAdviceMessage }) => keyAdviceMessage(advice));
    },
  });
  const usage = new UsageDocument(controller.ledger, options.load);
  const historyView = new HistoryView({ history, controller });
  const statusBar = new StatusBar({ clock, controller, history, settings: configuration });
  const subscriptions = [
    usage,
    historyView,
    configuration.onDidFindProblem((problem) => {
      log.warn(`setting ${problem.key} ${inEnglish(problem.problem)}`);
      void notifications.tell(({ settingProblemMessage }) => settingProblemMessage(problem));
    }),
    configuration.onDidChange(() => {
      controller.settingsChanged();
    }),
    watchTerminalKey(() => {
      keyAdvice.keptFromTerminals();
    }),
    notifications.follow(controller),
    publishState(controller, history),
    statusBar,
    registerCommands({ ...options, keyAdvice, usage, historyView }),
  ];
  return { historyView, statusBar, subscriptions };
}
