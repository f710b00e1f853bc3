import { Emitter } from '../../src/core/events';
import type { WatchNames, WorkspaceNames } from '../../src/core/workspace-names';

/** {@link WorkspaceNames} that the test knows. */
export class FakeNames implements WorkspaceNames {
  private readonly changes = new Emitter<void>();
  readonly onDidChange = this.changes.event;
  isDisposed = false;

  place = '';

  constructor(public current: readonly string[] = []) {}

  change(names: readonly string[]): void {
    this.current = names;
    this.changes.fire();
  }

  dispose(): void {
    this.isDisposed = true;
    this.changes.dispose();
  }
}

/** A workspace without names. */
export const NO_NAMES: WatchNames = () => Promise.resolve(new FakeNames());
