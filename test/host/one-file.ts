import * as vscode from 'vscode';

/** A file system with the same file everywhere, which nobody can write. */
export class OneFile implements vscode.FileSystemProvider {
  readonly onDidChangeFile = new vscode.EventEmitter<vscode.FileChangeEvent[]>().event;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly permissions?: vscode.FilePermission,
  ) {}

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(): vscode.FileStat {
    const { permissions } = this;
    return {
      ...{ type: vscode.FileType.File, ctime: 0, mtime: 0, size: this.bytes.length },
      ...(permissions !== undefined && { permissions }),
    };
  }

  readFile(): Uint8Array {
    return this.bytes;
  }

  readDirectory(): [string, vscode.FileType][] {
    return [];
  }

  createDirectory(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  writeFile(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  delete(): void {
    throw vscode.FileSystemError.NoPermissions();
  }

  rename(): void {
    throw vscode.FileSystemError.NoPermissions();
  }
}
