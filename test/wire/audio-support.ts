import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import type { DictationError } from '../../src/core/failure';
import type { Log } from '../../src/core/log';
import type { Recorder } from '../../src/core/recorder';
import { RECORDERS, type RecorderName, type RecordingSettings } from '../../src/core/settings';
import { PVRECORDER_PROGRAM } from '../harness/pvrecorder';

/** The manifest's defaults for recording. */
export const DEFAULTS: RecordingSettings = {
  recorder: 'auto',
  soxPath: '',
  device: '',
  sampleRate: 16000,
  encoding: 'pcm_s16le',
};

/** The Debian package of each recorder. */
export const RECORDER_PACKAGES: Readonly<Record<Exclude<RecorderName, 'pvrecorder'>, string>> = {
  sox: 'sox',
  parec: 'pulseaudio-utils',
  'pw-record': 'pipewire-bin',
  rec: 'sox',
  arecord: 'alsa-utils',
  ffmpeg: 'ffmpeg',
};

/** A log for tests that look at something else. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Everything a recorder told, and promises for what it will tell; deadlines are the test's own. */
export class Watch {
  private readonly pieces: Buffer[] = [];
  private readonly waiting: { readonly bytes: number; readonly resolve: () => void }[] = [];
  readonly failures: DictationError[] = [];
  /** Resolves with the first failure. */
  readonly failed: Promise<DictationError>;

  /** Subscribes; call it in the tick in which `recorder` was made. */
  constructor(recorder: Recorder) {
    recorder.onDidReceiveAudio((bytes) => {
      this.pieces.push(Buffer.from(bytes));
      const total = this.audio.length;
      for (const wait of this.waiting) if (total >= wait.bytes) wait.resolve();
    });
    this.failed = new Promise((resolve) => {
      recorder.onDidFail((error) => {
        this.failures.push(error);
        resolve(error);
      });
    });
  }

  /** All audio so far. */
  get audio(): Buffer {
    return Buffer.concat(this.pieces);
  }

  /** Resolves when at least `bytes` have come, from the start on. */
  async received(bytes = 1): Promise<void> {
    if (this.audio.length >= bytes) return;
    await new Promise<void>((resolve) => this.waiting.push({ bytes, resolve }));
  }
}

/** Disposes `recorders`, failed tests' too, and waits until their processes are gone. */
export async function endAll(recorders: readonly Recorder[]): Promise<void> {
  for (const recorder of recorders) {
    recorder.dispose();
    await recorder.stop();
  }
}

/** What is told to a person: a failure without its cause. */
export function told({ reason, detail }: DictationError): { reason: string; detail: string } {
  return { reason, detail };
}

/** By which a process is known: its program, or the file that ours runs. */
const NAMES: readonly string[] = [...RECORDERS, PVRECORDER_PROGRAM];

/** Process ids of the recorders, real or fake, that `parent` started and that still run. */
export async function recorderProcesses(parent = process.pid): Promise<readonly number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat=,args=']);
  return stdout.split('\n').flatMap((line) => {
    const [pid, ppid, state = '', ...args] = line.trim().split(/\s+/);
    const isRecorder = args.slice(0, 2).some((arg) => NAMES.includes(path.basename(arg)));
    return Number(ppid) === parent && !state.startsWith('Z') && isRecorder ? [Number(pid)] : [];
  });
}

/** Resolves when process `pid` is gone; the test's deadline is the limit. */
export async function processGone(pid: number): Promise<void> {
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    // Only a parent hears of an exit; for the others asking again is the only way.
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** A program named sox that behaves as told. */
export interface FakeSox {
  /** For the setting `recording.soxPath`. */
  readonly path: string;
  /** Deletes it. */
  remove(): Promise<void>;
}

/** @param script the whole program, first line included; `#!/usr/bin/env node` if there is none */
export async function fakeSox(script: string): Promise<FakeSox> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'fake-sox-'));
  const file = path.join(folder, 'sox');
  await writeFile(file, script.startsWith('#!') ? script : `#!/usr/bin/env node\n${script}`);
  await chmod(file, 0o755);
  return { path: file, remove: () => rm(folder, { recursive: true, force: true }) };
}
