import * as vscode from 'vscode';
import { repeat, type Clock } from '../core/clock';
import { disposeAll, type Disposable } from '../core/events';
import type { AcquireMicrophone, MicrophoneHold } from '../core/microphone-hold';
import type { ListedMicrophone, Microphones } from '../core/microphones';
import type { StartRecorder } from '../core/recorder';
import type { DictationController } from '../dictation/controller';
import type { Configuration } from './configuration';
import { microphoneChosenMessage } from './messages/microphone-messages';
import type { Message } from './messages/message';
import { LiveRows } from './live-rows';
import { microphoneLines } from './microphone-lines';
import { MicrophoneMeters } from './microphone-meters';
import { t } from './messages/translation';

/** Bars that move as speech does, and no faster than a list can be read. */
const REFRESH_MS = 150;

const SETTING = 'recording.device';

/** What using the microphone apart from dictation takes. */
export interface MicrophoneAccess {
  readonly clock: Clock;
  readonly startRecorder: StartRecorder;
  readonly acquireMicrophone: AcquireMicrophone;
}

export interface SelectMicrophoneOptions extends MicrophoneAccess {
  readonly microphones: Microphones;
  readonly controller: Pick<DictationController, 'state' | 'onDidChangeState'>;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: { show(message: Message): unknown };
}

type Item = vscode.QuickPickItem & { readonly name: string | undefined };

const BY_NAME: Item = {
  name: undefined,
  label: `$(blank) ${t('Another One…')}`,
  description: t('by the name that the sound system has for it'),
  alwaysShow: true,
};

/** Select Microphone…: a list that shows how loud each one is while it is open. */
export async function selectMicrophone(options: SelectMicrophoneOptions): Promise<void> {
  const { configuration, notifications } = options;
  const { recording } = configuration.peek();
  const picked = await pick(options, recording.device);
  if (picked === undefined) return;
  if (picked.name === undefined) {
    await vscode.commands.executeCommand(
      'workbench.action.openSettings',
      `@id:voiceDictation.${SETTING}`,
    );
    return;
  }
  await vscode.workspace
    .getConfiguration('voiceDictation')
    .update(SETTING, picked.name === '' ? undefined : picked.name, true);
  notifications.show(microphoneChosenMessage(picked.label.replace(/^\$\(\w+\) /, '')));
}

async function pick(options: SelectMicrophoneOptions, device: string): Promise<Item | undefined> {
  const { microphones, clock, controller, configuration } = options;
  const picker = vscode.window.createQuickPick<Item>();
  picker.title = t('Voice Dictation: Select Microphone');
  picker.placeholder = t('Speak, and choose the one whose bar moves');
  picker.keepScrollPosition = true;
  picker.busy = true;
  const meters = new MicrophoneMeters({
    startRecorder: options.startRecorder,
    recording: configuration.peek().recording,
  });
  const rows = new LiveRows<Item>({ picker, roundTrip });
  let list: readonly ListedMicrophone[] = [];
  let hold: MicrophoneHold | undefined;
  let isOpen = true;
  let shown = '';
  const subscriptions: Disposable[] = [picker];

  /** Nobody is recorded any more: somebody wants to dictate, or the list is closed. */
  const beQuiet = async (): Promise<void> => {
    const held = hold;
    hold = undefined;
    await meters.stop();
    held?.dispose();
  };
  const follow = (): void => {
    if (!isOpen || hold === undefined || picker.busy) return;
    const names = list.filter(({ isUnplugged }) => !isUnplugged).map(({ name }) => name);
    const usual = list.some(({ isDefault }) => isDefault) ? [] : [''];
    const active = picker.activeItems[0]?.name;
    const one = active === undefined ? [] : [active];
    void meters.follow(microphones.canRecordSeveral ? [...usual, ...names] : one);
  };
  const paint = (): void => {
    const reading = (name: string): ReturnType<MicrophoneMeters['reading']> => meters.reading(name);
    const lines = microphoneLines({ list, device, reading });
    const text = JSON.stringify(lines);
    if (text !== shown && rows.show([...lines, BY_NAME], device)) shown = text;
  };
  const refresh = async (): Promise<void> => {
    const found = await microphones.list();
    if (!isOpen) return;
    list = found;
    picker.busy = false;
    paint();
    follow();
  };

  const picked = new Promise<Item | undefined>((resolve) => {
    subscriptions.push(
      picker.onDidAccept(() => {
        resolve(picker.selectedItems[0]);
        picker.hide();
      }),
      picker.onDidHide(() => {
        isOpen = false;
        resolve(undefined);
      }),
    );
  });
  picker.show();
  try {
    const held =
      controller.state.kind === 'idle'
        ? await options.acquireMicrophone({ takeOver: false })
        : 'taken';
    if (held === 'taken') picker.placeholder = t('Choose one; no levels while somebody dictates');
    else {
      hold = held;
      subscriptions.push(held.onDidAskBack(() => void beQuiet()));
    }
    subscriptions.push(
      controller.onDidChangeState(({ kind }) => {
        if (kind !== 'idle') void beQuiet();
      }),
      picker.onDidChangeActive(() => {
        if (!microphones.canRecordSeveral) follow();
      }),
      microphones.watch(() => void refresh()),
      repeat(clock, REFRESH_MS, paint),
    );
    await refresh();
    return await picked;
  } finally {
    disposeAll(subscriptions);
    await beQuiet();
  }
}

/** VS Code keeps what it tells a list until the next moment: only the second one is behind that. */
async function roundTrip(): Promise<void> {
  try {
    await vscode.commands.executeCommand('noop');
    await vscode.commands.executeCommand('noop');
  } catch {
    // The window closes.
  }
}
