import type { ChildProcessByStdio, SpawnOptions } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import type { RecorderName, RecordingSettings } from '../core/settings';
import type { Surroundings } from './find-program';

/** A process that records: its sound on standard output, its complaints on standard error. */
export type RecorderChild = ChildProcessByStdio<Writable | null, Readable, Readable>;

/** What is spawned. */
export interface RecorderCommand {
  readonly cmd: string;
  readonly args: readonly string[];
  readonly spawnOptions: SpawnOptions;
  /** It ends when its input does; else at SIGTERM. */
  readonly endsWithInput?: boolean;
  /** How long sound is under way to its output at most; default: it is not. */
  readonly latencyMs?: number;
}

/** Takes the header off a stream that may begin with one. */
export interface HeaderStripper {
  /** @returns what of the stream so far is sound and has not been returned before; may be empty */
  strip(bytes: Buffer): Buffer;
}

/**
 * A program that can record the microphone as raw signed 16-bit little-endian mono PCM on its
 * standard output, and ends at SIGTERM. Arguments come from here and from
 * settings of scope `machine`, never from a workspace.
 */
export interface RecorderProgram {
  readonly name: RecorderName;
  /** @returns an absolute path, if it is installed; synchronous, because a key press waits for it */
  find(surroundings: Surroundings): string | undefined;
  /** @param file what {@link find} has found, or the person has set */
  command(
    file: string,
    settings: Pick<RecordingSettings, 'device' | 'sampleRate'>,
    surroundings: Surroundings,
  ): RecorderCommand;
  /**
   * Starts it. Listeners belong on the process in the same tick.
   *
   * @throws {Error} when the operating system refuses to even try (a zero byte in an argument)
   */
  spawn(command: RecorderCommand): RecorderChild;
  /** Of a program that may write a header first; what takes that off one stream. */
  readonly headerStripper?: () => HeaderStripper;
}
