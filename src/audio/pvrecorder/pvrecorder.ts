import { spawn } from 'node:child_process';
import path from 'node:path';
import type { BuiltInRecorder } from '../find-program';
import type { RecorderProgram } from '../recorder-program';
import { recorderSpawnOptions } from '../spawn-recorder';

/** The one that is put into packages. */
export const PVRECORDER_VERSION = '1.2.9';

/** What is in the packages for Windows: beside the bundles a process, beside their folder the add-on. */
const BUILT_IN: BuiltInRecorder = {
  addOn: path.join(__dirname, '..', 'recorder', 'pv_recorder.node'),
  program: path.join(__dirname, 'pvrecorder.js'),
};

/**
 * The recorder that comes with the extension where a system brings none (docs/audio.md §8): an add-on,
 * in a process of its own because it blocks the thread that reads.
 */
export const pvrecorder: RecorderProgram = {
  name: 'pvrecorder',
  find: ({ probe, builtIn = BUILT_IN }) =>
    probe.exists(builtIn.addOn) ? builtIn.addOn : undefined,
  command: (file, { device, sampleRate }, { env, builtIn = BUILT_IN }) => ({
    // In a desktop editor our own program is Electron.
    cmd: process.execPath,
    args: [builtIn.program, file, String(sampleRate), device],
    spawnOptions: {
      ...recorderSpawnOptions(env, { ELECTRON_RUN_AS_NODE: '1' }),
      // Libraries are also searched for where a process is started: never in a workspace.
      cwd: path.dirname(file),
    },
    // Windows has no signal that a program could answer.
    endsWithInput: true,
  }),
  spawn: ({ cmd, args, spawnOptions }) =>
    spawn(cmd, args, { ...spawnOptions, stdio: ['pipe', 'pipe', 'pipe'] }),
};
