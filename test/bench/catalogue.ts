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
        ? 'Words lost and doubled, of those that had been said when the key was pressed again, over all runs. The speaker begins with the key press; all contenders hear the same sound at the same time, each has a server of its own. Where the sound server dropped a word, by what the quickest recorder heard, all of it was said again, to all: so often.'
        : 'The same.',
    shown: 'words',
    unit: 'words',
  })),
  {
    id: 'hearing',
    title: 'What the recogniser hears',
    about:
      'Recordings that are sent to the server frame by frame, by somebody who does nothing else, and the same through our sessions: the words that the first makes, and how many are others in what we would insert. PocketSphinx behind the model of the service, one of its own for each; a virtual clock.',
    shown: 'medians',
    unit: 'words',
  },
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
    id: 'landing',
    heading: 'In the editor',
    title: 'A final',
    about:
      'Milliseconds from the server’s message, a moment after one with the first of the words, to the text in the document, as another extension of the window is told of it, in a real VS Code window in a browser; beside a bare `editor.edit` of the same text, which has no network before it, and the extension of thirty lines that anyone would write with the SDK (`test/bench/window/thirty-lines.ts`).',
    shown: 'medians',
    unit: 'ms',
    ratio: ['ours', 'bare edit'],
  },
  {
    id: 'stop',
    title: 'The last word',
    about:
      'Milliseconds from the stop key to the last word in the document, and what of that the server takes from Terminate to Termination. The extension of thirty lines stops its recorder at once; ours records on for a moment, or what was said right before the key would be missing.',
    shown: 'medians',
    unit: 'ms',
  },
  {
    id: 'cpu',
    title: 'CPU',
    about:
      'Of the extension host, per cent of a core above its rest, while partials come so often.',
    shown: 'medians',
    unit: '%',
  },
  {
    id: 'delay',
    title: 'Delay of the event loop',
    about:
      'Milliseconds that its 99 % are above those at rest; the histogram’s clock ticks every 5 ms.',
    shown: 'medians',
    unit: 'ms',
  },
  {
    id: 'profile-dictating',
    title: 'Where the CPU goes',
    about:
      'Milliseconds a second, of the whole process without the profiler, and of its JavaScript under it (`npm run bench -- --profile dictating`): the function that is nearest to the top of the stack and known to be of one of these counts.',
    shown: 'medians',
    unit: 'ms a second',
  },
  {
    id: 'profile-landing',
    title: 'What a final costs',
    about:
      'The same, milliseconds a final, into a plain text of 100,000 lines (`npm run bench -- --profile landing`).',
    shown: 'medians',
    unit: 'ms a final',
  },
  {
    id: 'profile-activation',
    title: 'What activation costs',
    about:
      'Milliseconds under the profiler, without minification (`npm run bench -- --profile activation`).',
    shown: 'medians',
    unit: 'ms',
  },
  {
    id: 'activation',
    title: 'Activation',
    about:
      'Milliseconds of `activate()` with all that is loaded for it, once a window, beside an extension that does nothing, in the same extension host; and the CPU time of that host meanwhile.',
    shown: 'medians',
    unit: 'ms',
  },
  {
    id: 'on-device',
    heading: 'On this computer',
    title: 'Beside the engine’s own loop',
    about:
      'The streaming loop that sherpa-onnx shows, pieces of 100 ms, and ours, on the same audio with the same model: the small one of the tests, which takes so little that what is around it counts; with a model that people use it hardly would.',
    shown: 'medians',
    unit: '',
    ratio: ['ours', 'engine’s own loop'],
  },
  {
    id: 'growth',
    heading: 'As the work grows',
    title: 'CPU time, over that of the smallest',
    about: 'Columns are how many times as much there is to do; the dashed line is linear.',
    shown: 'medians',
    unit: '× the CPU time',
    plot: 'lines',
  },
  {
    id: 'memory',
    title: 'Memory',
    about:
      'With AssemblyAI, three hours of dictation on a virtual clock, with a session that expires on the way: what is used more than after the first half hour. On this computer, an hour of audio by the real process, as fast as it goes, the same (`npm run soak -- --on-device 3` has three hours).',
    shown: 'medians',
    unit: 'MiB',
  },
  {
    id: 'billing',
    heading: 'Cost',
    title: 'Billed time',
    about:
      'Half an hour of thinking and dictating in a room in which somebody types: real speech, a model of the service that needs as long for Begin and Termination as is told of it, a virtual clock. Over the time that was spoken; the same each time.',
    shown: 'medians',
    unit: '',
  },
  {
    id: 'upload',
    title: 'Upload',
    about:
      'Bytes to the server for a third of a minute of speech at 16 kHz, with TLS and the beginning of the session.',
    shown: 'medians',
    unit: '',
  },
  {
    id: 'size',
    heading: 'Size',
    title: 'Bundles and package',
    about: 'Minified, KiB.',
    shown: 'medians',
    unit: 'KiB',
  },
];
