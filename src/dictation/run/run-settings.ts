import { disposeAll, Emitter, type Disposable } from '../../core/events';
import type { AudioFormat } from '../../core/pcm';
import type { Provider, ReadyProvider } from '../../core/provider';
import type { TranscriptionSession } from '../../core/recognition';
import { keptKeys, withKept, type RecognitionSettings, type Settings } from '../../core/settings';
import { usesContext, vocabularyUse, withVocabulary } from '../../core/vocabulary-use';
import type { WorkspaceNames } from '../../core/workspace-names';

/** So many turns back is told what was said: as many as AssemblyAI's models keep in mind. */
const SAID_TURNS = 5;

/** What the sessions of a run are told besides the person's settings. */
export interface Told {
  readonly keyterms: readonly string[];
  /** What is dictated where, in sentences; '': nothing of it. */
  readonly place: string;
  /** What was said last, the newest last: the next session is told it. */
  readonly said: readonly string[];
}

/**
 * The settings of one run, which may change while it is on: what its sessions are told (the
 * workspace's names among the keyterms as far as the person lets them), and what has to wait.
 */
export class RunSettings implements Disposable {
  private readonly prices = new Emitter<void>();
  private isPriceTold = false;
  /** Ids of what has to wait, as far as the person knows. */
  private readonly deferred = new Set<string>();
  private settings: Settings;
  /** What was said last, as it was heard. */
  private readonly heard: string[] = [];

  /** {@link wanted} has other names now, or {@link place} is another. */
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

  /** What is dictated where, as far as it may be told; '': nothing. */
  get place(): string {
    return this.usesContext ? this.names.place : '';
  }

  /** Opens a session that takes sound in `format`. */
  connect(ready: ReadyProvider, { sampleRate, encoding }: AudioFormat): TranscriptionSession {
    const { own, wanted, place, said } = this;
    const before = said.length === 0 ? {} : { said: said.join(' ') };
    const session = ready.connect({ recognition: own, sampleRate, encoding, ...before });
    // Told when the session has begun: what it is opened with stands in an address, which is logged.
    if (wanted !== own || place !== '') session.update(wanted, place);
    return session;
  }

  /** What the recogniser is told. */
  get told(): Told {
    const { wanted, place, said } = this;
    return { keyterms: wanted.keyterms, place, said: [...said] };
  }

  /** A service has heard this: its next session is told, which otherwise begins without a memory. */
  note(final: string): void {
    this.heard.push(final);
    if (this.heard.length > SAID_TURNS) this.heard.shift();
  }

  /**
   * Takes changed settings over, and tells them the session that is on.
   *
   * @param tell see `TranscriptionSession.update`
   * @returns ids of settings that the person has changed and that must wait, each once
   */
  update(
    settings: Settings,
    tell: (wanted: RecognitionSettings, place: string) => readonly string[],
  ): readonly string[] {
    const before = this.own.keyterms;
    this.settings = withKept(settings, this.settings);
    const refused = tell(this.wanted, this.place);
    // Names that a session does not take are nothing that the person has changed.
    const isOwn = JSON.stringify(before) !== JSON.stringify(settings.recognition.keyterms);
    const own = isOwn ? refused : refused.filter((key) => key !== 'recognition.keyterms');
    const deferred = new Set([...keptKeys(settings, this.begun), ...own]);
    const news = [...deferred].filter((key) => !this.deferred.has(key));
    for (const key of news) this.deferred.add(key);
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

  private get said(): readonly string[] {
    return this.usesContext ? this.heard : [];
  }

  private get usesContext(): boolean {
    return usesContext(this.settings, this.traits(this.own));
  }

  /** The person's own settings, without the workspace's names. */
  private get own(): RecognitionSettings {
    return this.settings.recognition;
  }
}
