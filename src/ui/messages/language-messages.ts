import { t } from './translation';

/** The list of languages. */
export const LANGUAGE_PICK = {
  title: t('Voice Dictation: Select Language'),
  // Models for one language on this computer cannot find out.
  placeHolder: t('Which languages do you speak? None: found out, or that of the window'),
};

/** What AssemblyAI's `language_codes` may be (docs/protocol.md §2), without dialects. */
const CODES =
  'en es de fr it pt tr nl sv no da fi hi vi ar he ja ur zh ru ko ca gl ro et fa yue af mr zu xh nn'.split(
    ' ',
  );

/** One language, as it is listed. */
export interface LanguageItem {
  readonly label: string;
  readonly description: string;
  readonly picked: boolean;
  readonly code: string;
}

/**
 * All languages that can be chosen: those of `chosen` first, in their order, also where we do not
 * know them; the others by name.
 *
 * @param chosen codes as they are set
 * @param locale in whose words languages are named, as `vscode.env.language`
 */
export function languageItems(chosen: readonly string[], locale: string): readonly LanguageItem[] {
  const names = new Intl.DisplayNames([locale, 'en'], { type: 'language' });
  const item = (code: string): LanguageItem => ({
    label: nameOf(names, code),
    description: code,
    picked: chosen.includes(code),
    code,
  });
  const others = CODES.filter((code) => !chosen.includes(code)).map(item);
  return [
    ...[...new Set(chosen)].map(item),
    ...others.toSorted((a, b) => a.label.localeCompare(b.label, locale)),
  ];
}

function nameOf(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code; // Whatever it is, it is no code of a language.
  }
}
