import type { ListedMicrophone } from '../core/microphones';
import type { MeterReading } from './microphone-meters';
import { t } from './messages/translation';

/** Nothing to be heard, and as loud as speech ever should be, in dB below full scale. */
const QUIET_DB = -60;
const LOUD_DB = -10;

const BAR_LENGTH = 12;

/** A second line in which nothing is told: a line that came with the level would move rows under the pointer. */
const NOTHING_TOLD = '\u00a0';

/** One microphone in the list that a person chooses from. */
export interface MicrophoneLine {
  /** For the setting `recording.device`. */
  readonly name: string;
  readonly label: string;
  readonly description: string;
  /** A line of its own, always there. */
  readonly detail: string;
}

export interface MicrophoneLinesOptions {
  readonly list: readonly ListedMicrophone[];
  /** What the setting says; '' for the default. */
  readonly device: string;
  /** What a microphone delivers now; undefined: nobody listens to it. */
  readonly reading: (name: string) => MeterReading | undefined;
}

/** What can be chosen: the system's default, each microphone, and the chosen one that is not there. */
export function microphoneLines(options: MicrophoneLinesOptions): readonly MicrophoneLine[] {
  const { list, device, reading } = options;
  const usual = list.find(({ isDefault }) => isDefault);
  const isThere = device === '' || list.some(({ name }) => name === device);
  const mark = (name: string): string => (name === device ? '$(check)' : '$(blank)');
  return [
    {
      name: '',
      label: `${mark('')} ${t('System Default')}`,
      ...telling(reading(usual?.name ?? ''), usual === undefined ? '' : t('now {0}', usual.label)),
    },
    ...(isThere
      ? []
      : [
          {
            name: device,
            label: `${mark(device)} ${device}`,
            description: `$(debug-disconnect) ${t('not connected')}`,
            detail: NOTHING_TOLD,
          },
        ]),
    ...list.map((microphone) => ({
      name: microphone.name,
      label: `${mark(microphone.name)} ${microphone.label}`,
      ...telling(reading(microphone.name), microphone.isDefault ? t('default') : '', microphone),
    })),
  ];
}

/** The level as a bar that every theme and screen reader can show. */
export function levelBar(levelDb: number): string {
  const share = (levelDb - QUIET_DB) / (LOUD_DB - QUIET_DB);
  const full = Math.round(Math.min(1, Math.max(0, share)) * BAR_LENGTH);
  return `${'▰'.repeat(full)}${'▱'.repeat(BAR_LENGTH - full)}`;
}

/** The bar stands first in a line of its own: all of them begin at the same place. */
function telling(
  reading: MeterReading | undefined,
  note: string,
  microphone?: ListedMicrophone,
): Pick<MicrophoneLine, 'description' | 'detail'> {
  const isHeard = reading !== undefined && reading.kind !== 'failed';
  const bar = isHeard ? levelBar(reading.kind === 'level' ? reading.levelDb : -Infinity) : '';
  const detail = [bar, trouble(reading, microphone)].filter((each) => each !== '').join('  ');
  return { description: note, detail: detail === '' ? NOTHING_TOLD : detail };
}

function trouble(
  reading: MeterReading | undefined,
  microphone: ListedMicrophone | undefined,
): string {
  if (microphone?.isMuted === true) return t('Muted in the sound settings of your system');
  if (microphone?.isUnplugged === true) return t('Nothing is plugged in there');
  if (reading?.kind === 'failed') return t('Cannot be recorded');
  if (reading?.kind === 'silent') return t('Delivers nothing but silence');
  return '';
}
