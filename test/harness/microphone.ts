import { readFile } from 'node:fs/promises';
import { run } from './programs';

/**
 * Whether this computer has a microphone: on Linux a source of the sound server, or a sound card
 * that can record; macOS and Windows are taken to have one.
 */
export async function hasMicrophone(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const sources = await run('pactl', ['list', 'short', 'sources']).catch(() => '');
  // A monitor is what a speaker plays.
  if (/^\d+\t\S+(?<!\.monitor)\t/m.test(sources)) return true;
  const cards = await readFile('/proc/asound/pcm', 'utf8').catch(() => '');
  return cards.includes('capture');
}
