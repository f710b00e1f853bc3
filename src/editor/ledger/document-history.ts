import { EditShape, extentOf, inSequence, type Edits } from './edits';

/** Enough for the longest stretch of typing that VS Code undoes in one step. */
const MAX_CHANGES = 256;

interface Change<State> {
  /** In the order in which they can be made one after the other. */
  readonly edits: Edits;
  readonly before: State;
}

interface UndoneStep<State> {
  /** What the state was before the step was undone. */
  readonly before: State;
}

/**
 * Keeps something that belongs to a document right when the person undoes and redoes. The editor's
 * undo stack cannot be read, but it is linear: an undo takes back exactly the last changes that are
 * not undone, and leaves the text as it was before them. So which ones it takes back is found by
 * where and by how much it changes the text, and what held before them holds again.
 */
export class DocumentHistory<State> {
  private readonly done: Change<State>[] = [];
  private readonly undone: UndoneStep<State>[] = [];

  /**
   * @param move what becomes of the state when the text changes in a way that nothing is known of
   * @param restore what holds after an undo or redo, of what held before and what {@link move} makes
   */
  constructor(
    private state: State,
    private readonly move: (state: State, edits: Edits) => State,
    private readonly restore: (before: State, moved: State) => State = (before) => before,
  ) {}

  get current(): State {
    return this.state;
  }

  /** Somebody changed the text; the redo stack is empty now. @param next default: as moved */
  change(edits: Edits, next: State = this.move(this.state, edits)): void {
    this.undone.length = 0;
    this.remember(edits, next);
  }

  undo(edits: Edits): void {
    const step = this.findUndone(edits);
    this.undone.push({ before: this.state });
    const moved = this.move(this.state, edits);
    if (step === undefined) this.done.length = 0;
    this.state = step === undefined ? moved : this.restore(step.before, moved);
  }

  redo(edits: Edits): void {
    const step = this.undone.pop();
    const moved = this.move(this.state, edits);
    this.remember(edits, step === undefined ? moved : this.restore(step.before, moved));
  }

  /** Replaces the state without a change of the text. */
  replace(state: State): void {
    this.state = state;
  }

  /** Replaces the state, and forgets what undo could bring back: all offsets have changed. */
  reset(state: State): void {
    this.done.length = 0;
    this.undone.length = 0;
    this.state = state;
  }

  private remember(edits: Edits, next: State): void {
    this.done.push({ edits, before: this.state });
    if (this.done.length > MAX_CHANGES) this.done.shift();
    this.state = next;
  }

  /** Takes the changes that `edits` undo off the stack; returns the first of them. */
  private findUndone(edits: Edits): Change<State> | undefined {
    const undoing = new EditShape();
    for (const edit of inSequence(edits)) undoing.add(extentOf(edit));
    const inverse = new EditShape();
    for (let i = this.done.length - 1; i >= 0; i--) {
      const change = this.done[i];
      if (change === undefined) return undefined;
      // The one that was made last is taken back first.
      for (const { offset, removedLength, text } of change.edits) {
        inverse.add({ offset, removedLength: text.length, insertedLength: removedLength });
      }
      if (!inverse.equals(undoing)) continue;
      this.done.length = i;
      return change;
    }
    return undefined;
  }
}
