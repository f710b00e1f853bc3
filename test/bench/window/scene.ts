import { EMULATOR_KEY } from '../../emulator/emulator';
import { setTimeout as sleep } from 'node:timers/promises';
import { selfSignedCertificate } from '../../emulator/tls';
import type { Closers } from '../../harness/closers';
import { DictationWindow } from '../../harness/dictation-window';
import { startVirtualMicrophone } from '../../harness/virtual-microphone';
import { TalkingServer } from './talking-server';
import { openMeasuredHost, type MeasuredWindow } from './window';

/** Until what a start has begun is over. */
const STARTED_MS = 500;

/** A window in which somebody can dictate with what {@link TalkingServer} says. */
export interface Scene {
  readonly server: TalkingServer;
  readonly window: MeasuredWindow;
  readonly folder: string;
}

/**
 * Opens a window with the extension in it, a microphone and a server that talks, and gives it its key.
 *
 * @param vsix the extension
 */
export async function openScene(closers: Closers, vsix: string): Promise<Scene> {
  const microphone = await closers.open(startVirtualMicrophone(), (each) => each.stop());
  const tls = await closers.open(selfSignedCertificate(), (made) => made.dispose());
  const server = await closers.open(TalkingServer.start(tls), (each) => {
    each.close();
  });
  const { folder, open } = await openMeasuredHost(closers, {
    extensions: [vsix],
    server: server.url,
    env: { ...microphone.env, NODE_EXTRA_CA_CERTS: tls.caPath },
    settings: {
      'voiceDictation.recognition.endpoint': server.url,
      'voiceDictation.cost.parkAfterSilenceMs': 0,
    },
  });
  const scene = { server, window: await open(), folder };
  await giveKey(scene);
  return scene;
}

/** The first dictation asks for the key. */
async function giveKey({ window: { workbench, ask }, server, folder }: Scene): Promise<void> {
  const window = new DictationWindow(workbench, folder);
  await window.untilActivated();
  await window.openDocument('first.md');
  await window.pressToggle();
  await window.keyInput.waitFor();
  await window.keyInput.fill(EMULATOR_KEY);
  await workbench.page.keyboard.press('Enter');
  await server.untilHeard();
  await window.untilState('listening');
  server.lastWords = '';
  await ask('run', { command: 'voiceDictation.stop' });
  await server.untilSilent();
  await window.untilState('off');
}

/** Partials of a turn that grows by a word each. */
export function talk({ server }: Scene, rate: number): () => void {
  if (rate === 0) return () => undefined;
  const words: string[] = [];
  const timer = setInterval(() => {
    words.push(`word${String(words.length)}`);
    if (words.length > 12) words.length = 0;
    else server.say(words.join(' '), false);
  }, 1000 / rate);
  return () => {
    clearInterval(timer);
    server.say('', true);
  };
}

/** Starts dictation by a command, and waits until it hears. */
export async function start({ window, server }: Scene, command: string): Promise<void> {
  await window.ask('run', { command });
  await server.untilHeard();
  await sleep(STARTED_MS);
}
