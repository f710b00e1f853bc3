import * as vscode from 'vscode';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import { parseSettings, type SettingProblem, type Settings } from '../core/settings';

/** The prefix of our setting ids. */
const SECTION = 'voiceDictation';

/** The person's settings, as they hold for the active editor. */
export class Configuration implements Disposable {
  private readonly changes = new Emitter<void>();
  private readonly problems = new Emitter<SettingProblem>();
  /** What was reported since the last change of a setting. */
  private readonly reported = new Set<string>();
  private readonly subscription: Disposable;

  /** One of our settings changed. */
  readonly onDidChange = this.changes.event;
  /** A setting is not used as it stands; once each, until a setting changes. */
  readonly onDidFindProblem = this.problems.event;

  constructor() {
    this.subscription = vscode.workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration(SECTION)) return;
      this.reported.clear();
      this.read();
      this.changes.fire();
    });
  }

  /**
   * The settings now; problems are reported.
   *
   * @param resource URI of the document they are for; default: the active editor's
   */
  read(resource?: string): Settings {
    const { settings, problems } = parse(resource);
    for (const problem of problems) {
      const id = `${problem.key} ${problem.problem}`;
      if (this.reported.has(id)) continue;
      this.reported.add(id);
      this.problems.fire(problem);
    }
    return settings;
  }

  /** The settings now; problems are left for the next {@link read}. */
  peek(resource?: string): Settings {
    return parse(resource).settings;
  }

  dispose(): void {
    disposeAll([this.subscription, this.changes, this.problems]);
  }
}

function parse(resource: string | undefined): ReturnType<typeof parseSettings> {
  const uri =
    resource === undefined
      ? vscode.window.activeTextEditor?.document.uri
      : vscode.Uri.parse(resource, true);
  const configuration = vscode.workspace.getConfiguration(SECTION, uri ?? null);
  return parseSettings((key) => ({
    value: configuration.get<unknown>(key),
    defaultValue: configuration.inspect<unknown>(key)?.defaultValue,
  }));
}
