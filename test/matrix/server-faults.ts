import type { Fault, FaultKind } from '../emulator/faults';
import type { Lane, LaneOptions } from './lane';
import { HELD_MS } from './lane-clock';
import { always, type MatrixFault, type Seen, type Strike } from './strike';

const UNIVERSAL = 'universal-streaming-english';

const reset = ({ proxy }: Lane): void => {
  proxy.cut('reset');
};

/**
 * Who opens a session is answered so: the first one, or where the phase is a later one, the one
 * that is opened because the connection is reset then.
 */
function answered(name: string, kind: FaultKind, seen: Seen, seconds = 1): MatrixFault {
  return {
    name,
    of: 'server',
    seen: always(seen),
    seconds,
    strike: (phase) =>
      phase === 'start'
        ? {
            options: { faults: [{ ...kind, session: 0 }] },
            act: () => undefined,
            ...(seen === 'reconnecting' ? { stop: 'when recovered' } : {}),
          }
        : { options: { faults: [{ ...kind, session: 1 }] }, act: reset },
  };
}

/** The first session meets this at the very moment. */
function inSession(name: string, fault: 'server-error' | 'tcp-reset' | 'stall'): MatrixFault {
  const isStall = fault === 'stall';
  return {
    name,
    of: 'server',
    seen: always('reconnecting'),
    seconds: isStall ? 20 : 1,
    strike: () => {
      let isStruck = false;
      const faults: Fault[] = [
        {
          fault,
          session: 0,
          get afterAudioMs() {
            return isStruck ? 0 : Infinity;
          },
        },
      ];
      const act = (): void => {
        isStruck = true;
      };
      const strike: Strike = { options: { faults }, act, drainsAt: 'the stop key' };
      return isStall ? { ...strike, stop: 'when recovered' } : strike;
    },
  };
}

/** The first session answers Terminate so; before the last phase, the stop key is pressed then. */
function atTheEnd(name: string, kind: FaultKind, seconds: number): MatrixFault {
  const options: LaneOptions = { faults: [{ ...kind, session: 0 }] };
  return {
    name,
    of: 'server',
    seen: always('nothing'),
    seconds,
    strike: (phase) =>
      phase === 'draining'
        ? { options, act: () => undefined }
        : { options, act: () => undefined, stop: 'at the strike' },
  };
}

/** The server's way in every session, while the connection is reset. */
function manner(name: string, kind: FaultKind, model?: string): MatrixFault {
  const options: LaneOptions = { faults: [kind], ...(model === undefined ? {} : { model }) };
  return {
    name,
    of: 'server',
    seen: always('reconnecting'),
    seconds: 2,
    strike: () => ({ options, act: reset }),
  };
}

const refused = (status: 401 | 404 | 410 | 503): FaultKind => ({
  fault: 'upgrade-refused',
  status,
});

/** Everything that the emulator can do wrong, or unusually. */
export const SERVER_FAULTS: readonly MatrixFault[] = [
  answered('HTTP 401', refused(401), 'key-rejected'),
  {
    ...answered('HTTP 404', refused(404), 'connection-refused'),
    // Where a session has begun before, the address is right.
    seen: { ...always('reconnecting'), start: 'connection-refused' },
  },
  answered('HTTP 410', refused(410), 'api-retired'),
  answered('HTTP 503', refused(503), 'reconnecting'),
  answered('key refused', { fault: 'bad-key' }, 'key-rejected'),
  answered('account refused', { fault: 'account-refused' }, 'account-refused'),
  answered('too many sessions (3009)', { fault: 'too-many-sessions' }, 'reconnecting', 6),
  answered(
    'too many sessions (1008)',
    { fault: 'too-many-sessions', code: 1008 },
    'reconnecting',
    6,
  ),
  answered('internal error', { fault: 'internal-error' }, 'reconnecting'),
  answered('Begin never comes', { fault: 'no-begin' }, 'reconnecting', 11),
  {
    name: 'Begin comes 3 s late',
    of: 'server',
    seen: { ...always('reconnecting'), start: 'nothing' },
    seconds: 4,
    strike: (phase) =>
      phase === 'start'
        ? {
            act: () => undefined,
            releasesBeginAfterMs: 3000,
          }
        : { options: { faults: [{ fault: 'begin-delay', session: 1, ms: 3000 }] }, act: reset },
  },
  inSession('error in mid-session (3005)', 'server-error'),
  inSession('server resets the connection', 'tcp-reset'),
  inSession('server reads on and says nothing', 'stall'),
  {
    name: 'session expires (3008)',
    of: 'server',
    seen: always('reconnecting'),
    seconds: 1,
    strike: () => ({
      options: { faults: [{ fault: 'session-expiry', session: 0, ms: HELD_MS.expiry }] },
      act: (lane) => {
        lane.clock.release('expiry');
      },
    }),
  },
  atTheEnd('Terminate is not answered', { fault: 'terminate-without-reply' }, 6),
  atTheEnd('Termination without close', { fault: 'termination-without-close' }, 3),
  atTheEnd('close without Termination', { fault: 'close-without-termination' }, 1),
  manner('another model than asked for', {
    fault: 'model-substituted',
    model: 'universal-3-5-pro',
  }),
  manner('every final followed by an empty one', { fault: 'empty-final' }),
  manner('partials without transcript', { fault: 'transcript-empty-words-filled' }),
  manner('partials that shrink', { fault: 'partial-shrinks' }),
  manner('messages of an unknown type', { fault: 'unknown-message-type' }),
  manner('binary frames', { fault: 'binary-frame' }),
  manner('formatted turn 1 s late', { fault: 'formatted-turn-delayed', ms: 1000 }, UNIVERSAL),
  manner('formatted turn missing', { fault: 'formatted-turn-missing' }, UNIVERSAL),
  manner('unformatted turn missing', { fault: 'unformatted-turn-missing' }, UNIVERSAL),
  manner('utterance before the end of its turn', { fault: 'utterance-before-end' }, UNIVERSAL),
];
