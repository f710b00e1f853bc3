import type { FailureReason } from '../../src/core/failure';
import type { Lane } from './lane';
import { always, type MatrixFault, type Seen } from './strike';

/** The virtual microphone by its name, which is a chosen device. */
const CHOSEN = 'vmic';

function signal(lane: Lane, name: NodeJS.Signals): void {
  const pid = lane.recorderPids.at(-1);
  if (pid === undefined) throw new Error('no sox');
  process.kill(pid, name);
}

/** Kills sox, and each that replaces it as soon as it has delivered something. */
function kill(lane: Lane, times: number): void {
  signal(lane, 'SIGKILL');
  const killed = lane.recorders;
  if (times < 2) return;
  const listener = lane.onDidChange(() => {
    if (lane.recorders === killed || !lane.isDelivering) return;
    listener.dispose();
    kill(lane, times - 1);
  });
}

interface Death {
  readonly recorder?: 'auto';
  readonly device?: string;
  readonly seen: Seen;
  readonly atStart: FailureReason | 'nothing';
  readonly seconds?: number;
  readonly draining?: Seen | `(${string})`;
}

/** A sox that has delivered nothing yet is not replaced by another one: at the start, that is told at once. */
function death(name: string, act: (lane: Lane) => void, options: Death): MatrixFault {
  const { recorder = 'sox', device = '', seen, atStart, seconds = 1, draining = seen } = options;
  const lane = { recorder, device } as const;
  return {
    name,
    of: 'microphone',
    seen: { ...always(seen), start: atStart, draining },
    seconds,
    strike: (phase) =>
      phase === 'start'
        ? {
            options: lane,
            prepare: (started) => {
              const listener = started.onDidStartRecorder(() => {
                listener.dispose();
                act(started);
              });
            },
            act: () => undefined,
          }
        : { options: lane, act, drainsAt: 'the stop key' },
  };
}

const TOO_SHORT = '(the microphone is off before a second sox delivers)';

/** Everything that sox can do. */
export const MICROPHONE_FAULTS: readonly MatrixFault[] = [
  death(
    'sox is killed',
    (lane) => {
      kill(lane, 1);
    },
    { seen: 'nothing', atStart: 'recorder-stopped' },
  ),
  death(
    'sox is killed, other recorders are there',
    (lane) => {
      kill(lane, 1);
    },
    { recorder: 'auto', seen: 'nothing', atStart: 'nothing' },
  ),
  death(
    'sox ends by itself',
    (lane) => {
      signal(lane, 'SIGTERM');
    },
    { seen: 'nothing', atStart: 'recorder-stopped' },
  ),
  death(
    'sox hangs',
    (lane) => {
      signal(lane, 'SIGSTOP');
    },
    { seen: 'nothing', atStart: 'recorder-no-data', seconds: 5 },
  ),
  death(
    'sox is killed twice',
    (lane) => {
      kill(lane, 2);
    },
    { seen: 'recorder-stopped', atStart: 'recorder-stopped', draining: TOO_SHORT },
  ),
  death(
    'sox on a chosen device is killed twice',
    (lane) => {
      kill(lane, 2);
    },
    { device: CHOSEN, seen: 'nothing', atStart: 'recorder-stopped', draining: TOO_SHORT },
  ),
  death(
    'sox on a chosen device is killed three times',
    (lane) => {
      kill(lane, 3);
    },
    { device: CHOSEN, seen: 'recorder-stopped', atStart: 'recorder-stopped', draining: TOO_SHORT },
  ),
];
