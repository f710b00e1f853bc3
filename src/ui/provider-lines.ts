import type { ListedModel } from '../core/listed-model';
import type { SettingKey, Settings } from '../core/settings';
import {
  AUTOMATIC_LINE,
  modelFacts,
  OWN_MODEL_LINE,
  privacyAndLanguages,
} from './messages/provider-messages';

/** One line of Select Provider and Model: everything that people choose by, in the same order on each. */
export interface ProviderLine {
  readonly label: string;
  readonly description: string;
  readonly detail: string;
  /** What choosing it sets, by setting id without prefix; undefined: the default. */
  readonly changes: Readonly<Partial<Record<SettingKey, string | undefined>>>;
}

/**
 * What can be chosen; the one that the settings mean has a check mark.
 *
 * @param windowLanguage of VS Code, a BCP 47 tag: what listens on this computer follows it where nothing is set
 */
export function providerLines(
  listed: readonly ListedModel[],
  { recognition, onDevice, cost }: Settings,
  windowLanguage: string,
): readonly ProviderLine[] {
  const { provider, model } = recognition;
  const isOwn = provider === 'onDevice' && onDevice.modelFolder !== '';
  const isUnlisted = !listed.some(({ provider: of, id }) => of === 'assemblyai' && id === model);
  const all: readonly ListedModel[] = isUnlisted ? [...listed, unlisted(model)] : listed;
  const current =
    provider === 'assemblyai'
      ? model
      : isOwn
        ? undefined
        : localModel(listed, recognition, onDevice, windowLanguage);
  return [
    line(AUTOMATIC_LINE, provider === 'auto', { 'recognition.provider': 'auto' }),
    ...(onDevice.modelFolder === ''
      ? []
      : [line(OWN_MODEL_LINE, isOwn, { 'recognition.provider': 'onDevice' })]),
    ...all.map((listedModel) => {
      const { provider: of, id, name } = listedModel;
      const words = {
        label: name,
        description: privacyAndLanguages(name, listedModel),
        detail: modelFacts(listedModel, cost.pricePerHour[id]),
      };
      const changes =
        of === 'assemblyai'
          ? { 'recognition.model': id }
          : {
              'onDevice.model': id,
              ...(onDevice.modelFolder !== '' && { 'onDevice.modelFolder': undefined }),
            };
      const isCurrent = of === provider && id === current;
      return line(words, isCurrent, { 'recognition.provider': of, ...changes });
    }),
  ];
}

function line(
  words: Pick<ProviderLine, 'label' | 'description' | 'detail'>,
  isCurrent: boolean,
  changes: ProviderLine['changes'],
): ProviderLine {
  return { ...words, label: `${isCurrent ? '$(check)' : '$(blank)'} ${words.label}`, changes };
}

/** A model that the person knows by name. */
function unlisted(model: string): ListedModel {
  return {
    provider: 'assemblyai',
    id: model,
    name: model,
    accuracy: undefined,
    speed: undefined,
    bytes: [0, 0],
    languages: [],
  };
}

/** The family that listens on this computer: the one that is wanted, or what the language takes. */
function localModel(
  listed: readonly ListedModel[],
  { languages }: Settings['recognition'],
  { model }: Settings['onDevice'],
  windowLanguage: string,
): string | undefined {
  const hearing = (language: string): readonly ListedModel[] =>
    listed.filter(
      (each) =>
        each.provider === 'onDevice' &&
        typeof each.languages !== 'number' &&
        each.languages.includes(language.toLowerCase().split(/[-_]/, 1)[0] ?? ''),
    );
  const [first] = languages;
  const expected = first === undefined ? hearing(windowLanguage) : hearing(first);
  const able = first === undefined && expected.length === 0 ? hearing('en') : expected;
  return (able.find(({ id }) => id === model) ?? able[0])?.id;
}
