import { FRAME_MS } from '../../../src/core/pcm';
import { dictateParked, LONG, SHORT } from '../../simulation/parked';
import { record, type Thinker } from '../../simulation/thinking';
import { wordErrors } from '../../harness/word-errors';
import type { Part } from '../part';

const PARK_AFTER_MS = 15_000;

const THINKERS: Readonly<Record<string, Thinker>> = {
  'paragraphs, minutes between them': LONG,
  'short sentences, a minute between them': SHORT,
  'sentences, a quarter of a minute between them': { ...SHORT, thinkingSeconds: 14 },
};

/** What is billed of half an hour; real speech, model sessions, a virtual clock: the same each time. */
export const billing: Part = {
  seconds: 60,
  async measure({ notes }) {
    for (const [name, thinker] of Object.entries(THINKERS)) {
      const recording = await record(thinker);
      const { billedMs, sentMs, sessions, words } = await dictateParked(recording, PARK_AFTER_MS);
      const said = recording.words.map(({ text }) => text).join(' ');
      notes.add('billing', name, 'billed ÷ speech', billedMs / recording.speechMs);
      notes.add('billing', name, 'uploaded ÷ speech', sentMs / recording.speechMs);
      notes.add(
        'billing',
        name,
        'in one session',
        (recording.frames * FRAME_MS) / recording.speechMs,
      );
      notes.add('billing', name, 'sessions', sessions);
      notes.add('billing', name, 'words wrong', wordErrors(said, words).errors);
    }
  },
};
