import { loadSherpa } from '../../src/recognition/on-device/child/sherpa';
import { serve } from '../../src/recognition/on-device/child/serve';

/** Comes to grief in the next frame: the engine throws, or takes memory until there is none. */
const griefs = {
  SIGUSR2: () => {
    throw new Error('the engine cannot go on');
  },
  SIGWINCH: () => {
    for (const eaten: number[][] = []; ;) eaten.push(Array.from({ length: 100_000 }, Math.random));
  },
} as const;

let grief = (): void => undefined;
for (const [signal, next] of Object.entries(griefs)) {
  process.on(signal, () => {
    grief = next;
  });
}

serve((order) => {
  const engine = loadSherpa(order);
  return {
    openStream: (...of) => {
      const stream = engine.openStream(...of);
      const accept = (samples: Float32Array): void => {
        grief();
        stream.accept(samples);
      };
      return { ...stream, accept };
    },
  };
});
