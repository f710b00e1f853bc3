import * as vscode from 'vscode';
import { disposeAll, Emitter, type Disposable } from '../core/events';
import { inEnglish } from '../core/phrase';
import { parseSettings, type SettingProblem, type Settings } from '../core/settings';

/** The prefix of our setting ids. */
const SECTION = 'voiceDictation';

/** The person's settings, as they hold for the active editor. */
export class Configuration implements Disposable {
  private readonly changes = new Emitter<void>();
  private readonly problems = new Emitter<SettingProblem>();
  /** What was reported since the last change of a setting. */
  private readonly reported = new Set<string>();
  /** What was read since then, by the folder whose settings hold; '' for none. */
  private readonly parsed = new Map<string, ReturnType<typeof parseSettings>>();
  private readonly subscriptions: readonly Disposable[];

  /** One of our settings changed. */
  readonly onDidChange = this.changes.event;
  /** A setting is not used as it stands; once each, until a setting changes. */
  readonly onDidFindProblem = this.problems.event;

  constructor() {
    const forget = (): void => {
      this.parsed.clear();
    };
    this.subscriptions = [
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(SECTION)) return;
        forget();
        this.reported.clear();
        this.read();
        this.changes.fire();
      }),
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
    ];
  }

  /**
   * The settings now; problems are reported.
   *
   * @param resource URI of the document they are for; default: the active editor's
   */
  read(resource?: string): Settings {
    const { settings, problems } = this.parse(resource);
    for (const problem of problems) {
      const id = `${problem.key} ${inEnglish(problem.problem)}`;
      if (this.reported.has(id)) continue;
      this.reported.add(id);
      this.problems.fire(problem);
    }
    return settings;
  }

  /** The settings now; problems are left for the next {@link read}. */
  peek(resource?: string): Settings {
    return this.parse(resource).settings;
  }

  dispose(): void {
    disposeAll([...this.subscriptions, this.changes, this.problems]);
  }

  /** They are asked for with every word that is shown, and VS Code takes its time for each. */
  private parse(resource: string | undefined): ReturnType<typeof parseSettings> {
    const document =
      resource === undefined
        ? vscode.window.activeTextEditor?.document
        : vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === resource);
    const uri = resource === undefined ? document?.uri : vscode.Uri.parse(resource, true);
    const folder = uri && vscode.workspace.getWorkspaceFolder(uri)?.uri;
    // A language's identifier has no space.
    const place = `${document?.languageId ?? ''} ${String(folder ?? '')}`;
    const known = this.parsed.get(place);
    if (known !== undefined) return known;
    const parsed = parseAll(document ?? uri);
    this.parsed.set(place, parsed);
    return parsed;
  }
}

function parseAll(place: vscode.ConfigurationScope | undefined): ReturnType<typeof parseSettings> {
  const configuration = vscode.workspace.getConfiguration(SECTION, place ?? null);
  return parseSettings((key) => ({
    value: configuration.get<unknown>(key),
    // Of all of them it was most of what activation took: VS Code merges every configuration for each.
    get defaultValue() {
      return configuration.inspect<unknown>(key)?.defaultValue;
    },
  }));
}
