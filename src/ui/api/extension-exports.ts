import * as vscode from 'vscode';
import type { Transcription, VoiceDictationApi } from '../../../docs/api/voice-dictation';
import { Emitter, type Disposable } from '../../core/events';
import { loadOnce } from '../../core/load-once';
import type { NoteFinal } from '../../core/target';
import { field } from '../../core/unknown';
import type { Configuration } from '../configuration';
import { callerOf, type Caller } from './caller';
import type { ExtensionApiOptions } from './extension-api';

export interface ExtensionExportsOptions extends Pick<
  ExtensionApiOptions,
  'log' | 'controller' | 'openTarget'
> {
  /** The id of this extension. */
  readonly own: string;
  readonly configuration: Pick<Configuration, 'peek'>;
}

/** What activation gives to other extensions; what that takes is loaded when one of them first asks. */
export class ExtensionExports implements Disposable {
  private readonly transcriptions = new Emitter<Transcription>();
  private readonly load = loadOnce(async () => {
    const { askWhetherMayListen, ExtensionApi } = await import('../dialogs');
    return new ExtensionApi({
      ...this.options,
      onDidTranscribe: this.transcriptions.event,
      allowed: () => this.allowed,
      ask: async ({ id, name }) => {
        const isAllowed = await askWhetherMayListen(name);
        if (isAllowed && id !== '') await this.allow(id);
        return isAllowed;
      },
    });
  });

  readonly api: VoiceDictationApi = Object.freeze({
    version: 1,
    dictate: (options) => {
      const caller = this.findCaller();
      const load = this.load;
      return (async function* () {
        yield* (await load()).dictate(caller, options);
      })();
    },
    onDidTranscribe: (listener, self, disposables) => {
      const caller = this.findCaller();
      let isLeft = false;
      let subscription: Disposable | undefined;
      void this.load().then((api) => {
        if (isLeft) return;
        subscription = api.subscribe(caller, (told) => {
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

  constructor(private readonly options: ExtensionExportsOptions) {}

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

  private findCaller(): Caller | undefined {
    const installed = vscode.extensions.all.map(({ id, extensionPath: path, packageJSON }) => {
      const name = field(packageJSON, 'displayName');
      return { id, path, name: typeof name === 'string' ? name : id };
    });
    return callerOf(new Error().stack ?? '', installed, this.options.own);
  }

  private get allowed(): readonly string[] {
    return this.options.configuration.peek().privacy.allowedExtensions;
  }

  private async allow(id: string): Promise<void> {
    await vscode.workspace
      .getConfiguration('voiceDictation')
      .update(
        'privacy.allowedExtensions',
        [...this.allowed, id],
        vscode.ConfigurationTarget.Global,
      );
  }
}
