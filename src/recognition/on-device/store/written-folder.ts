import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The folder that a person has written down: a whole path, one from `~` on, or a `file:` address.
 *
 * @returns an absolute path; nothing: it is none of these
 */
export function writtenFolder(place: string): string | undefined {
  const whole = place.replace(/^~(?=$|[\\/])/, () => os.homedir());
  if (path.isAbsolute(whole)) return whole;
  if (!/^file:/i.test(place)) return undefined;
  try {
    return fileURLToPath(place);
  } catch {
    // Of another computer, which only Windows reaches so; or with an encoded slash.
    return undefined;
  }
}
