import { isLoopbackHost } from '../../core/loopback';
import { errorCode, field } from '../../core/unknown';
import { PolishError, type AskModel, type PolishRequest } from './model';

/** More than the answer: what a server tells beside it, and how JSON writes it. */
const MOST_BYTES = 256 * 1024;

export interface LocalModelOptions {
  /** Base address of an API as OpenAI's: `http://localhost:11434/v1`. */
  readonly endpoint: string;
  /** Whether it may be another computer. */
  readonly allowsRemote: boolean;
  /** As the server calls it; '': the first that it lists. */
  readonly model: string;
  readonly fetch: typeof fetch;
}

/** A model behind an address that the person has set. No key is sent. */
export function localModel({ fetch, model, ...options }: LocalModelOptions): AskModel {
  return async (request) => {
    const base = baseOf(options);
    const send = async (path: string, body?: unknown): Promise<unknown> =>
      parsed(await answered(fetch, new URL(path, base), body, request.signal));
    const asked = model === '' ? firstModel(await send('models')) : model;
    if (asked === undefined) throw new PolishError('no-model');
    return textIn(await send('chat/completions', bodyFor(asked, request)));
  };
}

function bodyFor(model: string, { instructions, text }: PolishRequest): unknown {
  const messages = [
    { role: 'system', content: instructions },
    { role: 'user', content: text },
  ];
  return { model, messages, temperature: 0, stream: false };
}

/** @throws {PolishError} `endpoint-invalid` where text would go to a stranger, or in the clear */
function baseOf({ endpoint, allowsRemote }: Pick<LocalModelOptions, 'endpoint' | 'allowsRemote'>) {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const isHere = url !== undefined && isLoopbackHost(url.host);
  const isSafe =
    (url?.protocol === 'http:' && isHere) ||
    (url?.protocol === 'https:' && (isHere || allowsRemote));
  if (!isSafe || url.username !== '' || url.password !== '' || url.hash !== '') {
    throw new PolishError('endpoint-invalid');
  }
  url.pathname = `${url.pathname.replace(/\/(?:chat\/completions)?$/u, '')}/`;
  return url;
}

async function answered(
  fetch: LocalModelOptions['fetch'],
  url: URL,
  body: unknown,
  signal: AbortSignal,
): Promise<string> {
  try {
    const response = await fetch(url, {
      ...(body !== undefined && {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
      // Elsewhere than the person has said, nothing is sent.
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw new PolishError('endpoint-failed', `HTTP ${String(response.status)}`);
    }
    return await bounded(response);
  } catch (error) {
    if (error instanceof PolishError) throw error;
    const cause = error instanceof Error ? error.cause : undefined;
    throw new PolishError('endpoint-failed', errorCode(cause) ?? '');
  }
}

async function bounded(response: Response): Promise<string> {
  const body: ReadableStream<Uint8Array> | null = response.body;
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const chunk = (await reader?.read())?.value;
    if (chunk === undefined) return text + decoder.decode();
    bytes += chunk.byteLength;
    text += decoder.decode(chunk, { stream: true });
    if (bytes <= MOST_BYTES) continue;
    await reader?.cancel();
    throw new PolishError('endpoint-failed', 'answer too large');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new PolishError('endpoint-failed', 'no JSON');
  }
}

function firstModel(answer: unknown): string | undefined {
  const id = field(firstOf(field(answer, 'data')), 'id');
  return typeof id === 'string' ? id : undefined;
}

/** @returns '' where the model refuses, or says nothing */
function textIn(answer: unknown): string {
  const message = field(firstOf(field(answer, 'choices')), 'message');
  if (message === undefined) throw new PolishError('endpoint-failed', 'no choices');
  const content = field(message, 'content');
  return typeof content === 'string' ? content : '';
}

function firstOf(list: unknown): unknown {
  return Array.isArray(list) ? list.at(0) : undefined;
}
