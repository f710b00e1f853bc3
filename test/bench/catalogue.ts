import { FLOOR } from './floor';

/** How the samples of a table are shown. */
type Shown =
  /** One column: median, 95 %, least, most. */
  | 'spread'
  /** Each cell its median, with least and most where they differ. */
  | 'medians'
  /** Sums over all runs, `lost` and `doubled` of a contender in one cell. */
  | 'words';

/** A table of the page. */
export interface Table {
  readonly id: string;
  /** Its section; empty: it goes on. */
  readonly heading?: string;
  readonly title: string;
  /** What was done and in which unit. Markdown, without figures. */
  readonly about: string;
  readonly shown: Shown;
  readonly unit: string;
  /** Medians of two columns, and what the first is of the second. */
  readonly ratio?: readonly [string, string];
  /** Drawn too: `bars` the medians of the first column, `lines` each row over its columns, which are numbers. */
  readonly plot?: 'bars' | 'lines';
}

const SERVERS = ['PulseAudio', 'PipeWire'] as const;

/** All tables, in their order. */
export const TABLES: readonly Table[] = [
  ...SERVERS.map((server, n): Table => ({
    id: `words-${server}`,
    ...(n === 0 && { heading: 'Words' }),
    title: server,
    about:
      n === 0
        ? 'Words lost and doubled, of those that had been said when the key was pressed again, over all runs. The speaker begins with the key press; all contenders hear the same sound at the same time, each has a server of its own.'
        : 'The same.',
    shown: 'words',
    unit: 'words',
  })),
  ...SERVERS.map((server, n): Table => ({
    id: `wire-${server}`,
    ...(n === 0 && { heading: 'Microphone to server' }),
    title: server,
    about:
      n === 0
        ? `Milliseconds from the beginning of a word in \`${FLOOR}\` to the same in the server. Words are paired by what they are, not by their number. A message of ours has 50 ms.`
        : 'The same.',
    shown: 'spread',
    unit: 'ms',
    plot: 'bars',
  })),
  ...SERVERS.map((server, n): Table => ({
    id: `key-press-${server}`,
    ...(n === 0 && { heading: 'Key press' }),
    title: server,
    about:
      n === 0
        ? 'Milliseconds from the key press to the recorder’s first sound, beside a bare `spawn` of the very same command line with the very same environment; then to the state “listening” with a server on this machine. The last row is what node-record-lpcm16 starts by itself.'
        : 'The same.',
    shown: 'medians',
    unit: 'ms',
    ratio: ['ours', 'bare'],
  })),
  {
    id: 'size',
    heading: 'Size',
    title: 'Bundles and package',
    about: 'Minified, KiB.',
    shown: 'medians',
    unit: 'KiB',
  },
];
