/**
 * The practice server:
 * `tsx test/emulator/main.ts [--port N] [--api-key KEY] [--pocketsphinx [--manifest FILE]]`.
 * Prints one line of JSON, `{"url":…,"httpUrl":…}`, when it listens; SIGTERM and SIGINT end it.
 */
import { parseArgs } from 'node:util';
import { startEmulator } from './emulator';
import { readSentences } from './sentences';
import { SphinxRecognisers } from './sphinx-recogniser';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      'api-key': { type: 'string' },
      pocketsphinx: { type: 'boolean', default: false },
      manifest: { type: 'string' },
    },
  });
  const sentences = values.manifest === undefined ? undefined : readSentences(values.manifest);
  const recognisers = values.pocketsphinx ? new SphinxRecognisers(sentences) : undefined;
  const emulator = await startEmulator({
    port: Number(values.port),
    ...(values['api-key'] === undefined ? {} : { apiKey: values['api-key'] }),
    ...(recognisers === undefined ? {} : { createRecogniser: recognisers.create }),
  });

  const stop = (): void => {
    void emulator.close().then(() => recognisers?.close());
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  console.log(JSON.stringify({ url: emulator.url, httpUrl: emulator.httpUrl }));
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
