import type { Lane } from './lane';
import type { Door, FaultProxy } from './fault-proxy';
import type { Weather } from './pipe';
import { always, type MatrixFault, type Phase, type Seen, type Strike } from './strike';

/** 16 kHz of 16-bit samples. */
const SPEECH_BYTES_PER_SECOND = 32_000;

/** What the last server messages are held back for. */
const HELD_BACK_MS = 300;

/** The network, from the moment on, for good. */
function weather(name: string, seconds: number, toServer: Weather, toClient: Weather): MatrixFault {
  const act = ({ proxy }: Lane): void => {
    proxy.setWeather(toServer, toClient);
  };
  return fault(name, 'nothing', seconds, { act });
}

/** What happens to the connections that are open, and to no later ones. */
function struck(name: string, act: (proxy: FaultProxy) => void, seconds = 1): MatrixFault {
  return fault(name, 'reconnecting', seconds, {
    act: ({ proxy }) => {
      act(proxy);
    },
  });
}

function halfOpen(name: string, toServer: Weather, toClient: Weather): MatrixFault {
  return fault(name, 'reconnecting', 20, {
    act: ({ proxy }) => {
      proxy.setRoutesWeather(toServer, toClient);
    },
    stop: 'when recovered',
  });
}

/** The connection is lost, and who connects again meets this door for a while. */
function outage(name: string, door: Door, seconds: number, ms = 1500): MatrixFault {
  return {
    name,
    of: 'network',
    seen: always('reconnecting'),
    seconds,
    strike: (phase) =>
      phase === 'start'
        ? {
            prepare: ({ proxy }) => {
              proxy.setDoor(door);
            },
            act: ({ proxy }) => {
              proxy.setDoor('open');
            },
            stop: 'when recovered',
          }
        : {
            act: ({ proxy }) => {
              proxy.setDoor(door);
              proxy.cut('reset');
              proxy.later(ms, () => {
                proxy.setDoor('open');
              });
            },
          },
  };
}

function fault(name: string, seen: Seen, seconds: number, strike: Strike): MatrixFault {
  return { name, of: 'network', seen: always(seen), seconds, strike: () => strike };
}

/** Holds back what the server says, and lets it go together with the end of the connection. */
function heldBack(proxy: FaultProxy, ending: 'close' | 'reset'): void {
  proxy.setRoutesWeather({}, { isHeld: true });
  proxy.later(HELD_BACK_MS, () => {
    proxy.setRoutesWeather({ isLost: true }, {});
    proxy.cut(ending);
  });
}

function flap(proxy: FaultProxy): void {
  for (let n = 0; n < 5; n++) {
    proxy.later(n * 400, () => {
      proxy.cut(n % 2 === 0 ? 'close' : 'reset');
    });
  }
}

/** The sign-in page is there from the beginning, or when dictation comes again. */
function signIn(phase: Phase): Strike {
  const shut = ({ proxy }: Lane): void => {
    proxy.setDoor('sign-in-page');
    proxy.cut();
  };
  return phase === 'start' ? { prepare: shut, act: () => undefined } : { act: shut };
}

const LOST: Weather = { isLost: true };

/** Everything that can happen between the two ends. */
export const NETWORK_FAULTS: readonly MatrixFault[] = [
  struck('connection closed', (proxy) => {
    proxy.cut('close');
  }),
  struck('connection reset', (proxy) => {
    proxy.cut('reset');
  }),
  struck(
    'five short cuts',
    (proxy) => {
      flap(proxy);
    },
    4,
  ),
  struck('server’s message cut in its frame header', (proxy) => {
    proxy.each(({ toClient }) => {
      toClient.cutNext((bytes) => bytes.subarray(0, 1), 'close');
    });
  }),
  struck('server’s message cut in its middle', (proxy) => {
    proxy.each(({ toClient }) => {
      toClient.cutNext((bytes) => bytes.subarray(0, bytes.length / 2), 'close');
    });
  }),
  struck('reset in the middle of the server’s message', (proxy) => {
    proxy.each(({ toClient }) => {
      toClient.cutNext((bytes) => bytes.subarray(0, bytes.length / 2), 'reset');
    });
  }),
  struck('our message cut in its frame header', (proxy) => {
    proxy.each(({ toServer }) => {
      toServer.cutNext((bytes) => bytes.subarray(0, 3), 'close');
    });
  }),
  struck('our message cut in its middle', (proxy) => {
    proxy.each(({ toServer }) => {
      toServer.cutNext((bytes) => bytes.subarray(0, bytes.length / 2), 'reset');
    });
  }),
  struck('garbage instead of the server’s message', (proxy) => {
    proxy.each(({ toClient }) => {
      toClient.cutNext(() => Buffer.alloc(64, 0xff), 'close');
    });
  }),
  struck('last messages and close in one segment', (proxy) => {
    heldBack(proxy, 'close');
  }),
  struck('reset right behind the last messages', (proxy) => {
    heldBack(proxy, 'reset');
  }),
  struck('close overtakes what we sent last', (proxy) => {
    proxy.setRoutesWeather(LOST, {});
    proxy.later(HELD_BACK_MS, () => {
      proxy.cut('close');
    });
  }),
  halfOpen('half-open: nothing arrives at either end', LOST, LOST),
  halfOpen('half-open: the server hears nothing', LOST, {}),
  halfOpen('half-open: the server is not heard', {}, LOST),
  weather('delay of 1.5 s each way', 4, { delayMs: 1500 }, { delayMs: 1500 }),
  weather('server’s messages byte by byte', 1, {}, { segmentBytes: 1 }),
  weather(
    'a little more bandwidth than speech needs',
    3,
    { bytesPerSecond: SPEECH_BYTES_PER_SECOND * 1.1 },
    {},
  ),
  weather(
    'three quarters of the bandwidth',
    4,
    { bytesPerSecond: SPEECH_BYTES_PER_SECOND * 0.75 },
    {},
  ),
  fault('everything stands still for 3 s', 'nothing', 4, {
    act: ({ proxy }) => {
      proxy.setRoutesWeather({ isHeld: true });
      proxy.later(3000, () => {
        proxy.setRoutesWeather({});
      });
    },
  }),
  outage('nobody listens for a while', 'closed', 3),
  outage('accepted and closed at once, for a while', 'accept-and-close', 3),
  outage('closed in the middle of the handshake, for a while', 'half-handshake', 3),
  outage('accepted and never answered, for a while', 'black-hole', 12),
  {
    ...outage('a network’s sign-in page answers, for a while', 'sign-in-page', 3),
    // Before a session has ever begun, it looks like a wrong address.
    seen: { ...always('reconnecting'), start: 'connection-refused' },
  },
  {
    name: 'a network’s sign-in page answers, for good',
    of: 'network',
    seen: always('connection-refused'),
    seconds: 20,
    strike: signIn,
  },
];
