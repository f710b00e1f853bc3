import { PHASES, type MatrixFault, type Phase } from './strike';
import type { Cell, Outcome } from './trial';

/** A {@link Cell} and what became of it. */
export interface Result extends Cell {
  readonly outcome: Outcome;
}

const TITLES: Readonly<Record<MatrixFault['of'], string>> = {
  network: 'The network',
  server: 'The server',
  microphone: 'The microphone',
};

/** The part of the page that no case of the matrix changes; tested by test/simulation. */
export const SIMULATED = `## What is simulated, and what is not

Beside these cases, \`npm test\` lets thousands of random histories happen on a virtual clock, with the real controller,
journal, sessions and protocol; \`npm run soak\` goes on with others. Each spoken word is known by its number, not by its
text, and must be in the text exactly once and in order, or in the audio that is kept.

| What                               | Simulated                                                                                                          | Not simulated                                            |
| ---------------------------------- | ------------------------------------------------------------------------------------------------------------------ | -------------------------------------------------------- |
| Words                              | the same one again and again, endings of others, short ones, Chinese, Japanese, Thai                               | accents, two people at once                              |
| A cut word                         | is heard as another one, its ending, or not at all                                                                 | is heard as anything                                     |
| The next session, and partials     | other capitals and accents, numbers in digits, words joined or parted, a letter or two otherwise; another model    | other words for the same sound                           |
| Word times                         | right, padded, off by up to 300 ms, missing, zero, in seconds, unordered, the last word’s only, the turn’s for all | off by more; counted from each turn’s beginning          |
| Words that are told                | those of the text, spelt otherwise, with marks apart, the whole turn as one                                        | others than those of the text                            |
| Ends of turns                      | pauses of 130 ms and more, End the Current Turn again and again, a minute without a pause                          | a server that ends a turn in a word                      |
| Counting of turns                  | from 0 up, always 0, from 0 again, by threes, downwards, at random, messages that come again                       | turns that are told in another order than they were said |
| The room                           | silent, a noise 20 dB less loud than speech, clicks, coughs and music of any loudness                              | other people who talk                                    |
| Microphone, network, server, sleep | what the tables above have, at any moment and together                                                             | radio, drivers, the vendor's own servers                 |

Three things cannot be known, and are left out of the histories: of a server that tells no times and repeats numbers,
whether the same words, told when another turn has been, are a message that came again; what was said in a turn of
which a server tells neither end; and, where no times are told, how often a word was said that is said again and
again and heard as another one when it is heard again. One more is among them and costs a word (found once, seed 140006,
in the histories that are made for it): the same word on both sides of a short pause, **End the Current Turn** pressed right behind
the second, the connection cut within 40 ms, and times that are off by more than the pause is long: nothing but how soon it comes,
which is not looked at, tells whether the final that still comes is the answer to the press, or the end of the turn before. Numbers in digits, clock times and
what is contracted are compared with words by their English names, of other languages by their length: there a number
may land twice. Word times that are off by more than 300 ms, or count from each turn's beginning, look like right ones
until others contradict them: where a connection is cut and the pause that ended the turn cannot be found, a word may
then land twice or be lost (in two to three of a hundred histories of a server that counts so).

Beside words that are made up, \`npm run speech\` dictates recordings and synthetic speech, in silence, noise and music,
through a real recogniser, and cuts the connection every 150 ms. Counted are words too many and too few against the
dictation that was not cut. Where the person ends turns (End the Current Turn), the recogniser hears otherwise in a cut
dictation, because the key falls into words that are then heard again without it: there the measure is a control, the
same sound and the same ends of turns without a cut, and what the control hears otherwise, too, is counted apart.

## A paste, and the clipboard

Where text can only be pasted, nobody tells when it has been read. What you had copied comes back 5 s after the last
paste. Each other rule does harm, too:

| The clipboard comes back                      | Who is harmed                                                                                                   |
| --------------------------------------------- | --------------------------------------------------------------------------------------------------------------- |
| 5 s after the last paste, as it does          | a panel that hangs for more than 5 s and then reads gets what you had copied; we report the text as inserted    |
| a minute after it                             | you, whenever you paste in that minute: not what you had copied, but what you said, in whatever window it is    |
| when the run ends                             | a panel that is slow at the end, as above; in a long run you can never paste what you had copied                |
| when you copy, leave the window or dictate on | who dictates a sentence and pastes behind it what they had copied, which is what people do in panels with chats |
| never                                         | everybody                                                                                                       |`;

const WHAT_IS_SEEN: Readonly<Record<string, string>> = {
  nothing: 'unnoticed',
  reconnecting: 'reconnects',
};

/** `docs/reliability.md`: everything in it was measured, and nothing in it varies. */
export function reliabilityReport(
  faults: readonly MatrixFault[],
  results: readonly Result[],
): string {
  const tables = (['network', 'server', 'microphone'] as const).map((kind) => {
    const rows = faults.filter(({ of }) => of === kind);
    return `## ${TITLES[kind]}\n\n${table(rows, results)}${remarks(rows)}`;
  });
  const cells = results.length;
  return `# What happens when

<!-- Written by test/matrix/matrix.test.ts (WRITE_DOCS=1); do not edit. -->

Each row is something that goes wrong; each column, the moment at which it does: before the server has begun, in
the middle of a word, between two turns, and while dictation is ending. ${String(faults.length)} faults, ${String(cells)} cases, each of them
run with a real sox on a virtual microphone, real sockets through a proxy that spoils them, and the emulator of
AssemblyAI's service. The words are counted: those that the microphone delivered, those in the text, those in the
audio that is kept.

- **unnoticed**: every word is in the text, and nothing unusual is seen.
- **reconnects**: the status bar says that the connection is lost, for a while; every word is in the text.
- A reason in \`code\`: dictation ends and tells why. What is not in the text then is kept, and **Retry Transcription**
  has brought it there.
- **Lost** words are in neither the text nor the audio that is kept, **doubled** ones are in the text too often or out of
  order. **On** and **open** are microphones and sessions that were left when dictation had ended.

${tables.join('\n\n')}

${SIMULATED}
`;
}

function table(faults: readonly MatrixFault[], results: readonly Result[]): string {
  const header = ['What goes wrong', ...PHASES, 'lost', 'doubled', 'on', 'open'];
  const rows = faults.map((fault) => {
    const own = results.filter((result) => result.fault === fault);
    const sum = (pick: (outcome: Outcome) => number): string =>
      String(own.reduce((total, { outcome }) => total + pick(outcome), 0));
    return [
      fault.name,
      ...PHASES.map((phase) => seen(own.find((result) => result.phase === phase))),
      sum(({ lost, lostAfterRetry }) => lost + lostAfterRetry),
      sum(({ doubled, doubledAfterRetry }) => doubled + doubledAfterRetry),
      sum(({ microphonesOn }) => microphonesOn),
      sum(({ openSessions }) => openSessions),
    ];
  });
  const widths = header.map((title, column) =>
    Math.max(3, ...[title, ...rows.map((row) => row[column] ?? '')].map((text) => text.length)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  return [line(header), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join(
    '\n',
  );
}

function seen(result: Result | undefined): string {
  if (result === undefined) return '–';
  return WHAT_IS_SEEN[result.outcome.seen] ?? `\`${result.outcome.seen}\``;
}

function remarks(faults: readonly MatrixFault[]): string {
  const lines = faults.flatMap(({ name, seen: expected }) =>
    PHASES.flatMap((phase) => {
      const why = omission(expected[phase]);
      return why === undefined ? [] : [`- ${name}, ${phase}: ${why}.`];
    }),
  );
  return lines.length === 0 ? '' : `\n\n${lines.join('\n')}`;
}

/** @returns why a phase makes no sense for a fault, or nothing when it does */
export function omission(expected: MatrixFault['seen'][Phase]): string | undefined {
  return /^\((.*)\)$/.exec(expected)?.[1];
}
