import type { Fault } from '../emulator/faults';
import { Lane } from '../matrix/lane';
import type { Settings } from '../../src/core/settings';
import { recogniserHeardBy, type Contender, type ContenderOptions } from './contender';

/** This extension without the editor: what records, what streams, and what decides what is inserted. */
export async function openOurs(
  options: ContenderOptions,
  recorder: Settings['recording']['recorder'] = 'sox',
): Promise<Contender & { readonly lane: Lane }> {
  const lane = await Lane.open({
    recorder,
    createRecogniser: recogniserHeardBy(options.wire),
    faults: faultsOf(options),
  });
  return {
    lane,
    start: () => lane.controller.start(),
    async stop() {
      lane.controller.stop();
      await lane.until('the end', () => lane.isIdle);
    },
    get text() {
      return lane.text;
    },
    get uploadedBytes() {
      return lane.emulator.sessions.reduce((sum, { audio }) => sum + audio.length, 0);
    },
    close: () => lane.close(),
  };
}

/** What the server does. */
export function faultsOf({ beginDelayMs, cutAfterMs }: ContenderOptions): readonly Fault[] {
  return [
    ...(beginDelayMs === undefined ? [] : [{ fault: 'begin-delay', ms: beginDelayMs } as const]),
    ...(cutAfterMs === undefined
      ? []
      : [{ fault: 'tcp-reset', session: 0, afterAudioMs: cutAfterMs } as const]),
  ];
}
