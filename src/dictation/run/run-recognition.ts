import { disposeAll, Emitter, type Disposable } from '../../core/events';
import type { Provider } from '../../core/provider';
import { withKept, type RecognitionSettings, type Settings } from '../../core/settings';
import { vocabularyUse, withVocabulary } from '../../core/vocabulary-use';
import type { WorkspaceNames } from '../../core/workspace-names';

/**
 * What the sessions of one run are told: the person's settings, and the workspace's names among the
 * keyterms as far as the person lets them.
 */
export class RunRecognition implements Disposable {
  private readonly prices = new Emitter<void>();
  private isPriceTold = false;

  /** {@link wanted} has other names now. */
  readonly onDidChange;
  /** Names are known that the person has not agreed to pay for; once. */
  readonly onDidFindPrice = this.prices.event;

  /** @param names its to dispose */
  constructor(
    private readonly names: WorkspaceNames,
    private settings: Settings,
    private readonly traits: Provider['traits'],
  ) {
    this.onDidChange = names.onDidChange;
  }

  /** The person's own settings, without the workspace's names. */
  get own(): RecognitionSettings {
    return this.settings.recognition;
  }

  /** What a session is to work with; {@link own} itself where there are no names to be told. */
  get wanted(): RecognitionSettings {
    return withVocabulary(this.settings, this.names.current, this.traits(this.own)).recognition;
  }

  /**
   * Takes changed settings over, and tells them the session that is on.
   *
   * @param tell see `TranscriptionSession.update`
   * @returns ids of settings that the person has changed and that must wait
   */
  update(
    settings: Settings,
    tell: (wanted: RecognitionSettings) => readonly string[],
  ): readonly string[] {
    const before = this.settings.recognition.keyterms;
    this.settings = withKept(settings, this.settings);
    const deferred = tell(this.wanted);
    // Names that a session does not take are nothing that the person has changed.
    const isOwn = JSON.stringify(before) !== JSON.stringify(settings.recognition.keyterms);
    return isOwn ? deferred : deferred.filter((key) => key !== 'recognition.keyterms');
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
}
