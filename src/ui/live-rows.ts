/** The part of a quick pick that rows which change by themselves need. */
export interface RowPicker<Row> {
  items: readonly Row[];
  activeItems: readonly Row[];
  onDidChangeActive(listener: (active: readonly Row[]) => void): unknown;
}

export interface LiveRowsOptions<Row> {
  readonly picker: RowPicker<Row>;
  /** Resolves when the window has done what it was told before, and told what came of that; never rejects. */
  readonly roundTrip: () => PromiseLike<unknown>;
}

/**
 * Rows of a quick pick that are shown anew again and again, and the active one stays that which the person
 * moved to: a window that takes in a key while new rows are on their way to it would go back.
 */
export class LiveRows<Row extends { readonly name: string | undefined }> {
  /** The rows that the window said to be active since it was told something; absent: it has done all. */
  private moves: (string | undefined)[] | undefined;

  constructor(private readonly options: LiveRowsOptions<Row>) {
    options.picker.onDidChangeActive(([active]) => {
      if (active !== undefined) this.moves?.push(active.name);
    });
  }

  /**
   * Shows these rows, unless the window is still busy with the last ones.
   *
   * @param first the name of the row that is active when the list has just opened
   * @returns whether they are shown
   */
  show(rows: readonly Row[], first: string | undefined): boolean {
    if (this.moves !== undefined) return false;
    const { picker } = this.options;
    const active = picker.items.length === 0 ? first : picker.activeItems[0]?.name;
    picker.items = rows;
    // With new rows VS Code goes to the first one, and from there to the one it was told.
    const [top] = rows;
    void this.activate(active, top === undefined || top.name === active ? [] : [top.name]);
    return true;
  }

  /** @param before what the window says of itself before it says that it is there */
  private async activate(
    name: string | undefined,
    before: readonly (string | undefined)[],
  ): Promise<void> {
    const { picker, roundTrip } = this.options;
    const row = picker.items.find((each) => each.name === name);
    if (row !== undefined) picker.activeItems = [row];
    const moves: (string | undefined)[] = [];
    this.moves = moves;
    await roundTrip();
    this.moves = undefined;
    const answer = [...before, name];
    const answeredAt = moves.findIndex((_, i) => answer.every((each, k) => moves[i + k] === each));
    // It was where the keys had led, and was told to go back: it has to go on from where it is by as much.
    if (answeredAt <= 0) return;
    const { items } = picker;
    const place = (wanted: string | undefined): number =>
      items.findIndex((each) => each.name === wanted);
    const lost = place(moves[answeredAt - 1]) - place(name);
    const to = items[(place(moves.at(-1)) + lost + items.length) % items.length];
    if (to !== undefined) await this.activate(to.name, []);
  }
}
