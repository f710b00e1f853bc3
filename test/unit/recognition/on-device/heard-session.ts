import { Emitter } from '../../../../src/core/events';
import type { DictationError } from '../../../../src/core/failure';
import type { Final } from '../../../../src/core/recognition';
import type { RecognitionSettings } from '../../../../src/core/settings';
import type { ModelWriting } from '../../../../src/recognition/on-device/models';
import {
  OnDeviceSession,
  type SessionProcess,
} from '../../../../src/recognition/on-device/on-device-session';
import type { SessionReport } from '../../../../src/recognition/on-device/recogniser-process';
import { ON_DEVICE_TRAITS } from '../../../../src/recognition/on-device/traits';
import { numbersIn } from '../../../../src/text/languages/digits';
import { toSentence } from '../../../../src/text/languages/to-sentence';
import { VirtualClock } from '../../../contracts/virtual-clock';
import { RecordingLog } from '../../../wire/session-support';
import { recognition } from '../assemblyai/settings-fixture';

/** A session whose process is to come. */
export function sessionOf(
  obtain: () => Promise<SessionProcess>,
  settings: Partial<RecognitionSettings> = {},
  writes: ModelWriting = 'sentences',
): OnDeviceSession {
  return new OnDeviceSession(
    { recognition: recognition(settings), sampleRate: 16000, encoding: 'pcm_s16le' },
    {
      clock: new VirtualClock(),
      log: new RecordingLog(),
      traits: ON_DEVICE_TRAITS,
      model: { name: 'a model', flushMs: 900, language: 'en', writes, takesLanguage: true },
      findNumbers: numbersIn,
      toSentence,
      obtain,
    },
  );
}

/** The finals of a session whose process has heard these words, each 100 ms long. */
export function finalsOf(
  said: string,
  settings: Partial<RecognitionSettings>,
): Promise<readonly Final[]> {
  return finalsOfTurns([[said, 'pause']], settings);
}

/** What the process tells of one turn. */
export type SaidTurn = readonly [text: string, ending: 'pause' | 'cut'];

/** The finals of a session whose process has heard these turns. */
export async function finalsOfTurns(
  turns: readonly SaidTurn[],
  settings: Partial<RecognitionSettings>,
  writes?: ModelWriting,
): Promise<readonly Final[]> {
  let tell: (report: SessionReport) => void = () => undefined;
  const session = sessionOf(
    () =>
      Promise.resolve({
        onDidEnd: new Emitter<DictationError>().event,
        open: (_, receive) => {
          tell = receive;
          return 1;
        },
        send: () => undefined,
        close: () => undefined,
      }),
    settings,
    writes,
  );
  const finals: Final[] = [];
  session.onDidTranscribe((event) => {
    if (event.kind === 'final') finals.push(event.final);
  });
  await new Promise<void>((resolve) => {
    session.onDidBegin(() => {
      resolve();
    });
  });
  for (const [text, ending] of turns) {
    const words = text
      .split(' ')
      .map((word, i) => ({ text: word, startMs: 100 * i, endMs: 100 * i + 80 }));
    tell({ kind: 'turn', session: 1, ending, text, words });
  }
  session.dispose();
  return finals;
}
