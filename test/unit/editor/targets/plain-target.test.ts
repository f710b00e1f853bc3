import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InsertionOutcome } from '../../../../src/core/target';
import { PlainTarget } from '../../../../src/editor/targets/plain-target';
import type { Place } from '../../../../src/text/compose';
import { promptText } from '../../../../src/text/prompt-text';
import type { Scope } from '../../../../src/text/scope';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

const SNIPPETS = {
  wip: 'git commit -m "wip"',
  deploy: 'ssh me@host "cd /srv && ./deploy.sh"',
  'log-line': 'LOG one two, and three.',
  'sign-off': 'best regards,\nada\n',
  loop: 'for (const ${1:each} of $2) {}',
};

const LOG = { debug: ignore, info: ignore, warn: ignore, error: ignore };

function ignore(): void {
  return;
}

/** A prompt, or a box of text, in memory. */
class BoxTarget extends PlainTarget {
  readonly kind = 'input';
  readonly name = 'Box';
  text = '';

  constructor(private readonly scope_: Scope) {
    super({
      log: LOG,
      readStyle: () =>
        Promise.resolve({
          insertion: { ...DEFAULT_SETTINGS.insertion, snippets: SNIPPETS },
          languages: ['en'],
          identifiers: [],
          variables: { selection: '', clipboard: '', date: '' },
        }),
    });
  }

  findProblem(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  protected get place(): Place {
    const languageId = this.scope_ === 'code' ? 'shellscript' : undefined;
    return { left: this.text, right: '', scope: this.scope_, languageId };
  }

  protected write(text: string): Promise<InsertionOutcome> {
    this.text += this.scope_ === 'code' ? promptText(text) : text;
    return Promise.resolve('inserted');
  }
}

/** A prompt that the phrase that sends acts on. */
class PromptTarget extends BoxTarget {
  sent: readonly string[] = [];

  protected override actsOnSubmit(): boolean {
    return true;
  }

  protected override submit(): Promise<void> {
    this.sent = [...this.sent, this.text];
    this.text = '';
    return Promise.resolve();
  }
}

async function sentBy(...finals: string[]): Promise<readonly string[]> {
  const target = new PromptTarget('prose');
  for (const final of finals) await target.insert(final);
  return [...target.sent, target.text];
}

async function said(scope: Scope, ...finals: string[]): Promise<[string, InsertionOutcome[]]> {
  const target = new BoxTarget(scope);
  const outcomes: InsertionOutcome[] = [];
  for (const final of finals) outcomes.push(await target.insert(final));
  return [target.text, outcomes];
}

test('a snippet at a prompt is typed as it is stored, on one line', async () => {
  assert.deepEqual(
    [
      await said('code', 'Snippet wip.'),
      await said('code', 'Snippet deploy.'),
      await said('code', 'cd src and and', 'Snippet log line.'),
      await said('code', 'Snippet sign off.'),
    ],
    [
      ['git commit -m "wip"', ['inserted']],
      ['ssh me@host "cd /srv && ./deploy.sh"', ['inserted']],
      ['cd src && LOG one two, and three.', ['inserted', 'inserted']],
      ['best regards, ada ', ['inserted']],
    ],
  );
});

test('a snippet in a box of text is written as it is stored, with its line ends', async () => {
  assert.deepEqual(
    [
      await said('prose', 'Thank you,', 'Snippet sign off.', 'Done.'),
      await said('prose', 'It says', 'Snippet log line.'),
    ],
    [
      ['Thank you, best regards,\nada\nDone.', ['inserted', 'inserted', 'inserted']],
      ['It says LOG one two, and three.', ['inserted', 'inserted']],
    ],
  );
});

test('a snippet that only an editor can expand cannot be written here', async () => {
  assert.deepEqual(await said('prose', 'Snippet loop.'), ['', ['impossible']]);
});

/** A box that can be read, whose end can be taken away. */
class ReadableBox extends BoxTarget {
  protected override replace(stop: string, text: string): Promise<InsertionOutcome> {
    this.text = this.text.slice(0, this.text.length - stop.length) + text;
    return Promise.resolve('inserted');
  }
}

test('where the recogniser’s own mark cannot be taken away, no other is written behind it', async () => {
  assert.deepEqual(
    [
      await said('prose', 'We need tests.', 'Comma.', 'And docs.'),
      await said('prose', 'Does it scale?', 'Question mark.', 'Yes.'),
      await said('prose', 'We need tests.', ', and docs.'),
      await said('prose', 'Is it so question mark', 'Question mark.'),
      await said('code', 'git add dot', 'Dot.'),
    ],
    [
      ['We need tests. And docs.', ['inserted', 'impossible', 'inserted']],
      ['Does it scale? Yes.', ['inserted', 'inserted', 'inserted']],
      ['We need tests. and docs.', ['inserted', 'inserted']],
      ['Is it so??', ['inserted', 'inserted']],
      ['git add ..', ['inserted', 'inserted']],
    ],
  );
});

test('where it can be read and taken away, it gives way, as long as nobody has changed the place', async () => {
  const box = new ReadableBox('prose');
  const texts: string[] = [];
  for (const final of ['We need tests.', 'Comma.', 'And docs.', 'Question mark.']) {
    await box.insert(final);
    texts.push(box.text);
  }
  box.text = 'Typed.';
  await box.insert('Comma.');
  assert.deepEqual(
    [...texts, box.text],
    [
      'We need tests.',
      'We need tests,',
      'We need tests, and docs.',
      'We need tests, and docs?',
      'Typed.,',
    ],
  );
});

test('behind a title the sentence has not ended, so that the phrase that sends is text there', async () => {
  assert.deepEqual(
    [
      await sentBy('Ask Mr.', 'Send it.', 'Send it.'),
      await sentBy('Ask Mr.', 'Jones about it. Send it.'),
      await sentBy('See e.g.', 'Send it.'),
      await sentBy('We use Redis etc.', 'Send it.'),
      await sentBy('Fix it.', 'Send it.'),
      // "Please don't send it", with a pause.
      await sentBy('Fix it. Please don’t.', 'Send it.', 'Send it.'),
    ],
    [
      ['Ask Mr. Send it.', ''],
      ['Ask Mr. Jones about it.', ''],
      ['See e.g. send it.'],
      ['We use Redis etc.', ''],
      ['Fix it.', ''],
      ['Fix it. Please don’t. Send it.', ''],
    ],
  );
});
