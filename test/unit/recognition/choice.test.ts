import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { DictationError, type FailureReason } from '../../../src/core/failure';
import type { DownloadOffer, LocalProvider } from '../../../src/core/local-provider';
import type { Provider, ReadyProvider } from '../../../src/core/provider';
import type { RecognitionSettings, Settings } from '../../../src/core/settings';
import { ProviderChoice } from '../../../src/recognition/choice';
import { SCRIPTED_TRAITS } from '../../contracts/scripted-provider';
import { RecordingLog } from '../../wire/session-support';
import { DEFAULT_SETTINGS } from '../../fixtures/default-settings';
import { recognition } from './assemblyai/settings-fixture';

const OFFER: DownloadOffer = {
  model: 'A model',
  bytes: 1,
  from: ['a host'],
  licence: { name: 'A licence', by: 'Somebody', url: 'https://example.org' },
};

/** Two providers, and a person; what they were asked is noted, in order. */
class ChoiceRig {
  readonly asked: string[] = [];
  hasKey = false;
  /** What this computer has: everything, nothing yet, or no way. */
  local: 'installed' | 'offered' | FailureReason = 'offered';
  /** Whether what is offered is the engine for a model of their own. */
  hasOwnModel = false;
  endpoint = DEFAULT_SETTINGS.recognition.endpoint;
  tokenUrl = '';
  answer: 'onDevice' | 'assemblyai' | undefined;
  readonly cloud: ReadyProvider = this.ready();
  readonly device: ReadyProvider = this.ready();

  private readonly assemblyAi: Provider = {
    traits: () => ({ ...SCRIPTED_TRAITS, isLocal: false, billsOpenTime: true }),
    makeReady: async ({ mayAsk }) => {
      if (this.hasKey) return this.cloud;
      if (!(await mayAsk())) return undefined;
      this.asked.push('key');
      return this.cloud;
    },
  };
  private readonly onDevice: LocalProvider = {
    traits: () => SCRIPTED_TRAITS,
    makeReady: () => {
      this.asked.push('download');
      return Promise.resolve(this.device);
    },
    offer: () => {
      if (this.local === 'installed') return Promise.resolve(undefined);
      if (this.local === 'offered') return Promise.resolve(this.offer);
      return Promise.reject(new DictationError(this.local));
    },
    find: () => Promise.resolve(this.local === 'installed' ? this.device : undefined),
    install: () => {
      if (this.local === 'offered') this.asked.push('install');
      return Promise.resolve(this.device);
    },
  };
  readonly choice = new ProviderChoice({
    assemblyAi: this.assemblyAi,
    onDevice: this.onDevice,
    log: new RecordingLog(),
    askForProvider: (offer) => {
      assert.deepEqual(offer, this.offer);
      this.asked.push('who');
      return Promise.resolve(this.answer);
    },
    onDidFallBack: () => undefined,
  });

  /** Who listens after a start; or why nobody does. */
  async start(provider: Settings['recognition']['provider'], mayAsk = true): Promise<string> {
    try {
      const ready = await this.choice.makeReady({
        recognition: this.settings(provider),
        mayAsk: () => Promise.resolve(mayAsk),
        onProgress: () => undefined,
      });
      if (ready === undefined) return 'nobody';
      if (ready === this.device) return 'this computer';
      return ready === this.cloud ? 'AssemblyAI' : 'AssemblyAI, then this computer';
    } catch (error) {
      return DictationError.from(error).reason;
    }
  }

  settings(provider: Settings['recognition']['provider']): RecognitionSettings {
    const { endpoint, tokenUrl } = this;
    return recognition({ provider, endpoint, tokenUrl });
  }

  private get offer(): DownloadOffer {
    return this.hasOwnModel ? { ...OFFER, licence: undefined } : OFFER;
  }

  private ready(): ReadyProvider {
    return {
      connect: () => {
        throw new Error('no session in this test');
      },
      mayGoOn: () => false,
    };
  }
}

describe('who listens', () => {
  const cases: readonly {
    readonly name: string;
    readonly given: Partial<
      Pick<ChoiceRig, 'hasKey' | 'local' | 'answer' | 'endpoint' | 'tokenUrl' | 'hasOwnModel'>
    >;
    readonly provider?: 'auto' | 'assemblyai' | 'onDevice';
    readonly mayAsk?: boolean;
    readonly who: string;
    readonly asked: readonly string[];
  }[] = [
    {
      name: 'with a key: AssemblyAI, nothing is asked',
      given: { hasKey: true },
      who: 'AssemblyAI',
      asked: [],
    },
    {
      name: 'with a key and a model: AssemblyAI, with this computer behind it',
      given: { hasKey: true, local: 'installed' },
      who: 'AssemblyAI, then this computer',
      asked: [],
    },
    {
      name: 'without a key: this computer, after one question',
      given: { answer: 'onDevice' },
      who: 'this computer',
      asked: ['who', 'install'],
    },
    {
      name: 'without a key: AssemblyAI asks for one',
      given: { answer: 'assemblyai' },
      who: 'AssemblyAI',
      asked: ['who', 'key'],
    },
    { name: 'without a key: not now', given: {}, who: 'not-now', asked: ['who'] },
    {
      name: 'without a key, but with a model: this computer, nothing is asked',
      given: { local: 'installed' },
      who: 'this computer',
      asked: [],
    },
    {
      name: 'without a key, where the person must not be asked: nobody',
      given: { answer: 'onDevice' },
      mayAsk: false,
      who: 'nobody',
      asked: [],
    },
    {
      name: 'without a key, in a language that this computer has no model for: the key is asked for',
      given: { local: 'model-missing' },
      who: 'AssemblyAI',
      asked: ['key'],
    },
    {
      name: 'without a key, at a server of their own: its key is asked for, nothing else',
      given: { endpoint: 'wss://speech.example.org/v3/ws' },
      who: 'AssemblyAI',
      asked: ['key'],
    },
    {
      name: 'without a key, with a token server: nobody is asked who listens',
      given: { tokenUrl: 'https://tokens.example.org' },
      who: 'AssemblyAI',
      asked: ['key'],
    },
    {
      name: 'without a key, in the European Union: asked as everywhere',
      given: { endpoint: 'wss://streaming.eu.assemblyai.com/v3/ws', answer: 'onDevice' },
      who: 'this computer',
      asked: ['who', 'install'],
    },
    {
      name: 'without a key, at a server of their own, with a model of their own: asked',
      given: { endpoint: 'wss://speech.example.org/v3/ws', hasOwnModel: true, answer: 'onDevice' },
      who: 'this computer',
      asked: ['who', 'install'],
    },
    {
      name: 'on this computer, whatever keys there are',
      given: { hasKey: true },
      provider: 'onDevice',
      who: 'this computer',
      asked: ['download'],
    },
    {
      name: 'by AssemblyAI only, whatever models there are',
      given: { hasKey: true, local: 'installed' },
      provider: 'assemblyai',
      who: 'AssemblyAI',
      asked: [],
    },
  ];
  for (const { name, given, provider = 'auto', mayAsk, who, asked } of cases) {
    test(name, async () => {
      const rig = Object.assign(new ChoiceRig(), given);
      assert.deepEqual(
        { who: await rig.start(provider, mayAsk), asked: rig.asked },
        { who, asked },
      );
    });
  }

  test('what the house asks of the provider is what the one who listens says', async () => {
    const rig = new ChoiceRig();
    const isLocal = (provider: 'auto' | 'assemblyai' | 'onDevice'): boolean =>
      rig.choice.traits(rig.settings(provider)).isLocal;
    const before = [isLocal('auto'), isLocal('assemblyai'), isLocal('onDevice')];
    rig.answer = 'onDevice';
    await rig.start('auto');
    assert.deepEqual([...before, isLocal('auto')], [false, false, true, true]);
  });
});
