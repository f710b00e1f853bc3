import * as vscode from 'vscode';
import type { Clock } from '../../core/clock';
import type { Disposable } from '../../core/events';
import { fileFinder, type FindFile } from '../../text/prompts/file-mentions';
import { hasSymbols } from '../../text/vocabulary/named-files';
import { isPrivateFile } from '../../text/vocabulary/private-files';
import { isPlainPath } from './references';

/** The most files that can be named; which ones is the search's choice. */
const MAX_FILES = 10_000;

/** Folders that hold what others wrote, or what tools made. */
const FOREIGN = 'node_modules bower_components vendor dist out build target .git .venv'.split(' ');
const NOT_OWN = `**/{${FOREIGN.join(',')}}/**`;

/** A final waits for the first list; what is found later than that is for the next one. */
const WAIT_DEADLINE_MS = 2000;

/** A large workspace on a busy computer takes long; what takes longer is given up. */
const SEARCH_DEADLINE_MS = 60_000;

/** How long a list holds: what changes meanwhile is told, but not everywhere. */
const FRESH_MS = 60_000;

/** Files that were open last, of which the newest is meant where several are said alike. */
const MAX_RECENT = 50;

/**
 * The files of the workspace that can be named in a prompt: of one that is not trusted, none; none that
 * is private by custom, and none whose path could mean more than itself.
 */
export class WorkspaceFiles implements vscode.Disposable {
  private uris: readonly vscode.Uri[] = [];
  /** The newest first. */
  private recent: readonly string[] = [];
  private askedAtMs = -Infinity;
  private looking: Promise<void> = Promise.resolve();
  private finder: FindFile | undefined;
  private watcher: vscode.FileSystemWatcher | undefined;
  private readonly subscription = vscode.window.onDidChangeActiveTextEditor((editor) => {
    const path = editor?.document.uri.path;
    if (path === undefined) return;
    this.recent = [path, ...this.recent.filter((each) => each !== path)].slice(0, MAX_RECENT);
    this.finder = undefined;
  });

  constructor(private readonly clock: Clock) {}

  /** Looks for files anew, where the list is old; resolves when there is one, or it takes too long. */
  async look(): Promise<void> {
    const isFresh = this.clock.now() - this.askedAtMs < FRESH_MS;
    if (vscode.workspace.isTrusted && !isFresh) {
      this.askedAtMs = this.clock.now();
      this.watcher ??= this.watch();
      this.looking = this.search();
    }
    let deadline: Disposable | undefined;
    const late = new Promise<void>((resolve) => {
      deadline = this.clock.schedule(WAIT_DEADLINE_MS, resolve);
    });
    await Promise.race([this.looking, late]);
    deadline?.dispose();
  }

  /** Finds a file by what is said for it: the open and recent ones first. @returns its path */
  readonly find: FindFile = (words) => (this.finder ??= this.makeFinder())(words);

  dispose(): void {
    this.subscription.dispose();
    this.watcher?.dispose();
  }

  /** An agent makes files and deletes them, and is told about them at once. */
  private watch(): vscode.FileSystemWatcher {
    const watcher = vscode.workspace.createFileSystemWatcher('**/*', false, true, false);
    watcher.onDidCreate((uri) => {
      const isOwn = !uri.path.split('/').some((part) => FOREIGN.includes(part));
      if (isOwn) void this.add(uri);
    });
    watcher.onDidDelete((uri) => {
      this.replace(uri, []);
    });
    return watcher;
  }

  private async add(uri: vscode.Uri): Promise<void> {
    try {
      const { type } = await vscode.workspace.fs.stat(uri);
      if (type !== vscode.FileType.Directory) this.replace(uri, [uri]);
    } catch {
      // It is gone already.
    }
  }

  /** Puts `now` in the place of a file, or of all that was in a folder. */
  private replace(gone: vscode.Uri, now: readonly vscode.Uri[]): void {
    const isGone = ({ path }: vscode.Uri): boolean =>
      path === gone.path || path.startsWith(`${gone.path}/`);
    this.uris = [...now, ...this.uris.filter((uri) => !isGone(uri))].slice(0, MAX_FILES);
    this.finder = undefined;
  }

  private async search(): Promise<void> {
    const giveUp = new vscode.CancellationTokenSource();
    const deadline = this.clock.schedule(SEARCH_DEADLINE_MS, () => {
      giveUp.cancel();
    });
    try {
      this.uris = await vscode.workspace.findFiles('**/*', NOT_OWN, MAX_FILES, giveUp.token);
      this.finder = undefined;
    } catch {
      // A virtual workspace whose provider cannot be searched; the next final asks again.
      this.askedAtMs = -Infinity;
    } finally {
      deadline.dispose();
      giveUp.dispose();
    }
  }

  private makeFinder(): FindFile {
    if (!vscode.workspace.isTrusted) return () => undefined;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const open = tabs.flatMap(({ input }) =>
      input instanceof vscode.TabInputText ? [input.uri.path] : [],
    );
    const known = new Set(this.uris.map(({ path }) => path));
    const others = [...known].toSorted((a, b) => rank(a) - rank(b));
    const paths = [...this.recent, ...open].filter((path) => known.has(path));
    return fileFinder(
      [...new Set([...paths, ...others])].filter(
        (path) => isPlainPath(path) && !isPrivateFile(path),
      ),
    );
  }
}

/** Code before other files, and what is near the top before what is deep down. */
function rank(path: string): number {
  return path.split('/').length + (hasSymbols(path) ? 0 : 1000);
}
