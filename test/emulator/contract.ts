import WebSocket from 'ws';
import { API_VERSION } from '../../src/recognition/assemblyai/protocol';

/** A service that speaks AssemblyAI's streaming API v3. */
export interface Service {
  /** `wss://…/v3/ws`. */
  readonly url: string;
  readonly apiKey: string;
  /** Real time between two messages of 100 ms audio, ms. */
  readonly paceMs: number;
}

/** What a service did, item by item; two services agree when their observations are equal. */
export type Observations = ReadonlyMap<string, string>;

type Query = Readonly<Record<string, string>>;
type Headers = Readonly<Record<string, string>>;
type Send = (message: string | Buffer) => void;

const MESSAGE_BYTES = 3200;
const MESSAGE_MS = 100;
/** A session of the contract lasts some ten seconds; a service that takes longer does not answer. */
const SESSION_DEADLINE_MS = 60_000;

const PRO: Query = { speech_model: 'universal-3-6-pro', sample_rate: '16000' };
const ENGLISH: Query = { ...PRO, speech_model: 'universal-streaming-english' };
const FORMATTED: Query = { ...ENGLISH, format_turns: 'true' };

/**
 * Plays the same small contract on a service: normal sessions, forced endpoints, refusals, bad
 * frames and messages, termination, tokens. About a dozen sessions, a minute and a half in
 * real time.
 *
 * @param speech one sentence, 16 kHz signed 16-bit mono PCM
 * @param report is told the name of each scenario before it is played
 */
export async function observe(
  service: Service,
  speech: Buffer,
  report: (scenario: string) => void,
): Promise<Observations> {
  const observations = new Map<string, string>();
  const key: Headers = { authorization: service.apiKey };
  const play = async (
    name: string,
    query: Query,
    headers: Headers,
    act: (send: Send) => Promise<void> | void,
  ): Promise<void> => {
    report(name);
    await session(service.url, query, headers, act, (item, value) => {
      observations.set(`${name}: ${item}`, value);
    });
  };
  const say = async (send: Send, pcm: Buffer): Promise<void> => {
    for (let at = 0; at + MESSAGE_BYTES <= pcm.length; at += MESSAGE_BYTES) {
      send(pcm.subarray(at, at + MESSAGE_BYTES));
      await new Promise((resolve) => setTimeout(resolve, service.paceMs));
    }
  };
  const terminate = '{"type":"Terminate"}';
  const silence = Buffer.alloc((2000 / MESSAGE_MS) * MESSAGE_BYTES);

  for (const [model, query] of Object.entries({
    pro: PRO,
    english: ENGLISH,
    formatted: FORMATTED,
  })) {
    await play(`${model}, normal session`, query, key, async (send) => {
      await say(send, Buffer.concat([speech, silence]));
      send(terminate);
    });
  }
  for (const [model, query] of Object.entries({ pro: PRO, english: ENGLISH })) {
    await play(`${model}, forced endpoint`, query, key, async (send) => {
      await say(send, speech);
      send('{"type":"ForceEndpoint"}');
      await say(send, silence);
      send(terminate);
    });
  }
  // What we tell besides: what is dictated where, and what was said before.
  await play('with context', { ...PRO, previous_context_n_turns: '5' }, key, async (send) => {
    const prompt = 'A software developer dictates text in English. Project: voice-dictation.';
    const agent_context = 'This was said before.';
    const keyterms_prompt = ['lazy dog'];
    send(JSON.stringify({ type: 'UpdateConfiguration', prompt, agent_context, keyterms_prompt }));
    await say(send, Buffer.concat([speech, silence]));
    send('{"type":"UpdateConfiguration","prompt":""}');
    send(terminate);
  });
  for (const name of ['prompt', 'agent_context']) {
    await play(`too long: ${name}`, PRO, key, (send) => {
      send(JSON.stringify({ type: 'UpdateConfiguration', [name]: 'x'.repeat(1751) }));
    });
  }
  // What we ask for besides: sooner partials, a pinned version, heartbeats.
  const asked = { ...PRO, interruption_delay: '0', session_heartbeat: 'true' };
  await play('as we ask', asked, { ...key, 'assemblyai-version': API_VERSION }, async (send) => {
    await say(send, Buffer.concat([speech, silence, silence]));
    send('{"type":"UpdateConfiguration","mode":"max_accuracy","interruption_delay":0}');
    await say(send, speech);
    send(terminate);
  });
  await play('terminated at once', PRO, key, (send) => {
    send(terminate);
  });
  await play('bad key', PRO, { authorization: 'wrong' }, () => undefined);
  await play('no key', PRO, {}, () => undefined);
  await play('bad sample rate', { ...PRO, sample_rate: '7000' }, key, () => undefined);
  await play('bad encoding', { ...PRO, encoding: 'flac' }, key, () => undefined);
  await play('bad model', { ...PRO, speech_model: 'no-such-model' }, key, () => undefined);
  await play('frame of 1200 ms', PRO, key, (send) => {
    send(silence.subarray(0, MESSAGE_BYTES * 12));
  });
  await play('invalid JSON', PRO, key, (send) => {
    send('{oops');
  });
  await play('unknown message type', PRO, key, (send) => {
    send('{"type":"Bogus"}');
  });

  report('tokens');
  const tokens: readonly (readonly [string, string, Headers])[] = [
    ['token', '?expires_in_seconds=60', key],
    ['token without key', '?expires_in_seconds=60', {}],
    ['token of bad key', '?expires_in_seconds=60', { authorization: 'wrong' }],
    ['token out of range', '?expires_in_seconds=0', key],
    ['token without lifetime', '', key],
  ];
  for (const [name, query, headers] of tokens) {
    const url = new URL(`/v3/token${query}`, service.url.replace(/^ws/, 'http'));
    const answer = await fetch(url, {
      headers: { ...headers, connection: 'close' },
      signal: AbortSignal.timeout(SESSION_DEADLINE_MS),
    });
    const body: unknown = await answer.json().catch(() => 'not JSON');
    observations.set(`${name}: HTTP status`, String(answer.status));
    observations.set(`${name}: body`, shapeOf(body));
  }
  return observations;
}

/** One session: `act` begins at Begin; ends when the server closes. */
async function session(
  url: string,
  query: Query,
  headers: Headers,
  act: (send: Send) => Promise<void> | void,
  observe: (item: string, value: string) => void,
): Promise<void> {
  const socket = new WebSocket(`${url}?${new URLSearchParams(query).toString()}`, { headers });
  const finals: string[] = [];
  const order: string[] = [];
  const seen = (item: string): void => {
    if (order.at(-1) !== item) order.push(item);
  };
  await new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(() => {
      socket.terminate();
      observe('end', `none within ${String(SESSION_DEADLINE_MS)} ms`);
    }, SESSION_DEADLINE_MS);
    socket.on('error', (error) => {
      observe('socket error', error.message);
    });
    socket.on('message', (data: Buffer, isBinary) => {
      const message: unknown = isBinary ? 'binary' : JSON.parse(data.toString('utf8'));
      const kind = kindOf(message);
      seen(kind);
      observe(`shape of ${kind}`, shapeOf(message));
      if (typeof message !== 'object' || message === null) return;
      if ('error' in message) observe('error', String(message.error));
      if (kind.endsWith('final') && 'transcript' in message)
        finals.push(String(message.transcript));
      if (kind !== 'Begin') return;
      const send: Send = (outgoing) => {
        if (socket.readyState === WebSocket.OPEN) socket.send(outgoing);
      };
      Promise.resolve(act(send)).catch(reject);
    });
    socket.on('close', (code, reason) => {
      clearTimeout(deadline);
      observe('close', `${String(code)} ${reason.toString('utf8')}`);
      resolve();
    });
  });
  observe('order of messages', order.join(', '));
  observe('finals', JSON.stringify(finals));
}

function kindOf(message: unknown): string {
  if (typeof message !== 'object' || message === null || !('type' in message)) return 'unknown';
  if (message.type !== 'Turn' || !('end_of_turn' in message)) return String(message.type);
  const isFormatted = 'turn_is_formatted' in message && message.turn_is_formatted === true;
  const kind = message.end_of_turn === true ? 'final' : 'partial';
  return `${isFormatted ? 'formatted' : 'unformatted'} ${kind}`;
}

/** Keys in order and types of values; of a list, its first item. */
function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${shapeOf(value[0])}]`;
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  const entries = Object.entries(value).map(([name, item]) => `${name}: ${shapeOf(item)}`);
  return `{ ${entries.join(', ')} }`;
}

/** The items in which two services differ, in words; empty: none. */
export function differences(
  theirs: Observations,
  ours: Observations,
): readonly { readonly item: string; readonly theirs: string; readonly ours: string }[] {
  return [...new Set([...theirs.keys(), ...ours.keys()])]
    .map((item) => ({
      item,
      theirs: theirs.get(item) ?? '(nothing)',
      ours: ours.get(item) ?? '(nothing)',
    }))
    .filter(({ theirs, ours }) => theirs !== ours);
}
