import { repeat, type Clock } from '../core/clock';
import { loggable } from '../core/failure';
import type { Log } from '../core/log';
import type { ListedMicrophone, Microphones } from '../core/microphones';
import { alsaMicrophones, macMicrophones, windowsMicrophones } from './system-lists';
import { answer } from './answer';
import type { SoundSystem } from './sound-system';

/** Where no program tells of changes, how often the list is made anew while somebody looks at it. */
const POLL_MS = 2000;

export interface MicrophonesOptions {
  readonly clock: Clock;
  readonly log: Log;
  /** The sound server, where there is one that can be asked. */
  readonly system: SoundSystem | undefined;
  /** What programs inherit and where they are searched; default `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  readonly platform?: NodeJS.Platform;
}

/** Lists the microphones by what is on this computer: a sound server, else what the system comes with. */
export function listedMicrophones(options: MicrophonesOptions): Microphones {
  const { clock, log, system, env = process.env, platform = process.platform } = options;
  if (system === undefined) {
    const lister = SYSTEM_LISTERS[platform] ?? ALSA;
    return {
      list: () =>
        orNone(log, async () => {
          const { file, args, read } = lister;
          return read(await answer(file, args, env));
        }),
      watch: (onChange) => repeat(clock, POLL_MS, onChange),
      canRecordSeveral: false,
    };
  }
  return {
    list: () => orNone(log, () => system.microphones()),
    watch: (onChange) => system.watch(onChange),
    canRecordSeveral: true,
  };
}

/** A program that lists microphones, and who reads what it says. */
interface Lister {
  readonly file: string;
  readonly args: readonly string[];
  readonly read: (text: string) => readonly ListedMicrophone[];
}

const ALSA: Lister = { file: 'arecord', args: ['-L'], read: alsaMicrophones };

const SYSTEM_LISTERS: Readonly<Partial<Record<NodeJS.Platform, Lister>>> = {
  darwin: {
    file: '/usr/sbin/system_profiler',
    args: ['SPAudioDataType', '-json'],
    read: macMicrophones,
  },
  win32: {
    file: 'reg.exe',
    args: [
      'query',
      'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\MMDevices\\Audio\\Capture',
      '/s',
    ],
    read: windowsMicrophones,
  },
};

async function orNone(
  log: Log,
  list: () => Promise<readonly ListedMicrophone[]>,
): Promise<readonly ListedMicrophone[]> {
  try {
    return await list();
  } catch (error) {
    log.warn(`microphones cannot be listed: ${loggable(error)}`);
    return [];
  }
}
