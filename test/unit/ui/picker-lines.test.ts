// No line of ours in a list is cut off, in any of the languages: what stands in it, not what others have named.
import './pseudo-translation';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { after, describe, test } from 'node:test';
import { codeWordList } from '../../../src/text/code/list';
import { spokenCommandList } from '../../../src/text/prose/list';
import * as agents from '../../../src/ui/messages/agent-messages';
import * as files from '../../../src/ui/messages/audio-file-messages';
import * as languages from '../../../src/ui/messages/language-messages';
import * as started from '../../../src/ui/messages/getting-started-messages';
import * as retry from '../../../src/ui/messages/retry-messages';
import { columns, LINE_COLUMNS } from '../../../src/ui/messages/provider-messages';
import { useTranslation, type Translation } from '../../../src/ui/messages/translation';
import { microphoneLines } from '../../../src/ui/microphone-lines';
import { spokenCommandSections } from '../../../src/ui/spoken-command-lines';
import { REPOSITORY } from '../../harness/repository';

/** A row of a list: the second line is a line of its own. */
interface Row {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
}

/** What others have named, as long as such names are. */
const MICROPHONE = 'Built-in Audio Analogue Stereo';
const FILE = 'Interview with Ms Example.m4a';

function rows(language: string): Readonly<Record<string, readonly Row[]>> {
  const spoken = ['en', 'de', 'es', 'fr', 'it'];
  const microphone = { name: 'm', label: MICROPHONE, isDefault: true };
  const readings = ['failed', 'silent', 'level'] as const;
  return {
    microphones: readings.flatMap((kind) =>
      [
        { ...microphone, isMuted: false, isUnplugged: false },
        { ...microphone, isMuted: true, isUnplugged: false },
        { ...microphone, isMuted: false, isUnplugged: true },
      ].flatMap((each) =>
        microphoneLines({
          list: [each],
          device: 'usb-Some_Maker_Some_Microphone-00.analog-stereo',
          reading: () => (kind === 'level' ? { kind, levelDb: -20 } : { kind }),
        }),
      ),
    ),
    languages: languages.languageItems([], language),
    menu: started.MENU,
    files: (['onDevice', 'assemblyai', 'auto'] as const).flatMap((provider) =>
      files.whereChoices(provider, FILE),
    ),
    retry: retry.RETRY_CHOICES,
    agents: [true, false].map((isWorking) =>
      agents.agentItem({ id: 1, name: 'claude', terminal: 'bash: website (main)', isWorking }),
    ),
    // What else can be said is a list of any length: docs/spoken-commands.md has it, and it is searched.
    commands: spokenCommandSections([
      ...spokenCommandList(spoken),
      ...codeWordList(spoken),
    ]).flatMap(({ heading, lines }) => [
      { label: heading },
      ...lines.map(({ label, description }) => ({ label, description })),
    ]),
  };
}

function questions(): readonly string[] {
  return [
    languages.LANGUAGE_PICK.placeHolder,
    retry.RETRY_WITH_TITLE.question,
    agents.PICK_AGENT.placeHolder,
    files.whereQuestion(FILE),
    files.whereAllQuestion(12),
  ];
}

/** A row's lines, without icons, which stand in a place of their own. */
function linesOf({ label, description = '', detail = '' }: Row): readonly string[] {
  const first = `${label} ${description}`.replaceAll(/\$\([\w~-]+\) ?/g, '').trim();
  return [first, detail.trim()];
}

after(() => {
  useTranslation(undefined, 'en');
});

for (const language of ['en', 'de', 'es', 'fr', 'ja', 'zh-cn']) {
  const file = path.join(REPOSITORY, `l10n/bundle.l10n.${language}.json`);
  const translation = (
    language === 'en' ? {} : JSON.parse(readFileSync(file, 'utf8'))
  ) as Translation;

  /** What is a constant was said when its file was loaded. */
  const inLanguage = (text: string): string =>
    text.replaceAll(/⟦([^⟦⟧]*)⟧/g, (_, english: string) => translation[english] ?? english);
  const tooLong = (texts: readonly string[]): readonly string[] =>
    texts.map(inLanguage).filter((text) => columns(text) > LINE_COLUMNS);

  describe(`in ${language}, nothing is cut off`, () => {
    for (const list of Object.keys(rows('en'))) {
      test(`in the list of ${list}`, () => {
        useTranslation(translation, language);
        assert.deepEqual(tooLong((rows(language)[list] ?? []).flatMap(linesOf)), []);
      });
    }

    test('in the question above a list', () => {
      useTranslation(translation, language);
      assert.deepEqual(tooLong(questions()), []);
    });
  });
}
