import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** The name, besides 127.0.0.1, that the certificate is for; no DNS knows it. */
export const CERTIFIED_HOST = 'recogniser.test';

/** A certificate for 127.0.0.1 and {@link CERTIFIED_HOST} that only those trust who are told to. */
export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM; its own authority. */
  readonly cert: string;
  /** File with `cert`, for `NODE_EXTRA_CA_CERTS` of a child process. */
  readonly caPath: string;
  /** File with `key`. */
  readonly keyPath: string;
  dispose(): Promise<void>;
}

/**
 * Makes a self-signed certificate, valid for a day, with `openssl`.
 * @throws {Error} when there is no `openssl` (Debian package openssl)
 */
export async function selfSignedCertificate(): Promise<Certificate> {
  const folder = await mkdtemp(join(tmpdir(), 'emulator-tls-'));
  const keyPath = join(folder, 'key.pem');
  const caPath = join(folder, 'ca.pem');
  const dispose = (): Promise<void> => rm(folder, { recursive: true });
  try {
    await promisify(execFile)('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '1', '-subj', '/CN=emulator'],
      ...['-addext', `subjectAltName=IP:127.0.0.1,DNS:${CERTIFIED_HOST}`],
      ...['-keyout', keyPath, '-out', caPath],
    ]);
  } catch (cause) {
    await dispose();
    throw new Error('openssl failed: is it installed (apt-get install openssl)?', { cause });
  }
  const [key, cert] = await Promise.all([readFile(keyPath, 'utf8'), readFile(caPath, 'utf8')]);
  return { key, cert, caPath, keyPath, dispose };
}
