import type { Surroundings } from './find-program';

/**
 * GNU coreutils' library behind `stdbuf`, by which a program of glibc gets another buffer for its
 * standard output (Debian, Fedora, openSUSE; Arch). Not `stdbuf` itself: the one of uutils stays
 * between us and the recorder, and takes our SIGTERM for itself.
 */
const LIBRARIES = ['/usr/libexec/coreutils/libstdbuf.so', '/usr/lib/coreutils/libstdbuf.so'];

/** How much sound a recorder hands over at a time, in seconds. */
const BLOCK_SECONDS = 0.02;

/**
 * Has a recorder write its sound as it comes. By themselves sox and pw-record write pieces of 4096
 * bytes, 128 ms at 16 kHz; glibc ignores the size that sox asks for (docs/audio.md §2).
 *
 * @param sampleRate of the 16-bit samples, Hz
 * @returns variables for the recorder; none where there is no such library
 */
export function outputBuffer(
  sampleRate: number,
  { platform, env, probe }: Surroundings,
): Readonly<Record<string, string>> {
  const library = platform === 'linux' ? LIBRARIES.find((file) => probe.exists(file)) : undefined;
  if (library === undefined) return {};
  const others = env['LD_PRELOAD'];
  return {
    LD_PRELOAD: others === undefined || others === '' ? library : `${others}:${library}`,
    _STDBUF_O: String(sampleRate * 2 * BLOCK_SECONDS),
  };
}
