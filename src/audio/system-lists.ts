import type { ListedMicrophone } from '../core/microphones';
import { field } from '../core/unknown';

/** Windows' waveIn, by which sox records, has names of at most so many characters. */
const WAVE_IN_NAME_LENGTH = 31;

const PRESENT = { isDefault: false, isMuted: false, isUnplugged: false };

/**
 * Sound cards of a Linux without a sound server.
 *
 * @param list what `arecord -L` says: names, and what they are in lines that are indented
 */
export function alsaMicrophones(list: string): readonly ListedMicrophone[] {
  return list.split(/^(?=\S)/m).flatMap((entry) => {
    const [name = '', label = ''] = entry.split('\n').map((line) => line.trim());
    return name.startsWith('plughw:') ? { ...PRESENT, name, label: label || name } : [];
  });
}

/** @param list what `system_profiler SPAudioDataType -json` says; from its documentation, not run */
export function macMicrophones(list: string): readonly ListedMicrophone[] {
  const parsed: unknown = JSON.parse(list);
  return items(field(parsed, 'SPAudioDataType'))
    .flatMap((group) => items(field(group, '_items')))
    .flatMap((device) => {
      const name = field(device, '_name');
      const inputs = field(device, 'coreaudio_device_input');
      if (typeof name !== 'string' || inputs === undefined) return [];
      const isDefault = field(device, 'coreaudio_default_audio_input_device') === 'spaudio_yes';
      return { ...PRESENT, name, label: name, isDefault };
    });
}

/**
 * Windows' list of endpoints in the registry: `DeviceState` 1 is one that is there. sox takes any
 * beginning of a name, but no letter outside the code page: the name ends before the first.
 *
 * @param list what `reg query …\MMDevices\Audio\Capture /s` says
 */
export function windowsMicrophones(list: string): readonly ListedMicrophone[] {
  const states = new Map<string, { state?: string; endpoint?: string; card?: string }>();
  let endpoint = '';
  for (const line of list.split(/\r?\n/)) {
    const key = /\\Capture\\(\{[^\\]+\})/.exec(line)?.[1];
    if (key !== undefined) {
      endpoint = key;
      continue;
    }
    const [, name, value] = /^\s+(\S+)\s+REG_\w+\s+(.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) continue;
    const entry = states.get(endpoint) ?? {};
    states.set(endpoint, entry);
    if (name === 'DeviceState') entry.state = value;
    if (name === '{a45c254e-df1c-4efd-8020-67d146a850e0},2') entry.endpoint = value;
    if (name === '{b3f8fa53-0004-438e-9003-51a46e139bfc},6') entry.card = value;
  }
  return [...states.values()].flatMap(({ state, endpoint: what, card }) => {
    if (Number(state) !== 1 || what === undefined) return [];
    const label = card === undefined ? what : `${what} (${card})`;
    const name = /^[ -~]*/.exec(label.slice(0, WAVE_IN_NAME_LENGTH))?.[0] ?? '';
    return name === '' ? [] : { ...PRESENT, name, label };
  });
}

function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
