import { connect, createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { bytesPerSample } from '../../../src/core/pcm';
import { ENCODINGS } from '../../../src/core/settings';
import { startEmulator } from '../../emulator/emulator';
import { selfSignedCertificate } from '../../emulator/tls';
import { run } from '../../harness/programs';
import { createToneRecogniser } from '../../matrix/tone-speech';
import type { Part } from '../part';

const SECONDS = 20;
const SAMPLE_RATE = 16_000;
const KIB = 1024;

/** Bytes that go to the server, TLS and the beginning of the session included. */
export const upload: Part = {
  seconds: 40,
  async measure({ notes, closers }) {
    const tls = await closers.open(selfSignedCertificate(), (made) => made.dispose());
    const emulator = await closers.open(
      startEmulator({ tls, createRecogniser: createToneRecogniser }),
      (started) => started.close(),
    );
    const url = new URL(emulator.url);
    let bytes = 0;
    const relay = createServer((client) => {
      const server = connect(Number(url.port), '127.0.0.1');
      client.on('data', (data: Buffer) => (bytes += data.length));
      client.pipe(server).pipe(client);
      for (const socket of [client, server]) socket.on('error', () => undefined);
    });
    closers.add(() => relay.close());
    await new Promise<void>((resolve) => relay.listen(0, '127.0.0.1', resolve));
    const { port } = relay.address() as AddressInfo;
    for (const encoding of ENCODINGS) {
      bytes = 0;
      const script = path.join(import.meta.dirname, '../upload-process.ts');
      const address = `wss://127.0.0.1:${String(port)}${url.pathname}`;
      await run(process.execPath, ['--import', 'tsx', script, address, encoding, String(SECONDS)], {
        env: { ...process.env, NODE_EXTRA_CA_CERTS: tls.caPath },
      });
      const least = SECONDS * SAMPLE_RATE * bytesPerSample(encoding);
      notes.add('upload', encoding, 'KiB a second of speech', bytes / KIB / SECONDS);
      notes.add('upload', encoding, '% above the format’s own', (bytes / least - 1) * 100);
    }
  },
};
