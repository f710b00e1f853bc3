// Speech that begins with the key press: in a window that was just opened, beside busy programs.
import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { after, afterEach, before, describe, test } from 'node:test';
import path from 'node:path';
import { EMULATOR_KEY } from '../emulator/emulator';
import { endProcess } from '../harness/processes';
import { REPOSITORY } from '../harness/repository';
import { startRig, type Rig } from '../e2e/rig';
import { SUITE_DEADLINE_MS } from '../harness/until';

/** One for each core of a small machine. */
const BUSY_LOOPS = 2;

const SENTENCES = ['fox', 'list', 'meeting', 'branch'];

/** Gives out tokens of the server at `url()`: a window in a browser forgets a key when it is closed. */
async function startTokenServer(url: () => string) {
  const server = createHttpServer((_, response) => {
    const mint = `${url().replace(/^ws/, 'http').replace(/ws$/, 'token')}?expires_in_seconds=60`;
    fetch(mint, { headers: { authorization: EMULATOR_KEY } })
      .then((minted) => minted.text())
      .then(
        (body) => response.end(body),
        (error: unknown) => response.writeHead(502).end(String(error)),
      );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(typeof address === 'object' && address !== null);
  return {
    url: `http://127.0.0.1:${String(address.port)}/token`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

describe('speaking as the key is pressed', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: Rig;
  let tokens: Awaited<ReturnType<typeof startTokenServer>>;
  let url = '';
  /** Is connected to when a key press has reached the extension host. */
  const presses = createServer((socket) => socket.destroy());
  const loops: ChildProcess[] = [];
  before(async () => {
    presses.listen(0, '127.0.0.1');
    await once(presses, 'listening');
    const address = presses.address();
    assert.ok(typeof address === 'object' && address !== null);
    rig = await startRig({
      companion: path.join(REPOSITORY, 'test/fixtures/key-press'),
      env: { KEY_PRESS_PORT: String(address.port) },
    });
    tokens = await startTokenServer(() => url);
  });
  after(async () => {
    await tokens.close();
    await rig.stop();
    presses.close();
  });
  afterEach(async (context) => {
    await Promise.all(loops.splice(0).map(endProcess));
    await rig.afterTest(context);
  });

  test('every word lands, in the first dictation of a window and on a busy computer', async () => {
    const { window } = rig;
    ({ url } = await rig.serve());
    await rig.configure({ 'voiceDictation.recognition.tokenUrl': tokens.url });
    for (let n = 0; n < BUSY_LOOPS; n++) {
      loops.push(spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }));
    }
    const dictate = async (id: string): Promise<string> => {
      await rig.reopen();
      await window.openDocument(`${id}.md`);
      const pressed = once(presses, 'connection');
      await rig.workbench.page.keyboard.press('Control+Alt+Shift+K');
      await pressed;
      await rig.say(id);
      await window.untilState('starting', 'listening');
      await window.pressToggle();
      await window.untilState('off');
      return window.savedText(`${id}.md`);
    };
    // Reads programs and libraries from the disk, which is no matter of a window.
    await dictate('comment');
    const landed: string[] = [];
    for (const id of SENTENCES) landed.push(await dictate(id));
    await rig.configure({});
    assert.deepEqual(
      landed,
      SENTENCES.map((id) => rig.fixture(id).text),
    );
  });
});
