import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { DictationError } from '../../../../src/core/failure';
import type { RecognitionSettings } from '../../../../src/core/settings';
import type { SecretStore } from '../../../../src/core/credentials';
import { ApiKeys } from '../../../../src/recognition/assemblyai/api-keys';
import { settle, VirtualClock } from '../../../contracts/virtual-clock';
import { recognitionAt } from '../../ui/settings-fixture';

const ASSEMBLYAI = recognitionAt('wss://streaming.assemblyai.com/v3/ws');
const EUROPE = recognitionAt('wss://streaming.eu.assemblyai.com/v3/ws');
const LOCAL = recognitionAt('ws://localhost:8080');
const LOOKALIKE = recognitionAt('wss://streaming.assemblyai.com.evil.example/v3/ws');

class FakeSecrets implements SecretStore {
  readonly stored = new Map<string, string>();
  /** `locked`: rejects everything; `hanging`: never answers. */
  mood: 'fine' | 'locked' | 'hanging' = 'fine';

  async get(key: string): Promise<string | undefined> {
    await this.answer();
    return this.stored.get(key);
  }
  async store(key: string, value: string): Promise<void> {
    await this.answer(value);
    this.stored.set(key, value);
  }
  private answer(secret = ''): Promise<void> {
    if (this.mood === 'hanging') return new Promise(() => undefined);
    return this.mood === 'fine' ? Promise.resolve() : Promise.reject(new Error(`locked ${secret}`));
  }
  delete(key: string): Promise<void> {
    this.stored.delete(key);
    return Promise.resolve();
  }
}

/** Keys with a person who answers each question with the next of `answers`. */
function rig(options: { answers?: readonly (string | undefined)[]; environmentKey?: string } = {}) {
  const secrets = new FakeSecrets();
  const asked: { host: string; mayBeEmpty: boolean }[] = [];
  const checked: { apiKey: string; endpoint: string }[] = [];
  const checkedWith: RecognitionSettings[] = [];
  const answers = [...(options.answers ?? [])];
  const clock = new VirtualClock();
  const logged: string[] = [];
  const notSaved: string[] = [];
  const write = (line: string): void => void logged.push(line.replace(/ at [\w.-]+:\d+:\d+$/, ''));
  const keys = new ApiKeys({
    clock,
    log: { debug: write, info: write, warn: write, error: write },
    onDidNotSaveKey: (host) => notSaved.push(host),
    secrets,
    environment: { ASSEMBLYAI_API_KEY: options.environmentKey },
    askForKey: async ({ host, mayBeEmpty, check }) => {
      asked.push({ host, mayBeEmpty });
      const answer = answers.shift();
      if (answer !== undefined) await check(answer, new AbortController().signal);
      return answer;
    },
    check: (
      apiKey: string,
      recognition: RecognitionSettings,
    ): Promise<DictationError | undefined> => {
      checked.push({ apiKey, endpoint: recognition.endpoint });
      checkedWith.push(recognition);
      return Promise.resolve(undefined);
    },
  });
  return { keys, secrets, asked, checked, checkedWith, clock, logged, notSaved };
}

describe('API keys', () => {
  test('are neither asked for nor given away where a token server is set', async () => {
    const { keys, secrets, asked } = rig({
      answers: ['typed'],
      environmentKey: 'from-environment',
    });
    secrets.stored.set('apiKey:streaming.assemblyai.com', 'stored');
    const tokenUrl = 'https://tokens.example.org/t';
    assert.deepEqual(
      { given: await keys.authorize({ ...ASSEMBLYAI, tokenUrl }), asked },
      { given: '', asked: [] },
    );
  });

  test('are checked as keys even where a token server is set', async () => {
    const { keys, checkedWith } = rig({ answers: ['typed'] });
    await keys.set({ ...ASSEMBLYAI, tokenUrl: 'https://tokens.example.org/t' });
    assert.deepEqual(checkedWith, [ASSEMBLYAI]);
  });

  test('are asked for once per host, checked there and remembered', async () => {
    const { keys, asked, checked } = rig({ answers: ['us-key', 'eu-key'] });
    const given = [
      await keys.authorize(ASSEMBLYAI),
      await keys.authorize(EUROPE),
      await keys.authorize(ASSEMBLYAI),
      await keys.authorize(EUROPE),
    ];
    assert.deepEqual(
      { given, asked, checked },
      {
        given: ['us-key', 'eu-key', 'us-key', 'eu-key'],
        asked: [
          { host: 'streaming.assemblyai.com', mayBeEmpty: false },
          { host: 'streaming.eu.assemblyai.com', mayBeEmpty: false },
        ],
        checked: [
          { apiKey: 'us-key', endpoint: ASSEMBLYAI.endpoint },
          { apiKey: 'eu-key', endpoint: EUROPE.endpoint },
        ],
      },
    );
  });

  test('are never sent to another host', async () => {
    const { keys } = rig({ answers: ['the-key', undefined, undefined] });
    assert.deepEqual(
      [
        await keys.set(ASSEMBLYAI),
        await keys.authorize(LOOKALIKE),
        await keys.authorize(recognitionAt('wss://streaming.assemblyai.com:8443/v3/ws')),
      ],
      ['streaming.assemblyai.com', undefined, undefined],
    );
  });

  test("come from the environment for AssemblyAI's own hosts only", async () => {
    const { keys, asked } = rig({ environmentKey: ' env-key ', answers: [undefined, undefined] });
    assert.deepEqual(
      [
        await keys.authorize(ASSEMBLYAI),
        await keys.authorize(EUROPE),
        await keys.authorize(LOCAL),
        await keys.authorize(LOOKALIKE),
        asked.map(({ host }) => host),
      ],
      [
        'env-key',
        'env-key',
        undefined,
        undefined,
        ['localhost:8080', 'streaming.assemblyai.com.evil.example'],
      ],
    );
  });

  test('typed ones go before the one of the environment', async () => {
    const { keys } = rig({ environmentKey: 'env-key', answers: ['typed-key'] });
    await keys.set(ASSEMBLYAI);
    assert.equal(await keys.authorize(ASSEMBLYAI), 'typed-key');
  });

  test('may be none at a server of your own, which is remembered', async () => {
    const { keys, asked } = rig({ answers: [''] });
    assert.deepEqual(
      [await keys.authorize(LOCAL), await keys.authorize(LOCAL), asked],
      ['', '', [{ host: 'localhost:8080', mayBeEmpty: true }]],
    );
  });

  test('are not stored when the question is dismissed', async () => {
    const { keys, secrets } = rig({ answers: [undefined] });
    assert.deepEqual([await keys.authorize(ASSEMBLYAI), [...secrets.stored]], [undefined, []]);
  });

  test('are forgotten when cleared, which tells of the one that remains', async () => {
    const { keys, secrets } = rig({ environmentKey: 'env-key', answers: ['us-key', ''] });
    await keys.set(ASSEMBLYAI);
    await keys.set(LOCAL);
    assert.deepEqual(
      [await keys.clear(ASSEMBLYAI), await keys.clear(LOCAL), [...secrets.stored]],
      [
        { host: 'streaming.assemblyai.com', environmentVariable: 'ASSEMBLYAI_API_KEY' },
        { host: 'localhost:8080', environmentVariable: undefined },
        [],
      ],
    );
  });

  test('that cannot be stored are used in this window all the same, which is told', async () => {
    const { keys, secrets, asked, logged, notSaved } = rig({ answers: ['typed', 'again', ''] });
    secrets.mood = 'locked';
    assert.deepEqual(
      [await keys.authorize(ASSEMBLYAI), await keys.authorize(ASSEMBLYAI)],
      ['typed', 'typed'],
    );
    assert.equal(await keys.set(ASSEMBLYAI), undefined);
    assert.deepEqual(
      [await keys.authorize(ASSEMBLYAI), await keys.authorize(LOCAL), await keys.authorize(LOCAL)],
      ['again', '', ''],
    );
    const assemblyAi = 'streaming.assemblyai.com';
    assert.deepEqual(
      { asked: asked.map(({ host }) => host), notSaved, logged },
      {
        asked: [assemblyAi, assemblyAi, 'localhost:8080'],
        notSaved: [assemblyAi, assemblyAi, 'localhost:8080'],
        logged: [
          `API key for ${assemblyAi}: not read, Error`,
          `API key for ${assemblyAi}: not stored, Error`,
          `API key for ${assemblyAi}: not stored, Error`,
          'API key for localhost:8080: not read, Error',
          'API key for localhost:8080: not stored, Error',
        ],
      },
    );
  });

  test('that could not be stored give way to one that could, and are forgotten when cleared', async () => {
    const { keys, secrets } = rig({ answers: ['unsaved', 'saved', 'other', undefined] });
    secrets.mood = 'locked';
    await keys.set(ASSEMBLYAI);
    await keys.set({ ...EUROPE });
    secrets.mood = 'fine';
    const host = await keys.set(EUROPE);
    await keys.clear(ASSEMBLYAI);
    assert.deepEqual(
      [host, await keys.authorize(EUROPE), await keys.authorize(ASSEMBLYAI)],
      ['streaming.eu.assemblyai.com', 'other', undefined],
    );
  });

  test('come from the environment when the stored ones cannot be read', async () => {
    const { keys, secrets, asked } = rig({ environmentKey: 'env-key' });
    secrets.mood = 'locked';
    assert.deepEqual([await keys.authorize(ASSEMBLYAI), asked], ['env-key', []]);
  });

  test('are asked for when the secret storage never answers', async () => {
    const { keys, secrets, clock, logged, notSaved } = rig({ answers: ['typed'] });
    secrets.mood = 'hanging';
    let given: string | undefined;
    const authorized = keys.authorize(ASSEMBLYAI).then((apiKey) => (given = apiKey));
    while (given === undefined) await clock.advance(1000);
    await authorized;
    await settle();
    assert.deepEqual(
      { given, notSaved, lines: logged.length, pending: clock.pending },
      { given: 'typed', notSaved: ['streaming.assemblyai.com'], lines: 2, pending: 0 },
    );
  });

  test('are not asked for when the address must not be used', async () => {
    const { keys, asked } = rig({ answers: ['a-key'] });
    await assert.rejects(keys.authorize(recognitionAt('ws://speech.example/v3/ws')), {
      reason: 'endpoint-invalid',
    });
    assert.deepEqual(asked, []);
  });
});
