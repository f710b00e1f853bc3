import { constants } from 'node:fs';
import { access, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as vscode from 'vscode';
import type { Credentials } from '../../core/credentials';
import type { Reached, VersionedRecorder } from '../../core/diagnosis';
import { DictationError } from '../../core/failure';
import type { LocalProvider } from '../../core/local-provider';
import type { Microphones } from '../../core/microphones';
import type { RecognitionSettings, Settings } from '../../core/settings';
import { summariseSound } from '../../core/sound';
import type { DictationController } from '../../dictation/controller';
import type { Configuration } from '../configuration';
import { diagnose } from './diagnosis';
import type { DiagnosisFacts, Finding } from './finding';
import { showDiagnosis } from './report-document';
import type { NextStep } from '../messages/message';
import { changedSettings, rivalsOf } from '../key-rivals';
import { recordSample } from '../record-sample';
import type { MicrophoneAccess } from '../select-microphone';
import { keptFromTerminals } from '../terminal-key';
import { t } from '../messages/translation';

/** Long enough for a level, short enough to wait for. */
const LISTEN_MS = 1000;

const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'];

export interface RunDiagnosticsOptions extends MicrophoneAccess {
  readonly controller: Pick<DictationController, 'state' | 'begun' | 'lastRun'>;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly extension: Pick<vscode.ExtensionContext, 'extension' | 'globalStorageUri'>;
  readonly keys: Pick<Credentials, 'has'>;
  readonly models: Pick<LocalProvider, 'find'>;
  readonly microphones: Microphones;
  readonly recorders: () => Promise<readonly VersionedRecorder[]>;
  readonly reach: (recognition: RecognitionSettings) => Promise<Reached | undefined>;
  /** Does what a button says. */
  readonly take: (step: NextStep) => Promise<void>;
}

/** Run Diagnostics: looks at all that dictation needs, and shows it with what mends it. */
export async function runDiagnostics(options: RunDiagnosticsOptions): Promise<void> {
  await showDiagnosis({
    extension: options.extension.extension,
    take: options.take,
    findings: () =>
      vscode.window.withProgress(
        {
          location: vscode.ProgressLocation.Notification,
          title: t('Looking at all that dictation needs'),
        },
        () => findings(options),
      ),
  });
}

async function findings(options: RunDiagnosticsOptions): Promise<readonly Finding[]> {
  const { configuration, controller, keys, models, microphones, extension } = options;
  const settings = configuration.peek();
  const { recognition } = settings;
  const { state } = controller;
  const [sample, recorders, listed, key, model, reached, rivals, canStore] = await Promise.all([
    listen(options, settings),
    options.recorders(),
    microphones.list(),
    keys.has(recognition).then(
      (has) => (has ? 'there' : 'missing'),
      () => 'invalid' as const,
    ),
    models.find(recognition),
    options.reach(recognition),
    rivalsOfToggleKey(extension),
    isWritable(extension.globalStorageUri.fsPath),
  ]);
  const facts: DiagnosisFacts = {
    versions: versions(extension.extension),
    platform: process.platform,
    settings,
    changed: changedSettings(extension.extension, vscode.workspace.getConfiguration()),
    recorders,
    microphones: listed,
    sample,
    key,
    hasModel: model !== undefined,
    reached,
    proxy: {
      isSet: (vscode.workspace.getConfiguration('http').get<unknown>('proxy') ?? '') !== '',
      variables: Object.keys(process.env).filter((name) =>
        PROXY_VARIABLES.includes(name.toUpperCase()),
      ),
    },
    lastSession: controller.begun,
    lastRun: controller.lastRun,
    lastFailure: state.kind === 'idle' ? state.failure : undefined,
    keptFromTerminals: keptFromTerminals(
      vscode.workspace.getConfiguration().get<unknown>('terminal.integrated.commandsToSkipShell'),
    ),
    rivals,
    canStore,
  };
  return diagnose(facts);
}

async function listen(
  { controller, acquireMicrophone, clock, startRecorder }: RunDiagnosticsOptions,
  { recording }: Settings,
): Promise<DiagnosisFacts['sample']> {
  const hold =
    controller.state.kind === 'idle' ? await acquireMicrophone({ takeOver: false }) : 'taken';
  if (hold === 'taken') return 'in-use';
  const cancel = new AbortController();
  const { signal } = cancel;
  const asked = hold.onDidAskBack(() => {
    cancel.abort();
  });
  try {
    const sample = await recordSample({
      clock,
      startRecorder,
      recording,
      lengthMs: LISTEN_MS,
      signal,
    });
    if (sample === undefined) return 'in-use';
    const { firstSoundMs, overruns } = sample;
    return { ...summariseSound(sample.sounds), firstSoundMs, overruns };
  } catch (error) {
    return DictationError.from(error);
  } finally {
    asked.dispose();
    hold.dispose();
  }
}

async function rivalsOfToggleKey({
  extension,
  globalStorageUri,
}: RunDiagnosticsOptions['extension']): Promise<readonly string[]> {
  // Beside the folder of all extensions; a profile of the person's own has it elsewhere.
  const file = path.join(globalStorageUri.fsPath, '../../keybindings.json');
  const own = await readFile(file, 'utf8').catch(() => '');
  const others = vscode.extensions.all.filter(({ id }) => id !== extension.id);
  return rivalsOf(
    extension.packageJSON,
    others.map(({ id, packageJSON }) => ({ id, manifest: packageJSON as unknown })),
    own,
    process.platform,
  );
}

async function isWritable(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function versions({ packageJSON }: vscode.Extension<unknown>): DiagnosisFacts['versions'] {
  const manifest: unknown = packageJSON;
  const { remoteName, uiKind } = vscode.env;
  // In a browser it is the server's address.
  const kind = /^[a-z-]+$/.exec(remoteName ?? '')?.[0];
  const remote =
    remoteName === undefined ? '' : `, ${t('remote')}${kind === undefined ? '' : ` (${kind})`}`;
  return {
    'Voice Dictation': String(Reflect.get(Object(manifest), 'version')),
    'VS Code': `${vscode.version}, ${uiKind === vscode.UIKind.Web ? t('in a browser') : t('desktop')}${remote}`,
    [t('System')]: `${process.platform} ${process.arch}, Node ${process.versions.node}`,
  };
}
