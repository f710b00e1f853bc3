import type { InstalledRecorder, VersionedRecorder } from '../core/diagnosis';
import type { RecorderName } from '../core/settings';
import { answer } from './answer';
import { PVRECORDER_VERSION } from './pvrecorder/pvrecorder';

/** How each is asked; `rec` opens the microphone instead of answering. */
const VERSION_OPTION: Readonly<Partial<Record<RecorderName, string>>> = {
  sox: '--version',
  parec: '--version',
  'pw-record': '--version',
  arecord: '--version',
  ffmpeg: '-version',
};

/** Asks each recorder which version it is. */
export function recorderVersions(
  installed: readonly InstalledRecorder[],
  env: NodeJS.ProcessEnv,
): Promise<readonly VersionedRecorder[]> {
  return Promise.all(
    installed.map(async ({ name, file }) => {
      if (name === 'pvrecorder') return { name, version: PVRECORDER_VERSION };
      const option = VERSION_OPTION[name];
      const said = option === undefined ? '' : await answer(file, [option], env).catch(() => '');
      return { name, version: /\d+(?:\.\d+)+/.exec(said)?.[0] };
    }),
  );
}
