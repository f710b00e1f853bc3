import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { manifest } from '../../../fixtures/english-manifest';
import { MENU, STEP_CONTEXT_KEYS } from '../../../../src/ui/messages/getting-started-messages';
import { REPOSITORY } from '../../../harness/repository';

const { commands, walkthroughs } = manifest.contributes;
const ids = new Set(commands.map(({ command }) => command));
const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);

describe('the menu', () => {
  test('has no line that leads nowhere, and none twice', () => {
    const listed = MENU.map(({ command }) => command);
    assert.deepEqual(
      listed.filter((command) => command.startsWith('voiceDictation.') && !ids.has(command)),
      [],
    );
    assert.equal(new Set(listed).size, listed.length);
  });
});

describe('the walkthrough', () => {
  test('runs commands that are there, and is done by such', () => {
    const texts = steps.map(({ description, completionEvents }) =>
      [description, ...completionEvents].join('\n'),
    );
    const named = texts.flatMap((text) =>
      [...text.matchAll(/(?:command|onCommand):(voiceDictation\.\w+)/g)].map(([, id = '']) => id),
    );
    assert.ok(named.length >= steps.length);
    assert.deepEqual(
      named.filter((id) => !ids.has(id)),
      [],
    );
  });

  test('has steps that are done by what came of them, not by a button that was pressed', () => {
    const { microphone, recogniser } = STEP_CONTEXT_KEYS;
    const dictated = 'onContext:voiceDictation.hasDictated';
    assert.deepEqual(
      Object.fromEntries(steps.map(({ id, completionEvents }) => [id, completionEvents])),
      {
        microphone: [`onContext:${microphone}`, dictated],
        recogniser: [`onContext:${recogniser}`, dictated],
        firstDictation: [dictated],
        key: ['onCommand:voiceDictation.toggle'],
        whatToSay: ['onCommand:voiceDictation.showSpokenCommands'],
        agent: ['onContext:voiceDictation.hasReachedAgent'],
      },
    );
  });

  for (const { id, description, media, completionEvents } of steps) {
    test(`has one thing to do at ${id}, which completes the step, and a picture in the colours of the theme`, () => {
      const [button = ''] = [...description.matchAll(/^\[.+\]\(command:(.+)\)$/gm)].map(
        ([, command = '']) => command.split('?')[0],
      );
      const commands = completionEvents.filter((event) => event.startsWith('onCommand:'));
      const isDone = commands.includes(`onCommand:${button}`) || commands.length === 0;
      assert.ok(isDone || id === 'key');
      const picture = readFileSync(path.join(REPOSITORY, media.svg), 'utf8');
      // Nobody translates what a picture says.
      assert.doesNotMatch(picture.replaceAll(/<[^>]*>|&\w+;/g, ''), /\p{L}{2}/u);
      const colours = [...picture.matchAll(/(?:fill|stroke)="(?!none)([^"]+)"/g)].map(
        ([, colour = '']) => colour,
      );
      assert.ok(colours.length > 0);
      assert.deepEqual(
        colours.filter((colour) => !colour.startsWith('var(--vscode-')),
        [],
      );
    });
  }
});
