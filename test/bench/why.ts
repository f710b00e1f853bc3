import type { Samples } from './results';
import { cellOf, spreadOf } from './statistics';
import { short } from './svg';

/**
 * Why something that was wanted is not reached, by its measure: what a profile or a count shows, with the
 * command that makes it. Markdown; figures are those that were measured. Shown only where it is not reached.
 *
 * @returns undefined: nothing has shown it yet
 */
type Why = (samples: Samples) => string | undefined;

/** A median, as the page shows it. */
function median(samples: Samples, ...[table, row, column]: readonly [string, string, string]) {
  return spreadOf(cellOf(samples, table, row, column))?.median;
}

/** Fills `{0}`, `{1}` … in; undefined where one of the values was not measured. */
function told(text: string, ...values: readonly (number | undefined)[]): string | undefined {
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return undefined;
  return text.replaceAll(/\{(\d)\}/g, (_, n: string) => short(known[Number(n)] ?? NaN));
}

function less(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}

const keyPress = (server: string): Why => {
  const table = `key-press-${server}`;
  return (samples) =>
    told(
      'sox’ first sound is told {0} ms and parec’s {1} ms later than that of a process that does nothing else. The recorder is started before anything else happens (`test/unit/dictation/key-press.test.ts`), with the very same command; until its first sound comes, the same thread finds the place, opens the session and computes its TLS, and is told of the sound when that is done. The sound itself waits in the pipe: none is lost, and none is later at the server than the session.',
      ...['sox', 'parec'].map((row) =>
        less(median(samples, table, row, 'ours'), median(samples, table, row, 'bare')),
      ),
    );
};

/** A phase of `npm run bench -- --profile dictating`: ms a second. */
const DICTATING = 'profile-dictating';
const FIVE = 'ours, five partials a second';

export const WHY: Readonly<Record<string, Why>> = {
  'key press to first sound, over a bare spawn, PulseAudio': keyPress('PulseAudio'),
  'key press to first sound, over a bare spawn, PipeWire': keyPress('PipeWire'),
  'a final in the document, over a bare edit': (samples) =>
    told(
      'By the profile (`npm run bench -- --profile landing`: a plain text of 100,000 lines) a final costs {0} ms of our own JavaScript, of them {1} ms for the words: parsing the message, how they join what stands around them, where they stand from then on for undo and correction. The rest of the difference is the network, which the bare edit has not, and VS Code’s: the extension of thirty lines, which composes nothing, is measured with both.',
      sum(samples, 'profile-landing', 'ours', ['words', 'other work of ours']),
      median(samples, 'profile-landing', 'ours', 'words'),
    ),
  'stop key to last word, over Terminate to Termination': (samples) =>
    told(
      'Between 50 and 100 ms are the two frames after the key in which must be heard that nobody speaks, for sound is up to 60 ms under way in sox: with fewer, a word that is being said is cut (`test/unit/dictation/cost/silence.test.ts`). {0} ms are sox’ own end from SIGTERM on, before which its last piece is not out. parec ends within {1} ms; it is not the first recorder, because people are told to install sox, which runs on every system.',
      median(samples, 'key-press-PulseAudio', 'sox', 'bare, from SIGTERM to its end'),
      median(samples, 'key-press-PulseAudio', 'parec', 'bare, from SIGTERM to its end'),
    ),
  'CPU of the extension host at 5 partials a second': (samples) =>
    told(
      'By the profile (`npm run bench -- --profile dictating`) the extension host needs {0} ms a second at rest, {1} with our microphone on and nobody speaking, {2} with five partials a second; the extension of thirty lines {3}. Of JavaScript at five partials, a second: {4} ms sound from the recorder to the socket, {5} ms words, {6} ms VS Code’s sending of ghost text and status bar item. Thirty lines read four pieces of sound a second and send four messages, each word later by a quarter of a second; ours read fifty and send twenty, and each of these wakes the process and is a system call.',
      median(samples, DICTATING, 'at rest', 'CPU of the process'),
      median(samples, DICTATING, 'ours, nobody speaks', 'CPU of the process'),
      median(samples, DICTATING, FIVE, 'CPU of the process'),
      median(samples, DICTATING, 'thirty lines, five partials a second', 'CPU of the process'),
      ...['sound', 'words', 'status bar, ghost text'].map((share) =>
        median(samples, DICTATING, FIVE, share),
      ),
    ),
  'activation above an empty extension': (samples) =>
    told(
      'By the profile (`npm run bench -- --profile activation`) it is {0} ms reading and compiling the bundle of {1} KiB, {2} ms our own work, and {3} ms in VS Code’s calls that make the status bar item, {4} commands and the listeners. No setting and no folder is read meanwhile (`test/host/status-bar.test.ts`).',
      median(samples, 'profile-activation', 'ours', 'reading and compiling'),
      median(samples, 'size', 'extension.js', 'KiB'),
      median(samples, 'profile-activation', 'ours', 'our work'),
      median(samples, 'profile-activation', 'ours', 'VS Code’s calls'),
      median(samples, 'profile-activation', 'ours', 'commands'),
    ),
  'on this computer, over the engine’s own loop: word, last words, CPU, memory': (samples) =>
    told(
      'The engine’s own loop is in the process of the engine; ours is not, so that a fault of the engine does not take the window’s extensions along. Sound goes there, and what was heard comes back, twenty times a second by a pipe: {0} % of a core. Of the last words, {1} ms are the way there and back and what was still under way. Both stay the same where the model is larger, and what they are compared with grows.',
      less(
        median(samples, 'on-device', 'CPU of the process with the model, % of a core', 'ours'),
        median(
          samples,
          'on-device',
          'CPU of the process with the model, % of a core',
          'engine’s own loop',
        ),
      ),
      less(
        median(samples, 'on-device', 'stop to last words, ms', 'ours'),
        median(samples, 'on-device', 'stop to last words, ms', 'engine’s own loop'),
      ),
    ),
  'upload above the format’s own, pcm_mulaw': () =>
    'A message of 50 ms has 800 bytes of µ-law. WebSocket adds 8 (RFC 6455 §5.2: header, length, mask), TLS 1.3 adds 22 (RFC 8446 §5.2: header, type, tag): 3.75 %, before the session has begun. Only longer messages have less around them; see “Tried”.',
  'all bundles': (samples) =>
    told(
      'The most is in `dictate.js`, {0} KiB of {1}: what six languages know, the syntax of the programming languages, AssemblyAI, agents, the ledger of what was written. It is read at the first dictation; a window that opens reads {2} KiB.',
      median(samples, 'size', 'dictate.js', 'KiB'),
      median(samples, 'size', 'all of these', 'KiB'),
      median(samples, 'size', 'extension.js', 'KiB'),
    ),
  'the .vsix': (samples) =>
    told(
      'It has the bundles, {0} KiB, packed; what is known of words and letters; texts in six languages; pictures of walkthrough and page.',
      median(samples, 'size', 'all of these', 'KiB'),
    ),
};

function sum(
  samples: Samples,
  table: string,
  row: string,
  columns: readonly string[],
): number | undefined {
  const values = columns.map((column) => median(samples, table, row, column));
  const known = values.filter((value) => value !== undefined);
  return known.length < values.length ? undefined : known.reduce((a, b) => a + b, 0);
}
