import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { slashCommand } from '../../../../src/text/prompts/slash-command';

describe('a command of an agent', () => {
  const rows: readonly (readonly [said: string, language: string, command: string | undefined])[] =
    [
      ['Slash clear.', 'en', '/clear'],
      ['slash compact', 'en', '/compact'],
      ['/clear.', 'en', '/clear'],
      ['/ clear', 'en', '/clear'],
      ['Slash add dir.', 'en', '/add-dir'],
      ['slash release notes', 'en', '/release-notes'],
      ['slash model opus', 'en', '/model opus'],
      ['Forward slash help.', 'en', '/help'],
      ['slash deploy', 'en', '/deploy'],
      ['Slash, clear.', 'en', '/clear'],
      ['Slash P R comments.', 'en', '/pr-comments'],
      ['Schrägstrich clear', 'de', '/clear'],
      ['Barra clear', 'es', '/clear'],
      ['barre oblique clear', 'fr', '/clear'],
      ['Slash.', 'en', undefined],
      ['Slash commands.', 'en', undefined],
      ['Slash commands are nice.', 'en', undefined],
      ['Slash and burn.', 'en', undefined],
      ['Slash the price, please.', 'en', undefined],
      ['Slash it.', 'en', undefined],
      ['Slash them!', 'en', undefined],
      ['Slash everything.', 'en', undefined],
      ['Use slash clear.', 'en', undefined],
      ['Slash clear, then fix it.', 'en', undefined],
      ['/usr/bin', 'en', undefined],
      ['Slash rm -rf', 'en', undefined],
      ['clear', 'en', undefined],
    ];
  for (const [said, language, command] of rows) {
    test(`${said} → ${String(command)}`, () => {
      assert.equal(slashCommand(said, [language]), command);
    });
  }
});
