// Whoever speaks German, Spanish, French, Japanese or Chinese reads all of it in their language.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import rawManifest from '../../package.json';
import { REPOSITORY } from '../harness/repository';
import { codeStrings, manifestTexts, type CodeString } from './localisation';

const LANGUAGES = ['de', 'es', 'fr', 'ja', 'zh-cn'] as const;

type Texts = Readonly<Record<string, string>>;

const HOW =
  'Type WRITE_L10N=1 node_modules/.bin/tsx --test test/package/localisation.test.ts: it moves new texts of package.json to package.nls.json, notes new sentences as not yet translated in l10n/untranslated.json, and takes out what nobody says any more.';

/** New sentences that wait for their translations. */
const WAITING = 'l10n/untranslated.json';
const ENGLISH_MANIFEST = 'package.nls.json';
/** Of what English text a translated text of the manifest is the translation: its key does not tell. */
const TRANSLATED_FROM = 'l10n/translated-from.json';

function read(file: string): Texts {
  const full = path.join(REPOSITORY, file);
  return existsSync(full) ? (JSON.parse(readFileSync(full, 'utf8')) as Texts) : {};
}

function write(file: string, texts: unknown): void {
  writeFileSync(path.join(REPOSITORY, file), `${JSON.stringify(texts, null, 2)}\n`);
}

const code = codeStrings();
const sentences = [...new Set(code.sentences.map(({ text }) => text))];
if (process.env['WRITE_L10N'] === '1') bringUpToDate();
const english = read(ENGLISH_MANIFEST);
const waiting = new Set(Object.values(read(WAITING)));

/** The texts of one language, and the English ones that they stand for. */
interface Bundle {
  readonly file: string;
  readonly translated: Texts;
  readonly english: Texts;
}

const bundles = LANGUAGES.flatMap((language): Bundle[] => [
  {
    file: `l10n/bundle.l10n.${language}.json`,
    translated: read(`l10n/bundle.l10n.${language}.json`),
    english: Object.fromEntries(sentences.map((sentence) => [sentence, sentence])),
  },
  {
    file: `package.nls.${language}.json`,
    translated: read(`package.nls.${language}.json`),
    english,
  },
]);

describe('what people read', () => {
  test('is said through t, all of it', () => {
    assert.deepEqual(
      code.untold.map(shown),
      [],
      "People would read this in English in every language. Say it by t('…'), from ui/messages/translation, as a whole sentence with {0}, {1} for what is filled in.",
    );
  });

  test('is a literal where it is said, so that it can be translated', () => {
    const unknown = code.unknown.filter(({ at }) => !at.startsWith(TRANSLATION));
    assert.deepEqual(unknown.map(shown), []);
  });

  test('stands in package.nls.json where the manifest says it, each text under its own key', () => {
    const texts = manifestTexts(rawManifest);
    const plain = texts.filter(({ key, text }) => text !== `%${key}%`);
    assert.deepEqual(
      plain.map(({ key, text }) => `${key}: ${text}`),
      [],
      HOW,
    );
    assert.deepEqual(texts.map(({ key }) => key).toSorted(), Object.keys(english).toSorted(), HOW);
  });

  test('has not changed in English since it was translated', () => {
    const changed = Object.entries(read(TRANSLATED_FROM)).filter(
      ([key, from]) => from !== digest(english[key] ?? ''),
    );
    assert.deepEqual(Object.keys(Object.fromEntries(changed)), [], HOW);
  });
});

for (const { file, translated, english: texts } of bundles) {
  describe(file, () => {
    test('has every text, and no other', () => {
      const keys = Object.keys(texts).filter((key) => !waiting.has(texts[key] ?? ''));
      assert.deepEqual(Object.keys(translated).toSorted(), keys.toSorted(), HOW);
    });

    test('fills in, links to and draws what the English text does', () => {
      const wrong = Object.entries(translated).filter(
        ([key, text]) =>
          JSON.stringify(fixedParts(text)) !== JSON.stringify(fixedParts(texts[key] ?? '')),
      );
      assert.deepEqual(
        wrong.map(([key, text]) => ({
          key,
          english: fixedParts(texts[key] ?? ''),
          translated: fixedParts(text),
        })),
        [],
      );
    });

    test('ends and begins as the English text does', () => {
      const wrong = Object.entries(translated).filter(
        ([key, text]) => outline(text) !== outline(texts[key] ?? ''),
      );
      assert.deepEqual(wrong, []);
    });
  });
}

const TRANSLATION = 'src/ui/messages/translation.ts';

function shown({ at, text }: CodeString): string {
  return `${at}: ${text}`;
}

/** What a translation has in common with its text: placeholders, icons, addresses, code, settings. */
function fixedParts(text: string): readonly string[] {
  const parts =
    text.match(/\{\d\}|\$\([\w~-]+\)|\]\([^)]*\)|`[^`]*`|https?:\/\/[^\s)、。，]+/g) ?? [];
  return parts.toSorted();
}

/** Whether it is a sentence, a part of one, or a line: its last mark. */
function outline(text: string): string {
  return (/[.。?？…:：]?(?=\s*$)/.exec(text)?.[0] ?? '')
    .replace('。', '.')
    .replace('？', '?')
    .replace('：', ':');
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}

/** Moves plain texts of the manifest, takes out what nobody says, and notes what is new. */
function bringUpToDate(): void {
  const manifest: unknown = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8'));
  const before = read(ENGLISH_MANIFEST);
  const translatedFrom = read(TRANSLATED_FROM);
  const after: Record<string, string> = {};
  for (const { key, text, replace } of manifestTexts(manifest)) {
    after[key] = text === `%${key}%` ? (before[key] ?? '') : text;
    replace(`%${key}%`);
  }
  write('package.json', manifest);
  write(ENGLISH_MANIFEST, after);
  const missing = new Set<string>();
  const tidy = (file: string, texts: Texts, digests: Texts): void => {
    const old = read(file);
    const kept = Object.entries(texts).filter(([key, text]) => {
      const isThere = key in old && (digests[key] ?? digest(text)) === digest(text);
      if (!isThere) missing.add(text);
      return isThere;
    });
    write(file, Object.fromEntries(kept.map(([key]) => [key, old[key]])));
  };
  const said = Object.fromEntries(sentences.toSorted().map((sentence) => [sentence, sentence]));
  for (const language of LANGUAGES) {
    tidy(`l10n/bundle.l10n.${language}.json`, said, {});
    tidy(`package.nls.${language}.json`, after, translatedFrom);
  }
  const done = Object.entries(after).filter(([, text]) => !missing.has(text));
  write(TRANSLATED_FROM, Object.fromEntries(done.map(([key, text]) => [key, digest(text)])));
  write(WAITING, [...missing].toSorted());
}
