import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { SpeechFixtures } from '../fixtures/speech';
import { endProcess } from './processes';
import { REPOSITORY } from './repository';

/** Decoder and language model are loaded in 2 s. */
const START_DEADLINE_MS = 60_000;

/** The emulator with real recognition, in a process of its own: recognising keeps that busy. */
export interface PracticeServer {
  /** For the setting `voiceDictation.recognition.endpoint`. */
  readonly url: string;
  readonly apiKey: string;
  close(): Promise<void>;
}

/**
 * Starts the practice server.
 *
 * @param fixtures what can be said, recognised exactly; absent: anything, roughly
 * @throws {Error} when PocketSphinx is not there
 */
export async function startPracticeServer(
  fixtures: SpeechFixtures | undefined,
): Promise<PracticeServer> {
  const apiKey = 'practice';
  const args = ['--pocketsphinx', '--api-key', apiKey];
  if (fixtures !== undefined) args.push('--manifest', fixtures.manifestPath);
  const main = path.join(REPOSITORY, 'test/emulator/main.ts');
  const server = spawn(process.execPath, ['--import', 'tsx', main, ...args], {
    cwd: REPOSITORY,
    stdio: ['ignore', 'pipe', 'inherit'],
    // Out of reach of the terminal's Ctrl+C, so that dictation can end before the server does.
    detached: true,
  });
  try {
    const signal = AbortSignal.timeout(START_DEADLINE_MS);
    const ended = once(server, 'exit', { signal }).then(() => {
      throw new Error(
        'The practice server did not start. It needs PocketSphinx of Debian or Ubuntu; elsewhere set ASSEMBLYAI_API_KEY.',
      );
    });
    const line = once(createInterface(server.stdout), 'line', { signal });
    const [printed] = (await Promise.race([line, ended])).map(String);
    return { url: urlOf(printed), apiKey, close: () => endProcess(server) };
  } catch (error) {
    await endProcess(server);
    throw error;
  }
}

function urlOf(line = ''): string {
  const parsed: unknown = JSON.parse(line);
  if (typeof parsed === 'object' && parsed !== null && 'url' in parsed) return String(parsed.url);
  throw new Error(`The practice server said: ${line}`);
}
