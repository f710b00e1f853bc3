import { disposeAll, Emitter, type Disposable } from '../../core/events';
import type { AudioFormat } from '../../core/pcm';
import type { Provider, ReadyProvider } from '../../core/provider';
import type { TranscriptionSession } from '../../core/recognition';
import { keptKeys, withKept, type RecognitionSettings, type Settings } from '../../core/settings';
import { vocabularyUse, withVocabulary } from '../../core/vocabulary-use';
import type { WorkspaceNames } from '../../core/workspace-names';

/**
 * The settings of one run, which may change while it is on: what its sessions are told (the
 * workspace's names among the keyterms as far as the person lets them), and what has to wait.
 */
export class RunSettings implements Disposable {
  private readonly prices = new Emitter<void>();
  private isPriceTold = false;
  /** Ids of what has to wait, as far as the person knows. */
  private readonly told = new Set<string>();
  private settings: Settings;

  /** {@link wanted} has other names now. */
  readonly onDidChange;
  /** Names are known that the person has not agreed to pay for; once. */
  readonly onDidFindPrice = this.prices.event;

  /**
   * @param begun what the run begins with
   * @param names its to dispose
   */
  constructor(
    private readonly begun: Settings,
    private readonly names: WorkspaceNames,
    private readonly traits: Provider['traits'],
  ) {
    this.settings = begun;
    this.onDidChange = names.onDidChange;
  }

  /** What a session is to work with; the person's own settings where there are no names to be told. */
  get wanted(): RecognitionSettings {
    return withVocabulary(this.settings, this.names.current, this.traits(this.own)).recognition;
  }

  /** Opens a session that takes sound in `format`. */
  connect(ready: ReadyProvider, { sampleRate, encoding }: AudioFormat): TranscriptionSession {
    const { own, wanted } = this;
    const session = ready.connect({ recognition: own, sampleRate, encoding });
    // Told when the session has begun: what it is opened with stands in an address, which is logged.
    if (wanted !== own) session.update(wanted);
    return session;
  }

  /**
   * Takes changed settings over, and tells them the session that is on.
   *
   * @param tell see `TranscriptionSession.update`
   * @returns ids of settings that the person has changed and that must wait, each once
   */
  update(
    settings: Settings,
    tell: (wanted: RecognitionSettings) => readonly string[],
  ): readonly string[] {
    const before = this.own.keyterms;
    this.settings = withKept(settings, this.settings);
    const refused = tell(this.wanted);
    // Names that a session does not take are nothing that the person has changed.
    const isOwn = JSON.stringify(before) !== JSON.stringify(settings.recognition.keyterms);
    const own = isOwn ? refused : refused.filter((key) => key !== 'recognition.keyterms');
    const deferred = new Set([...keptKeys(settings, this.begun), ...own]);
    const news = [...deferred].filter((key) => !this.told.has(key));
    for (const key of news) this.told.add(key);
    return news;
  }

  /** To be called when names may be told: a session has begun, or there are others. */
  checkPrice(): void {
    const { recognition, vocabulary } = this.settings;
    if (this.isPriceTold || this.names.current.length === 0) return;
    if (vocabularyUse(vocabulary.fromWorkspace, this.traits(recognition).keyterms) !== 'ask')
      return;
    this.isPriceTold = true;
    this.prices.fire();
  }

  dispose(): void {
    disposeAll([this.names, this.prices]);
  }

  /** The person's own settings, without the workspace's names. */
  private get own(): RecognitionSettings {
    return this.settings.recognition;
  }
}
