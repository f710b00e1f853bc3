import assert from 'node:assert/strict';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, test } from 'node:test';
import { localModel } from '../../src/editor/polish/local-model';
import { PolishError, type PolishRequest } from '../../src/editor/polish/model';

type Answer = (request: http.IncomingMessage, response: http.ServerResponse) => void;

/** A server as OpenAI's, and what it was asked. */
async function startServer(answer: Answer) {
  const asked: { readonly url: string; readonly headers: object; readonly body: unknown }[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      asked.push({
        url: `${request.method ?? ''} ${request.url ?? ''}`,
        headers: request.headers,
        body: body === '' ? undefined : JSON.parse(body),
      });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    endpoint: `http://127.0.0.1:${String(port)}/v1`,
    close: async (): Promise<void> => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function says(content: unknown): Answer {
  return (_, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content } }] }));
  };
}

const REQUEST: Omit<PolishRequest, 'signal'> = {
  instructions: 'Polish.',
  text: 'um fix it',
  longest: 1000,
  onDidAsk: () => assert.fail('nobody is asked'),
};

/** What comes of asking a server: its answer, or why there is none. */
async function ask(
  endpoint: string,
  { model = 'a-model', allowsRemote = false, signal = new AbortController().signal } = {},
): Promise<string> {
  try {
    return await localModel({ endpoint, model, allowsRemote, fetch })({ ...REQUEST, signal });
  } catch (error) {
    assert.ok(error instanceof PolishError, String(error));
    return `✖ ${error.message}`;
  }
}

describe('a language model behind an address', () => {
  test('gets instructions and text, and no key, and its answer is read', async () => {
    const server = await startServer(says('Fix it.'));
    try {
      const answer = await ask(server.endpoint);
      const [{ url, headers, body } = { url: '', headers: {}, body: undefined }] = server.asked;
      assert.deepEqual(
        { answer, url, body, hasKey: 'authorization' in headers || 'cookie' in headers },
        {
          answer: 'Fix it.',
          url: 'POST /v1/chat/completions',
          body: {
            model: 'a-model',
            messages: [
              { role: 'system', content: 'Polish.' },
              { role: 'user', content: 'um fix it' },
            ],
            temperature: 0,
            stream: false,
          },
          hasKey: false,
        },
      );
    } finally {
      await server.close();
    }
  });

  test('is the first that the server lists, where none is set; the whole address does as well', async () => {
    const server = await startServer((request, response) => {
      if (request.method === 'POST') says('Fix it.')(request, response);
      else response.end(JSON.stringify({ data: [{ id: 'first' }, { id: 'second' }] }));
    });
    try {
      const answer = await ask(`${server.endpoint}/chat/completions`, { model: '' });
      assert.deepEqual(
        [answer, server.asked.map(({ url }) => url)],
        ['Fix it.', ['GET /v1/models', 'POST /v1/chat/completions']],
      );
    } finally {
      await server.close();
    }
  });

  for (const [what, answer, expected] of [
    ['an error', (_, r) => r.writeHead(500).end('no'), '✖ endpoint-failed (HTTP 500)'],
    ['a page', (_, r) => r.end('<html>'), '✖ endpoint-failed (no JSON)'],
    ['something else', (_, r) => r.end('[1]'), '✖ endpoint-failed (no choices)'],
    ['a stream', (_, r) => r.end('data: {"choices":[]}\n\n'), '✖ endpoint-failed (no JSON)'],
    ['a refusal', says(null), ''],
    ['parts instead of a text', says([{ type: 'text' }]), ''],
    ['a hang-up', (_, r) => r.destroy(), /^✖ endpoint-failed \((?:UND_ERR_SOCKET|ECONNRESET)\)$/],
    [
      'more than any text',
      (_, r) => {
        const more = (): void => {
          while (!r.destroyed && r.write('x'.repeat(64 * 1024)));
        };
        r.on('drain', more);
        more();
      },
      '✖ endpoint-failed (answer too large)',
    ],
  ] as const satisfies readonly (readonly [string, Answer, string | RegExp])[]) {
    test(`that answers with ${what}`, async () => {
      const server = await startServer(answer);
      try {
        const found = await ask(server.endpoint);
        if (typeof expected === 'string') assert.equal(found, expected);
        else assert.match(found, expected);
      } finally {
        await server.close();
      }
    });
  }

  test('gets nothing anywhere else than at its address: a redirection is not followed', async () => {
    const other = await startServer(says('Fix it.'));
    const server = await startServer((_, response) =>
      response.writeHead(307, { location: `${other.endpoint}/chat/completions` }).end(),
    );
    try {
      const answer = await ask(server.endpoint);
      assert.deepEqual([answer.slice(0, 17), other.asked], ['✖ endpoint-failed', []]);
    } finally {
      await server.close();
      await other.close();
    }
  });

  test('is let go of when it is too slow', async () => {
    const aborts = new AbortController();
    let hungUp: (() => void) | undefined;
    const gone = new Promise<void>((resolve) => (hungUp = resolve));
    const server = await startServer((_, response) => {
      response.on('close', () => hungUp?.());
      response.write('{');
      aborts.abort();
    });
    try {
      const answer = await ask(server.endpoint, { signal: aborts.signal });
      await gone;
      assert.match(answer, /^✖ endpoint-failed/);
    } finally {
      await server.close();
    }
  });

  test('is on this computer, unless the person allows another, and then never in the clear', async () => {
    const unreachable: typeof fetch = () => Promise.reject(new Error('asked'));
    const outcomes: string[] = [];
    for (const allowsRemote of [false, true]) {
      for (const endpoint of [
        'http://localhost:1/v1',
        'http://[::1]:1/v1',
        'https://127.0.0.1:1/v1',
        'https://models.example/v1',
        'http://models.example/v1',
        'http://localhost.example/v1',
        'http://127.0.0.1.example/v1',
        'http://me:secret@localhost:1/v1',
        'localhost:11434/v1',
        'file:///v1',
        'no address',
      ]) {
        const error = await localModel({ endpoint, model: 'm', allowsRemote, fetch: unreachable })({
          ...REQUEST,
          signal: new AbortController().signal,
        }).catch((failure: unknown) => failure);
        assert.ok(error instanceof PolishError);
        if (error.problem === 'endpoint-failed') outcomes.push(endpoint);
      }
    }
    const here = ['http://localhost:1/v1', 'http://[::1]:1/v1', 'https://127.0.0.1:1/v1'];
    assert.deepEqual(outcomes, [...here, ...here, 'https://models.example/v1']);
  });
});
