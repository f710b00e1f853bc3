import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../harness/properties';
import { LiveRows, type RowPicker } from '../../../src/ui/live-rows';

interface Row {
  readonly name: string;
  readonly level: number;
}

const NAMES = ['default', 'built-in', 'headset', 'webcam'];

/** The list on both sides, each of which hears of the other later, in order. */
class FakeList implements RowPicker<Row> {
  /** What the window has. */
  focus = 0;
  private shown: readonly Row[] = [];
  private readonly listeners: ((active: readonly Row[]) => void)[] = [];
  private readonly toWindow: (() => void)[] = [];
  private readonly toUs: (() => void)[] = [];
  private ours: readonly Row[] = [];
  private active: readonly Row[] = [];

  get items(): readonly Row[] {
    return this.ours;
  }

  set items(rows: readonly Row[]) {
    this.ours = rows;
    this.toWindow.push(() => {
      this.shown = rows;
      // As VS Code does it; it tells so each time.
      this.focus = -1;
      this.moveTo(0);
    });
  }

  get activeItems(): readonly Row[] {
    return this.active;
  }

  set activeItems(active: readonly Row[]) {
    this.active = active;
    this.toWindow.push(() => {
      this.moveTo(this.shown.findIndex(({ name }) => name === active[0]?.name));
    });
  }

  onDidChangeActive(listener: (active: readonly Row[]) => void): void {
    this.listeners.push(listener);
  }

  readonly roundTrip = (): Promise<void> =>
    new Promise((resolve) => {
      this.toWindow.push(() => this.toUs.push(resolve));
    });

  /** The person presses the arrow key. */
  press(): void {
    if (this.shown.length > 0) this.moveTo((this.focus + 1) % this.shown.length);
  }

  /** What is on its way to one side arrives. */
  arrive(side: string): void {
    const waiting = side === 'window' ? this.toWindow : this.toUs;
    for (const message of waiting.splice(0)) message();
  }

  get isQuiet(): boolean {
    return this.toWindow.length + this.toUs.length === 0;
  }

  private moveTo(index: number): void {
    if (index === this.focus) return;
    this.focus = index;
    this.toUs.push(() => {
      // It is told by its number.
      this.active = this.ours.slice(index, index + 1);
      for (const listener of this.listeners) listener(this.active);
    });
  }
}

function rig() {
  const list = new FakeList();
  const rows = new LiveRows<Row>({ picker: list, roundTrip: list.roundTrip });
  let level = 0;
  return {
    list,
    show: (first = '') =>
      rows.show(
        NAMES.map((name) => ({ name, level: level++ })),
        first,
      ),
    /** Everything that is on its way arrives. */
    settle: async (): Promise<void> => {
      do {
        list.arrive('window');
        list.arrive('us');
        await new Promise(setImmediate);
      } while (!list.isQuiet);
    },
  };
}

describe('rows that change by themselves', () => {
  test('open with the one active that is chosen', async () => {
    const { list, show, settle } = rig();
    show('webcam');
    await settle();
    assert.equal(NAMES[list.focus], 'webcam');
  });

  test('are not shown while the window is busy with the last ones', async () => {
    const { show, settle } = rig();
    const shown = [show(), show()];
    await settle();
    assert.deepEqual([...shown, show()], [true, false, true]);
  });

  test('leave the person where two keys led, of which the window took in one before new rows and one after', async () => {
    const { list, show, settle } = rig();
    show('default');
    await settle();
    show();
    list.press();
    list.arrive('window');
    list.press();
    await settle();
    assert.equal(NAMES[list.focus], 'headset');
  });

  test('leave the person where the key led, whenever rows and key cross', async () => {
    const step = fc.constantFrom('show', 'press', 'window', 'us', 'turn');
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const { list, show, settle } = rig();
        show('built-in');
        await settle();
        let presses = 0;
        for (const each of steps) {
          if (each === 'show') show();
          else if (each === 'turn') await new Promise(setImmediate);
          else if (each !== 'press') list.arrive(each);
          else if (presses++ === 0) list.press();
        }
        await settle();
        assert.equal(list.focus, NAMES.indexOf(presses > 0 ? 'headset' : 'built-in'));
      }),
    );
  });
});
