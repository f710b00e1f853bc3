import * as vscode from 'vscode';
import type { Transcription, VoiceDictationApi } from '../../../docs/api/voice-dictation';
import { Emitter, type Disposable } from '../../core/events';
import { loadOnce } from '../../core/load-once';
import type { NoteFinal } from '../../core/target';
import type { CreateExtensionApiOptions } from './create-extension-api';
import { leavable } from './leavable';

/** What activation gives to other extensions; what that takes is loaded when one of them first asks. */
export class ExtensionExports implements Disposable {
  private readonly transcriptions = new Emitter<Transcription>();
  private readonly load = loadOnce(async () => {
    const { createExtensionApi } = await import('../dialogs');
    const { event: onDidTranscribe } = this.transcriptions;
    return createExtensionApi({ ...this.options, onDidTranscribe });
  });

  readonly api: VoiceDictationApi = Object.freeze({
    version: 1,
    dictate: (options) => {
      const { load } = this;
      const stack = stackOfCall();
      return leavable(async function* (left) {
        const { api, findCaller } = await load();
        yield* api.dictate(findCaller(stack), options, left);
      });
    },
    onDidTranscribe: (listener, self, disposables) => {
      const stack = stackOfCall();
      let isLeft = false;
      let subscription: Disposable | undefined;
      void this.load().then(({ api, findCaller }) => {
        if (isLeft) return;
        subscription = api.subscribe(findCaller(stack), (told) => {
          listener.call(self, told);
        });
      });
      const own = new vscode.Disposable(() => {
        isLeft = true;
        subscription?.dispose();
      });
      disposables?.push(own);
      return own;
    },
  } satisfies VoiceDictationApi);

  constructor(private readonly options: Omit<CreateExtensionApiOptions, 'onDidTranscribe'>) {}

  /** Notes finals as `note` does, and tells those who may listen. */
  tellingOf(note: NoteFinal): NoteFinal {
    return (text, isLocal) => {
      const noteOutcome = note(text, isLocal);
      return (outcome, landing) => {
        noteOutcome(outcome, landing);
        this.transcriptions.fire({ text, isInserted: outcome === 'inserted' });
      };
    };
  }

  dispose(): void {
    this.transcriptions.dispose();
  }
}

/** Who calls stands in it, in the turn of the call only. */
function stackOfCall(): string {
  return new Error().stack ?? '';
}
