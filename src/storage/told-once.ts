import { createHash } from 'node:crypto';

/** Where the extension's state is kept on this computer, for all windows. */
export interface Memory {
  get(key: string): unknown;
  update(key: string, value: unknown): PromiseLike<void>;
}

const KEY = 'corrections.offered';

/** More nobody is told; the oldest may then be told once more. */
const REMEMBERED = 200;

/**
 * Whether a text is news, on this computer: true the first time that it is asked for. Of what was asked for, only
 * hashes are kept.
 */
export function tellingOnce(memory: Memory): (text: string) => boolean {
  const asked = new Set<string>();
  return (text) => {
    const hash = createHash('sha256').update(text).digest('base64').slice(0, 16);
    const stored = memory.get(KEY);
    const hashes: readonly unknown[] = Array.isArray(stored) ? stored : [];
    if (asked.has(hash) || hashes.includes(hash)) return false;
    asked.add(hash);
    void memory.update(KEY, [...hashes, hash].slice(-REMEMBERED));
    return true;
  };
}
