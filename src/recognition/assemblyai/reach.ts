import http from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { Clock } from '../../core/clock';
import type { Reached } from '../../core/diagnosis';
import { DictationError } from '../../core/failure';
import type { RecognitionSettings } from '../../core/settings';
import { errorCode } from '../../core/unknown';
import { parseEndpoint } from './endpoint';

/** A network that takes longer is one to be told of. */
const REACH_DEADLINE_MS = 10_000;

/**
 * Asks the recogniser's host for nothing, without a key: whatever it answers, it is there. VS Code sends
 * it through the person's proxy, as it does with sessions.
 *
 * @returns undefined: this computer listens, and nothing leaves it (docs/privacy.md)
 */
export function reachEndpoint(
  recognition: Pick<RecognitionSettings, 'provider' | 'endpoint' | 'allowInsecureEndpoint'>,
  clock: Clock,
): Promise<Reached | undefined> {
  if (recognition.provider === 'onDevice') return Promise.resolve(undefined);
  let url: URL;
  try {
    url = parseEndpoint(recognition);
  } catch (error) {
    return Promise.resolve({ failure: DictationError.from(error).reason });
  }
  const { request } = url.protocol === 'wss:' ? https : http;
  const startMs = clock.now();
  const took: { dnsMs?: number; connectMs?: number; tlsMs?: number } = {};
  const sinceMs = (): number => Math.round(clock.now() - startMs);
  return new Promise((resolve) => {
    const { protocol, host } = url;
    const asked = request(`${protocol.replace('ws', 'http')}//${host}/`, {
      method: 'HEAD',
      agent: false,
      timeout: REACH_DEADLINE_MS,
    });
    const deadline = clock.schedule(REACH_DEADLINE_MS, () => {
      asked.destroy(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' }));
    });
    asked.once('socket', (socket: Socket) => {
      socket.once('lookup', () => (took.dnsMs = sinceMs()));
      socket.once('connect', () => (took.connectMs = sinceMs()));
      socket.once('secureConnect', () => (took.tlsMs = sinceMs()));
    });
    asked.once('error', (error) => {
      deadline.dispose();
      resolve({ ...took, failure: errorCode(error) ?? 'unknown' });
    });
    asked.once('response', (response) => {
      deadline.dispose();
      response.resume();
      const server = Date.parse(response.headers.date ?? '');
      resolve({
        ...took,
        answerMs: sinceMs(),
        ...(Number.isNaN(server) ? {} : { clockAheadMs: Date.now() - server }),
      });
    });
    asked.end();
  });
}
