import type { LocalProvider } from '../core/local-provider';
import type { Configuration } from './configuration';
import { modelThereMessage, removeModelsQuestion } from './messages/on-device-messages';
import type { MessageBox } from './messages/message';
import { askToDownload, confirm } from './on-device-dialogs';

/** What is on disk for recognition on this computer. */
export interface LocalModels extends Pick<LocalProvider, 'offer' | 'install' | 'find'> {
  readonly folder: string;
  /** Deletes all engines and models. */
  removeModels(): Promise<void>;
}

export interface DownloadModelOptions {
  readonly models: LocalModels;
  readonly configuration: Pick<Configuration, 'peek'>;
  readonly notifications: MessageBox;
}

/**
 * Download Model…: what the settings want, now.
 *
 * @returns whether it is there
 * @throws {DictationError}
 */
export async function downloadModel(options: DownloadModelOptions): Promise<boolean> {
  const { models, configuration, notifications } = options;
  const { recognition } = configuration.peek();
  const offer = await models.offer(recognition);
  if (offer === undefined) void notifications.show(modelThereMessage(models.folder));
  else if (await askToDownload(offer)) await models.install(recognition, () => undefined);
  else return false;
  return true;
}

/** Remove Models…: gives the disk back what was downloaded. */
export async function removeModels(models: LocalModels): Promise<void> {
  if (await confirm(removeModelsQuestion(models.folder))) await models.removeModels();
}
