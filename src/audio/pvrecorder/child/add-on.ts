import { createRequire } from 'node:module';

/** pvrecorder's `PV_RECORDER_STATUS_SUCCESS` (its `include/pv_recorder.h`). */
const SUCCESS = 0;

/** For the system's default device. */
const DEFAULT_DEVICE = -1;

/** What it lists where there is no sound system at all; it delivers zeros for ever. */
const NO_DEVICE = 'NULL Capture Device';

/** The functions of pvrecorder 1.2 that are used, as its binding for Node calls them. */
interface Functions {
  readonly init: (frameSamples: number, device: number, bufferedFrames: number) => unknown;
  readonly start: (handle: unknown) => unknown;
  readonly read: (handle: unknown, frame: Int16Array) => unknown;
  readonly get_available_devices: () => unknown;
  readonly get_selected_device: (handle: unknown) => unknown;
}

const NAMES = ['init', 'start', 'read', 'get_available_devices', 'get_selected_device'] as const;

/** A microphone that is on. */
export interface Opened {
  /** Waits for a whole frame. @returns whether there is one; an error of the device: none */
  read(frame: Int16Array): boolean;
}

/** pvrecorder's add-on. */
export interface AddOn {
  /**
   * @param device the beginning of a name; '': the system's default
   * @throws {Error} where there is no such device, or it cannot be opened
   */
  open(device: string, frameSamples: number, bufferedFrames: number): Opened;
}

/** @param file the add-on, an absolute path */
export function loadAddOn(file: string): AddOn {
  const loaded: unknown = createRequire(file)(file);
  if (!isAddOn(loaded)) throw new Error('this is no pvrecorder');
  return {
    open(device, frameSamples, bufferedFrames) {
      const opened = loaded.init(frameSamples, indexOf(loaded, device), bufferedFrames);
      const { handle, status } = Object(opened) as Readonly<Record<string, unknown>>;
      if (status !== SUCCESS) throw new Error(`pvrecorder: status ${String(status)}`);
      const selected = loaded.get_selected_device(handle);
      if (selected === NO_DEVICE) throw new Error('there is no device');
      const started = loaded.start(handle);
      if (started !== SUCCESS) throw new Error(`pvrecorder: status ${String(started)}`);
      return { read: (frame) => loaded.read(handle, frame) === SUCCESS };
    },
  };
}

/** Windows' other programs know the first 31 characters of a name; it knows all. */
function indexOf(addOn: Functions, device: string): number {
  if (device === '') return DEFAULT_DEVICE;
  const listed = addOn.get_available_devices();
  const names: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const exact = names.indexOf(device);
  if (exact >= 0) return exact;
  const index = names.findIndex((name) => typeof name === 'string' && name.startsWith(device));
  if (index < 0) throw new Error('there is no such device');
  return index;
}

function isAddOn(value: unknown): value is Functions {
  if (typeof value !== 'object' || value === null) return false;
  return NAMES.every((name) => typeof Reflect.get(value, name) === 'function');
}
