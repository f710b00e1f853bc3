import { loadOnce } from './core/load-once';
import type { Writer, WriterOptions } from './writer';

/** What a {@link Writer} does, but each call loads the bundle first, if it is not there yet. */
export type LazyWriter = {
  readonly [K in Exclude<keyof Writer, 'dispose'>]: (
    ...args: Parameters<Writer[K]>
  ) => Promise<Awaited<ReturnType<Writer[K]>>>;
};

export function lazyWriter(options: WriterOptions): LazyWriter {
  let writer: Writer | undefined;
  const load = loadOnce(async () => {
    const { createWriter } = await import('./writer');
    writer = createWriter(options);
    return writer;
  });
  return {
    openTarget: async (request) => (await load()).openTarget(request),
    undoLast: async () => (await load()).undoLast(),
    undoRun: async () => (await load()).undoRun(),
    spokenCommands: async (languages) => (await load()).spokenCommands(languages),
    watchNames: async (target) => (await load()).watchNames(target),
    toldWords: async (resource) => (await load()).toldWords(resource),
    wordToAdd: async () => (await load()).wordToAdd(),
    // What was never loaded has nothing to give back.
    close: async () => writer?.close(),
  };
}
