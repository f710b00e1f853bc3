import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { commitPassage } from '../../../../src/editor/polish/commit-passage';
import { promptPassage, type TypedPrompt } from '../../../../src/editor/polish/prompt-passage';
import { commitText, lastLine, type Appended } from '../../../../src/editor/place/commit-message';
import { wrapText } from '../../../../src/text/wrap';

/** A commit message that dictation has appended to, wrapped at 30 columns. */
function commit(before: string, ...texts: readonly string[]) {
  const box = { value: before as string | undefined };
  const compose = (message: string, text: string): string => {
    const { subject, body } = commitText(message, text);
    const place = { lineLeft: lastLine(message + subject), lineRight: '', continuation: '' };
    return subject + wrapText(body, { ...place, column: 30, tabSize: 4 });
  };
  const appended: Appended[] = texts.map((text) => {
    const message = box.value ?? '';
    const written = compose(message, text);
    box.value = message + written;
    return { before: message, text: written, after: box.value };
  });
  const passage = commitPassage(
    {
      read: () => box.value,
      write: (message) => {
        box.value = message;
      },
      compose,
    },
    appended,
  );
  return { box, passage };
}

describe('what was dictated into a commit message', () => {
  test('is written anew as a subject, and brought back', async () => {
    const { box, passage } = commit('', 'Um, fix the the parser.');
    const done = [await passage?.replace('Fix the parser.')];
    const values = [box.value];
    done.push(await passage?.restore(), await passage?.restore());
    values.push(box.value);
    assert.deepEqual(
      [passage?.text, done, values],
      ['Um, fix the the parser', [true, true, false], ['Fix the parser', 'Um, fix the the parser']],
    );
  });

  test('is written anew as a body, in lines of its own', async () => {
    const { box, passage } = commit(
      'Fix the parser\n\nIt was',
      ' um slow where a file',
      ' had um more lines than it should have.',
    );
    assert.equal(box.value?.includes('\n', 20), true);
    await passage?.replace('slow where a file had more lines than it should have.');
    assert.deepEqual(
      [passage?.text, box.value],
      [
        'um slow where a file had um more lines than it should have.',
        'Fix the parser\n\nIt was slow where a file had\nmore lines than it should\nhave.',
      ],
    );
  });

  test('stays where something else stands there by then, or its folder is closed', async () => {
    const edited = commit('', 'Um, fix it.');
    edited.box.value = 'Um, fix it now';
    const closed = commit('', 'Um, fix it.');
    closed.box.value = undefined;
    assert.deepEqual(
      [
        await edited.passage?.replace('Fix it.'),
        await closed.passage?.replace('Fix it.'),
        edited.box.value,
        commit('').passage,
      ],
      [false, false, 'Um, fix it now', undefined],
    );
  });
});

/** A prompt line in memory that shows what is typed. */
class FakePrompt implements TypedPrompt {
  readonly utterances: string[];
  isTouched = false;

  constructor(...utterances: readonly string[]) {
    this.utterances = [...utterances];
  }

  holds(texts: readonly string[]): boolean {
    const last = this.utterances.slice(-texts.length);
    return !this.isTouched && texts.every((text, i) => text === last[i]);
  }

  takeBack(count: number): Promise<boolean> {
    this.utterances.splice(-count);
    return Promise.resolve(true);
  }

  type(text: string): Promise<boolean> {
    this.utterances.push(text);
    return Promise.resolve(true);
  }
}

describe('what was typed at a prompt', () => {
  test('is taken back and typed anew behind what stood there before, and the other way round', async () => {
    const prompt = new FakePrompt('Look.', ' Um fix it.', ' Now.');
    const passage = promptPassage(prompt, [' Um fix it.', ' Now.']);
    const done = [await passage?.replace('Fix it now.')];
    const lines = [prompt.utterances.join('')];
    done.push(await passage?.restore());
    lines.push(prompt.utterances.join(''));
    done.push(await passage?.restore());
    assert.deepEqual(
      [passage?.text, done, lines],
      ['Um fix it. Now.', [true, true, false], ['Look. Fix it now.', 'Look. Um fix it. Now.']],
    );
  });

  test('stays where something else may have come behind it', async () => {
    const prompt = new FakePrompt('Um fix it.');
    const passage = promptPassage(prompt, ['Um fix it.']);
    prompt.isTouched = true;
    assert.deepEqual(
      [await passage?.replace('Fix it.'), passage?.isUntouched(), prompt.utterances],
      [false, false, ['Um fix it.']],
    );
  });

  test('is no text where it is a command of the agent’s, or nothing', () => {
    for (const texts of [['/clear'], ['!ls'], ['#note'], [' '], []]) {
      assert.equal(promptPassage(new FakePrompt(...texts), texts), undefined, texts.join());
    }
  });
});
