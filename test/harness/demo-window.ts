import { mkdir } from 'node:fs/promises';
import type { Closers } from './closers';
import { DictationWindow } from './dictation-window';
import { packagedExtension } from './packaged-extension';
import type { VirtualMicrophone } from './virtual-microphone';
import { startHost } from './vscode/host';
import { openWorkbench, type Workbench } from './vscode/workbench';

export interface DemoWindowOptions {
  readonly workspace: string;
  readonly microphone: VirtualMicrophone;
  readonly settings: Readonly<Record<string, unknown>>;
  /** The folder that its pictures are to be put into. */
  readonly pictures: string;
}

/** Opens a window in a headless browser that has the packaged extension and nothing saved by itself. */
export async function openDemoWindow(
  closers: Closers,
  { workspace, microphone, settings, pictures }: DemoWindowOptions,
): Promise<{ window: DictationWindow; workbench: Workbench }> {
  console.log('Opening VS Code …');
  const host = await closers.open(
    startHost({
      version: 'newest',
      workspace,
      extensions: [packagedExtension()],
      env: microphone.env,
      settings: {
        'files.autoSave': 'off',
        ...settings,
      },
    }),
    (started) => started.stop(),
  );
  const workbench = await closers.open(openWorkbench(host, { leavesSignals: true }), (opened) =>
    opened.close(),
  );
  const window = new DictationWindow(workbench, workspace);
  await window.untilActivated();
  await mkdir(pictures, { recursive: true });
  return { window, workbench };
}
