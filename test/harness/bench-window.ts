import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Closers } from './closers';
import { DictationWindow } from './dictation-window';
import { packageExtension } from './packaged-extension';
import { REPOSITORY } from './repository';
import { startHost } from './vscode/host';
import { openWorkbench, type Workbench } from './vscode/workbench';

/** A window with the packaged extension and the one of `test/fixtures/bench` in one extension host. */
export interface BenchWindow {
  readonly window: DictationWindow;
  readonly workbench: Workbench;
  /** The folder that is open. */
  readonly workspace: string;
  /** A file for each start of the recorder; its content says when, in ns of the machine's clock. */
  readonly starts: string;
}

/** Opens a window whose recorder notes when it was started, and records silence. */
export async function openBenchWindow(
  closers: Closers,
  { endpoint, port = '' }: { readonly endpoint: string; readonly port?: string },
): Promise<BenchWindow> {
  const vsix = await packageExtension();
  const folder = await closers.open(mkdtemp(path.join(os.tmpdir(), 'bench-')), (made) =>
    rm(made, { recursive: true, force: true }),
  );
  const [workspace, starts] = [path.join(folder, 'workspace'), path.join(folder, 'starts')];
  for (const each of [workspace, starts]) await mkdir(each);
  const recorder = path.join(folder, 'sox');
  const room = path.join(folder, 'room.raw');
  await writeFile(room, Buffer.alloc(3200, Buffer.from([4, 0, 0xfc, 0xff])));
  await writeFile(
    recorder,
    `#!/bin/sh\ndate +%s%N >'${starts}'/$$\nwhile :; do cat '${room}'; sleep 0.1; done\n`,
  );
  await chmod(recorder, 0o755);
  const host = await closers.open(
    startHost({
      version: 'newest',
      workspace,
      extensions: [vsix],
      extensionDevelopmentPath: path.join(REPOSITORY, 'test/fixtures/bench'),
      env: { BENCH_RECORDER: recorder, BENCH_PORT: port },
      settings: {
        'voiceDictation.recording.soxPath': recorder,
        'voiceDictation.recognition.endpoint': endpoint,
        'voiceDictation.cost.parkAfterSilenceMs': 0,
      },
    }),
    (started) => started.stop(),
  );
  const workbench = await closers.open(openWorkbench(host), (opened) => opened.close());
  const window = new DictationWindow(workbench, workspace);
  await window.untilActivated();
  return { window, workbench, workspace, starts };
}
