import type { DictateOptions } from '../../src/dictate';

/** A computer without models, and a person who wants none. */
export const NO_LOCAL_MODELS = {
  folder: '/nowhere',
  extensionFolder: '/nowhere/extension',
  askForProvider: () => Promise.resolve(undefined),
  askToDownload: () => Promise.resolve(false),
  showDownload: () => Promise.reject(new Error('nothing is downloaded')),
  onDidMeasure: () => undefined,
  onDidFallBack: () => undefined,
  languageModels: { canSendRequest: () => false },
  onDidPolish: () => undefined,
  memory: { get: () => undefined, update: () => Promise.resolve() },
  onDidRepeatCorrection: () => undefined,
  states: { state: { kind: 'idle' }, onDidChangeState: () => ({ dispose: () => undefined }) },
} satisfies Partial<DictateOptions>;
