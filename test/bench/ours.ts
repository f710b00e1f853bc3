import { Lane } from '../matrix/lane';
import type { Settings } from '../../src/core/settings';
import { faultsOf, recogniserHeardBy, type Contender, type ContenderOptions } from './contender';

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
    proxy: lane.proxy,
    start: () => lane.controller.start(),
    async stop() {
      lane.controller.stop();
      await lane.until('the end', () => lane.isIdle);
    },
    get text() {
      return lane.text;
    },
    get isHeard() {
      return lane.emulator.sessions.some(({ received }) => received.length > 0);
    },
    get recorderPids() {
      return lane.recorderPids.slice(-1);
    },
    close: () => lane.close(),
  };
}
