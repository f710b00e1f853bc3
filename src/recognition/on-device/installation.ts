import { existsSync } from 'node:fs';
import path from 'node:path';
import { DictationError } from '../../core/failure';
import type { RecognitionSettings, Settings } from '../../core/settings';
import type { EngineBuild } from './engines';
import type { EngineFiles, ModelFiles } from './messages';
import { languageOfWindow, modelFor, type ModelRow, type ModelWriting } from './models';
import { findOwnModel } from './own-model';
import { packageBytes, type Package } from './store/package';
import type { FetchOptions, Store } from './store/store';
import { writtenFolder } from './store/written-folder';

/** What is not known of a model of the person's own: most need less. */
const OWN_FLUSH_MS = 1500;

/** A model that a session can be opened with, once its files are there. */
export interface ChosenModel {
  /** For people. */
  readonly name: string;
  readonly flushMs: number;
  /** Code of what it hears where the person has said nothing. */
  readonly language: string;
  readonly writes: ModelWriting;
  /** It can be told which language is spoken. */
  readonly takesLanguage: boolean;
  /** What is to be fetched; nothing: it is the person's own. */
  readonly row: ModelRow | undefined;
  readonly files: () => Promise<ModelFiles>;
}

export interface InstallationOptions {
  readonly store: Store;
  /** Has `engine/<package id>` where an engine came with the extension. */
  readonly extensionFolder: string;
  /** Best first; looked for at the first need. */
  readonly engines: () => readonly EngineBuild[];
  readonly models: readonly ModelRow[];
  /** Of VS Code, a BCP 47 tag: most likely that is spoken, too. */
  readonly windowLanguage: string;
}

/** Which engine and which model there are, and what is missing. */
export class Installation {
  /** Builds that cannot be loaded here, as was found out. */
  private readonly unusable = new Set<EngineBuild>();

  constructor(private readonly options: InstallationOptions) {}

  /** The build that is to be used; nothing: none can. */
  get engine(): EngineBuild | undefined {
    return this.options.engines().find((build) => !this.unusable.has(build));
  }

  /** This build does not load here. */
  ruleOut(build: EngineBuild): void {
    this.unusable.add(build);
  }

  /** `languages` (codes, most likely first), or the likeliest where there is none. */
  spoken(languages: readonly string[]): readonly string[] {
    if (languages.length > 0) return languages;
    const { windowLanguage, models } = this.options;
    return [languageOfWindow(windowLanguage, models)];
  }

  /** @throws {DictationError} `model-missing`, `model-invalid` */
  async choose(
    { languages }: Pick<RecognitionSettings, 'languages'>,
    { model: wanted, modelFolder }: Settings['onDevice'],
  ): Promise<ChosenModel> {
    if (modelFolder !== '') {
      const folder = writtenFolder(modelFolder);
      // Where we were started, nobody has put a model for us.
      if (folder === undefined) throw new DictationError('model-invalid');
      const { files, writes } = await findOwnModel(folder);
      return {
        name: path.basename(folder),
        flushMs: OWN_FLUSH_MS,
        language: 'en',
        writes,
        takesLanguage: false,
        row: undefined,
        files: () => Promise.resolve(files),
      };
    }
    const row = modelFor(this.spoken(languages), wanted, this.options.models);
    if (row === undefined) throw new DictationError('model-missing');
    const { name, flushMs, writes, takesLanguage } = row;
    const [language = 'en'] = row.languages;
    return { name, flushMs, language, writes, takesLanguage, row, files: () => this.filesOf(row) };
  }

  /** What must be fetched before the model can be used. */
  async missing({ row }: ChosenModel): Promise<readonly Package[]> {
    const { store } = this.options;
    const { engine } = this;
    const wanted = [
      ...(engine === undefined || this.isBundled(engine) ? [] : [engine.package]),
      ...(row === undefined ? [] : [row.package]),
    ];
    const found = await Promise.all(wanted.map((each) => store.find(each)));
    return wanted.filter((_, index) => found[index] === undefined);
  }

  /** Fetches packages, one after another. @throws {DictationError} */
  async fetch(packages: readonly Package[], options: FetchOptions): Promise<void> {
    let doneBytes = 0;
    for (const each of packages) {
      const before = doneBytes;
      const onBytes = (bytes: number): void => {
        options.onBytes(before + bytes);
      };
      await this.options.store.fetch(each, { ...options, onBytes });
      doneBytes += packageBytes(each);
    }
    const { engines, models } = this.options;
    await this.options.store.keepOnly([...engines(), ...models].map((each) => each.package));
  }

  /** @throws {DictationError} `model-missing` where it is not there */
  async engineFiles(build: EngineBuild): Promise<EngineFiles> {
    const { kind, entry } = build;
    const bundled = this.bundled(build);
    if (existsSync(bundled)) return { kind, file: bundled };
    return { kind, file: path.join(await this.folderOf(build.package), entry) };
  }

  /** Looks whether everything is as it was fetched; what is not is missing from then on. */
  async verify(build: EngineBuild, { row }: ChosenModel): Promise<boolean> {
    const { store } = this.options;
    const isEngineWhole = this.isBundled(build) || (await store.verify(build.package));
    return (row === undefined || (await store.verify(row.package))) && isEngineWhole;
  }

  private async filesOf(row: ModelRow): Promise<ModelFiles> {
    const folder = await this.folderOf(row.package);
    const paths: Record<string, string> = {};
    for (const [key, name] of Object.entries(row.files)) {
      if (key !== 'kind') paths[key] = path.join(folder, name);
    }
    return { ...row.files, ...paths };
  }

  private async folderOf(wanted: Package): Promise<string> {
    const folder = await this.options.store.find(wanted);
    if (folder === undefined) throw new DictationError('model-missing');
    return folder;
  }

  private isBundled(build: EngineBuild): boolean {
    return existsSync(this.bundled(build));
  }

  private bundled({ package: { id }, entry }: EngineBuild): string {
    return path.join(this.options.extensionFolder, 'engine', id, entry);
  }
}
