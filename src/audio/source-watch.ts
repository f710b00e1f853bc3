import type { Disposable } from '../core/events';
import { DictationError } from '../core/failure';
import type { Surroundings } from './find-program';
import type { StreamOwner, StreamSource } from './pactl-lists';
import { findSoundSystem, type SoundSystemOptions } from './sound-system';

/** By these no source of the server is named: its own default, a number. */
const NO_NAME = /^(?:@|\d+$|$)/;

/** By these the person names a source where the setting does not. */
const NAMING_VARIABLES = ['PULSE_SOURCE', 'AUDIODEV', 'PIPEWIRE_NODE'];

/** What is told of what a recorder really records. */
export interface SourceNews {
  /** It is something else than was asked for; nothing is told after it. */
  readonly onWrong: (error: DictationError) => void;
  /** It is another microphone now, by its label, as where the system's default has changed. */
  readonly onMoved: (label: string) => void;
}

export interface SourceWatchOptions extends SoundSystemOptions, SourceNews {
  /** The device that was asked for; '' for the default. */
  readonly device: string;
}

/**
 * Watches what is really recorded, because no recorder tells: PipeWire takes the default for a device
 * that it does not know, and when a microphone is unplugged, both servers move its stream to another
 * one, even to what the loudspeaker plays (docs/audio.md §3). Only where the server can be asked.
 *
 * @param owner the recorder
 */
export function watchSource(owner: StreamOwner, options: SourceWatchOptions): Disposable {
  const { surroundings, log, device, onWrong, onMoved } = options;
  const system = findSoundSystem(options);
  if (system === undefined) return { dispose: () => undefined };
  let isOver = false;
  let last: StreamSource | undefined;
  const hasEnded = (): boolean => isOver;

  const look = async (): Promise<void> => {
    try {
      const source = await system.sourceOf(owner);
      if (source === undefined || hasEnded()) return;
      const problem = wrongSource(source, device, surroundings);
      const isMoved = last !== undefined && last.name !== source.name;
      last = source;
      if (problem !== undefined) {
        log.warn('another source is recorded than was asked for');
        dispose();
        onWrong(problem);
      } else if (isMoved) {
        log.info('the system has moved the recording to another source');
        onMoved(source.label);
      }
    } catch {
      // The server is gone or another one: the recorder tells.
    }
  };
  const changes = system.watch(() => void look());
  void look();

  function dispose(): void {
    isOver = true;
    changes.dispose();
  }
  return { dispose };
}

/** What is wrong with recording `source` where `device` was asked for; undefined: nothing. */
export function wrongSource(
  source: StreamSource,
  device: string,
  { env }: Pick<Surroundings, 'env'>,
): DictationError | undefined {
  const named = device === '' ? NAMING_VARIABLES.map((name) => env[name]) : [device];
  if (named.includes(source.name)) return undefined;
  // Nobody means it who has not named it.
  if (source.isMonitor) {
    return new DictationError('monitor-recorded', { retryable: true, detail: source.label });
  }
  if (device === '' || NO_NAME.test(device) || source.isThroughAlsa) return undefined;
  return new DictationError('microphone-unavailable', { retryable: true, detail: device });
}
