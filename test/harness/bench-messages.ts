/**
 * `npm run bench:messages`: what the worst messages of a server cost the extension host in a real window,
 * in documents that make the most of them: CPU time of its dearest turn of the event loop, everything
 * included. No message may hold it for more than 50 ms.
 */
import { writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocketServer, type WebSocket } from 'ws';
import { EMULATOR_KEY } from '../emulator/emulator';
import { openBenchWindow } from './bench-window';
import { Closers } from './closers';
import { until } from './until';

const CODE = 'get user name equals open paren request server token close paren semicolon new line ';
const PROSE = 'Write the request to the server, comma new line and get user name of the token. ';

/** What is dictated into, with how many carets. */
const DOCUMENTS: readonly (readonly [file: string, content: string, carets: number])[] = [
  ['first.md', '', 1],
  ['short.ts', 'const a = 1;\n', 1],
  ['line.ts', `const a = ${'getUser(request[0], "token"), '.repeat(6500)}`, 1],
  ['line.md', `A line ${'of many words, `code` and more. '.repeat(6200)}`, 1],
  ['slashes.pl', '/'.repeat(200_000), 1],
  ['templates.ts', '`${'.repeat(60_000), 1],
  ['carets.ts', 'const userName = getUserName(request);\n'.repeat(4000), 20],
  ['carets.md', `${'Words of a paragraph that is long. '.repeat(280)}\n`.repeat(25), 20],
  ['names.ts', names(6000), 1],
];

/** What the server says in one message. */
const MESSAGES: readonly (readonly [name: string, text: string, wordBytes: number])[] = [
  ['a sentence', 'Hello world new line and a comma.', 0],
  ['code of 2000 characters', CODE.repeat(40).slice(0, 2000), 0],
  ['prose of 4900 characters', PROSE.repeat(200).slice(0, 4900), 0],
  ['prose of 9900 characters', PROSE.repeat(200).slice(0, 9900), 0],
  ['ligatures of eighteen letters', '\ufdfa '.repeat(4900), 0],
  ['900 KB of words', '', 900_000],
];

/** Until what a message has started, looking for names too, is over. */
const SETTLE_MS = 2500;

function names(count: number): string {
  const parts = ['get', 'User', 'Name', 'Request', 'Server', 'Token', 'Cache', 'Parse'];
  const name = (n: number): string =>
    `load${parts[n % 8] ?? ''}${parts[(n >> 3) % 8] ?? ''}${parts[(n >> 6) % 8] ?? ''}${String(n % 97)}`;
  return Array.from({ length: count }, (_, n) => `const ${name(n)} = ${name(n + 1)}();\n`).join('');
}

function turn(order: number, text: string, wordBytes: number, isEnd: boolean): string {
  const spoken = text.split(' ').filter((word) => word !== '');
  const words = (wordBytes > 0 ? Array.from({ length: wordBytes / 90 }, () => 'word') : spoken).map(
    (word, n) => ({
      start: n * 10,
      end: n * 10 + 9,
      text: word,
      confidence: 0.9,
      word_is_final: true,
    }),
  );
  return JSON.stringify({
    type: 'Turn',
    turn_order: order,
    turn_is_formatted: true,
    end_of_turn: isEnd,
    transcript: text,
    end_of_turn_confidence: 0.9,
    words,
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function main(closers: Closers): Promise<void> {
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await new Promise((resolve) => server.once('listening', resolve));
  let socket: WebSocket | undefined;
  server.on('connection', (connected) => {
    socket = connected;
    const id = '00000000-0000-4000-8000-000000000000';
    connected.send(JSON.stringify({ type: 'Begin', id, expires_at: 9_999_999_999 }));
    connected.on('message', (data: Buffer, isBinary) => {
      if (isBinary || !data.includes('Terminate')) return;
      connected.send(JSON.stringify({ type: 'Termination' }));
      connected.close();
    });
  });
  const { port } = server.address() as AddressInfo;
  const meterPort = await freePort();
  const { window, workbench, workspace } = await openBenchWindow(closers, {
    endpoint: `ws://127.0.0.1:${String(port)}/v3/ws`,
    port: String(meterPort),
  });
  const meter = async (what: string): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${String(meterPort)}/${what}`);
    if (!answer.ok) throw new Error(await answer.text());
    return Number(Reflect.get(Object(await answer.json()), 'dearestMs'));
  };
  let isKnown = false;
  const start = async (): Promise<void> => {
    // By command: a busy window shows a document before the keyboard is in it.
    await meter('run?command=voiceDictation.start');
    if (!isKnown) {
      await window.keyInput.waitFor();
      await window.keyInput.fill(EMULATOR_KEY);
      await workbench.page.keyboard.press('Enter');
      isKnown = true;
    }
    await until('the session', () => Promise.resolve(socket?.readyState === 1 || undefined));
    await window.untilState('listening');
  };
  for (const [file, content, carets] of DOCUMENTS) {
    await writeFile(path.join(workspace, file), content);
    const query = `file=${encodeURIComponent(path.join(workspace, file))}&carets=${String(carets)}`;
    const figures: string[] = [];
    for (const [name, text, wordBytes] of MESSAGES) {
      await meter(`show?${query}`);
      await start();
      await sleep(SETTLE_MS);
      for (const isEnd of [false, true]) {
        await meter('reset');
        socket?.send(turn(0, text, wordBytes, isEnd));
        await sleep(SETTLE_MS);
        figures.push(
          `${(await meter('reset')).toFixed(0)} (${isEnd ? 'final' : 'partial'}, ${name})`,
        );
      }
      await meter('run?command=voiceDictation.stop');
      await window.untilState('off');
      socket = undefined;
    }
    console.log(
      `${file}, ${String(carets)} carets, CPU ms of the dearest turn: ${figures.join(', ')}`,
    );
  }
  server.close();
}

const closers = new Closers();
main(closers)
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  })
  .finally(() => closers.closeAll());
