import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageExtension, packageFolder } from '../../harness/packaged-extension';
import { REPOSITORY } from '../../harness/repository';
import type { Part } from '../part';
import { packageCopy } from '../window/own-copy';
import { openMeasuredHost } from '../window/window';

/** Until a new window has done what it does at first. */
const REST_MS = 3000;
/** Nothing asks for it. */
const NEVER = ['onCommand:bench.never'];

const EMPTY = {
  ...{ name: 'empty', publisher: 'voice-dictation-tests', version: '1.0.0' },
  ...{ engines: { vscode: '^1.100.0' }, main: './extension.js', activationEvents: NEVER },
};
const IDS: Readonly<Record<string, string>> = {
  'an empty extension': 'voice-dictation-tests.empty',
  ours: 'voice-dictation.voice-dictation',
};

/** Activation beside that of an extension that does nothing, in the same windows. */
export const activation: Part = {
  seconds: 100,
  async measure({ runs, notes, closers }) {
    const into = path.join(REPOSITORY, 'out', `bench-activation-${String(process.pid)}`);
    const empty = path.join(into, 'empty');
    await mkdir(empty, { recursive: true });
    await writeFile(path.join(empty, 'package.json'), JSON.stringify(EMPTY));
    await writeFile(path.join(empty, 'extension.js'), 'exports.activate = () => undefined;\n');
    await writeFile(path.join(empty, 'README.md'), 'Nothing.\n');
    closers.add(() => rm(into, { recursive: true, force: true }));
    await packageExtension();
    const ours = await packageCopy(into, { activationEvents: NEVER });
    const { open } = await openMeasuredHost(closers, {
      extensions: [await packageFolder(empty, into), ours],
    });
    for (let run = 0; run < runs; run++) {
      const { ask, workbench } = await open();
      await sleep(REST_MS);
      const names = Object.keys(IDS);
      for (const name of run % 2 === 0 ? names : names.toReversed()) {
        const answer = await ask('activate', { id: IDS[name] ?? '' });
        notes.add('activation', name, 'ms', answer('ms'));
        notes.add('activation', name, 'CPU ms of the extension host meanwhile', answer('cpuMs'));
      }
      await workbench.close();
    }
  },
};
