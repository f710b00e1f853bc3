import type { Final, Partial } from '../../../docs/api/voice-dictation';
import type { FailureReason } from '../../core/failure';
import type { Passage } from '../../core/polish';
import type {
  DocumentPlace,
  InsertionOutcome,
  Target,
  TargetKind,
  WrittenText,
} from '../../core/target';
import type { Heard } from './heard';

/** Tells another extension what is heard, and writes it to a place as well, where it wants that. */
export class ListenerTarget implements Target {
  /**
   * @param listener as the status bar calls it
   * @param onDidLetGo the dictation is over
   */
  constructor(
    private readonly listener: string,
    private readonly heard: Heard<Partial | Final>,
    private readonly place: Target | undefined,
    private readonly onDidLetGo: () => void,
  ) {}

  get kind(): TargetKind {
    return this.place?.kind ?? 'input';
  }

  get name(): string {
    const place = this.place?.name;
    return place === undefined ? this.listener : `${place}, ${this.listener}`;
  }

  get resource(): string | undefined {
    return this.place?.resource;
  }

  get placeInDocument(): DocumentPlace | undefined {
    return this.place?.placeInDocument;
  }

  get written(): WrittenText | undefined {
    return this.place?.written;
  }

  findProblem(): Promise<FailureReason | undefined> {
    return this.place?.findProblem() ?? Promise.resolve(undefined);
  }

  insert(text: string, language?: string): Promise<InsertionOutcome> {
    const isTold = this.heard.add({
      kind: 'final',
      text,
      ...(language !== undefined && { language }),
    });
    return this.place?.insert(text, language) ?? Promise.resolve(isTold ? 'inserted' : 'no-target');
  }

  showPartial(text: string): void {
    if (text !== '') this.heard.add({ kind: 'partial', text });
    this.place?.showPartial(text);
  }

  switchScope(): void {
    this.place?.switchScope?.();
  }

  released(words: number): Promise<void> {
    return this.place?.released?.(words) ?? Promise.resolve();
  }

  passage(): Passage | 'irreplaceable' | undefined {
    return this.place?.passage?.();
  }

  resume(): void {
    this.place?.resume?.();
  }

  takeBack(): Promise<number> {
    return this.place?.takeBack() ?? Promise.resolve(0);
  }

  dispose(): void {
    this.place?.dispose();
    this.onDidLetGo();
  }
}
