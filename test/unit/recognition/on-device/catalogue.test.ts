import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile, symlink } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, test } from 'node:test';
import { enginesFor, WASM_ENGINE } from '../../../../src/recognition/on-device/engines';
import {
  languageOfWindow,
  lighterThan,
  modelFor,
  MODELS,
} from '../../../../src/recognition/on-device/models';
import { packageBytes } from '../../../../src/recognition/on-device/store/package';
import { bytesOf, threadsFor } from '../../../../src/recognition/on-device/threads';
import { findOwnModel } from '../../../../src/recognition/on-device/own-model';
import type { LocalModelFamily } from '../../../../src/core/settings';
import { TINY_FOLDER, TINY_MODEL } from '../../../harness/on-device';

describe('the catalogue', () => {
  const packages = [
    ...MODELS.map((row) => row.package),
    ...['linux', 'darwin', 'win32'].flatMap((platform) =>
      ['x64', 'arm64', 'ia32'].flatMap((architecture) =>
        enginesFor({ platform, architecture, glibc: '2.36' }).map((build) => build.package),
      ),
    ),
  ];

  test('pins every file: its size, its hash, and an address that is encrypted and does not move', () => {
    for (const { files } of packages) {
      for (const { name, bytes, sha256, url } of files) {
        assert.match(name, /^[\w.-]+$/);
        assert.ok(Number.isSafeInteger(bytes) && bytes > 0);
        assert.match(sha256, /^[\da-f]{64}$/);
        assert.match(url, /^https:.*(?:\/resolve\/[\da-f]{40}\/|-\d+\.\d+\.\d+\.tgz$)/);
      }
    }
  });

  test('has names that are folders, each for one content', () => {
    const hashes = new Map(
      packages.map(({ id, files }) => [id, files.map(({ sha256 }) => sha256).join(' ')]),
    );
    for (const { id, files } of packages) {
      assert.match(id, /^[\w.-]+$/);
      assert.equal(hashes.get(id), files.map(({ sha256 }) => sha256).join(' '));
    }
    assert.equal(new Set(hashes.values()).size, hashes.size);
  });

  test('has the files that each model is loaded from', () => {
    for (const row of MODELS) {
      const names = row.package.files.map(({ name }) => name);
      const { kind, ...files } = row.files;
      assert.equal(kind, 'transducer');
      assert.deepEqual(
        Object.values(files).filter((name) => !names.includes(name)),
        [],
      );
    }
  });
});

describe('the threads of a model', () => {
  test('are two where it is large and the computer has them, one where it is small', async () => {
    const small = await bytesOf(TINY_MODEL);
    const large = Math.min(...MODELS.map((row) => packageBytes(row.package)));
    assert.deepEqual(
      [
        ...[threadsFor(small, 8), threadsFor(large, 8), threadsFor(large, 1)],
        await bytesOf({ kind: 'nemoCtc', model: 'missing.onnx', tokens: 'missing.txt' }),
      ],
      [1, 2, 1, 0],
    );
  });
});

describe('the model', () => {
  const cases: readonly (readonly [languages: readonly string[], name: string | undefined])[] = [
    [[], 'Kroko English'],
    [['en'], 'Kroko English'],
    [['en-GB', 'de'], 'Kroko English'],
    [['de_AT'], 'Kroko German'],
    [['es'], 'Kroko Spanish'],
    [['FR'], 'Kroko French'],
    [['it'], 'Nemotron 3.5'],
    [['tlh'], undefined],
  ];
  for (const [languages, name] of cases) {
    test(`for ${JSON.stringify(languages)} is ${name ?? 'none'}`, () => {
      assert.equal(modelFor(languages)?.name, name);
    });
  }
});

describe('where nobody says what is spoken, it', () => {
  const cases = [
    ['de', 'Kroko German'],
    ['es-419', 'Kroko Spanish'],
    ['pt-br', 'Nemotron 3.5'],
    ['zh-cn', 'Kroko English'],
    ['en', 'Kroko English'],
  ] as const;
  for (const [windowLanguage, name] of cases) {
    test(`is ${name} in a window in ${windowLanguage}`, () => {
      assert.equal(modelFor([languageOfWindow(windowLanguage, MODELS)])?.name, name);
    });
  }
});

describe('the model of a family that is wanted', () => {
  const cases = [
    ['nemotron', [], 'Nemotron 3.5'],
    ['nemotron', ['de'], 'Nemotron 3.5'],
    ['kroko', ['de'], 'Kroko German'],
    ['kroko', ['it'], 'Nemotron 3.5'],
    ['nemotron', ['tlh'], undefined],
  ] as const;
  for (const [wanted, languages, name] of cases) {
    test(`for ${JSON.stringify(languages)} with ${wanted} is ${name ?? 'none'}`, () => {
      assert.equal(modelFor(languages, wanted)?.name, name);
    });
  }
});

test('lighter than Nemotron is Kroko where it hears the language, and nothing is lighter than that', () => {
  const lighter = (wanted: LocalModelFamily, languages: readonly string[]): string | undefined => {
    const row = modelFor(languages, wanted);
    return row && lighterThan(row, languages, MODELS)?.name;
  };
  assert.deepEqual(
    [lighter('nemotron', []), lighter('nemotron', ['de-AT']), lighter('nemotron', ['it'])],
    ['Kroko English', 'Kroko German', undefined],
  );
  assert.equal(lighter('kroko', ['fr']), undefined);
});

describe('the engine', () => {
  const cases: readonly (readonly [NodeJS.Platform, string, string, readonly string[]])[] = [
    ['linux', 'x64', '2.36', ['native', 'wasm']],
    ['linux', 'x64', '2.31', ['wasm']],
    ['linux', 'x64', '', ['wasm']],
    ['linux', 'arm64', '2.17', ['native', 'wasm']],
    ['linux', 'arm', '2.36', ['wasm']],
    ['darwin', 'arm64', '', ['native', 'wasm']],
    ['win32', 'x64', '', ['native', 'wasm']],
    ['win32', 'arm64', '', ['wasm']],
  ];
  for (const [platform, architecture, glibc, kinds] of cases) {
    test(`on ${platform} ${architecture} with glibc "${glibc}" is ${kinds.join(', else ')}`, () => {
      const builds = enginesFor({ platform, architecture, glibc });
      assert.deepEqual(
        builds.map(({ kind }) => kind),
        kinds,
      );
      assert.equal(builds.at(-1), WASM_ENGINE);
      for (const build of builds) assert.ok(build.package.unpacked?.includes(build.entry));
    });
  }
});

describe('a model of one’s own', () => {
  /** What is made of a folder with these files. */
  async function kindOf(files: Readonly<Record<string, string>>): Promise<unknown> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'own-model-'));
    try {
      for (const [name, content] of Object.entries(files)) {
        await writeFile(path.join(folder, name), content);
      }
      const { files: model } = await findOwnModel(folder);
      return Object.fromEntries(
        Object.entries(model).map(([key, value]: [string, string]) => [
          key,
          value.startsWith(folder) ? path.basename(value) : value,
        ]),
      );
    } catch (error) {
      return Reflect.get(Object(error), 'reason');
    } finally {
      await rm(folder, { recursive: true });
    }
  }

  test('is told from its files', async () => {
    const transducer = {
      'tokens.txt': '',
      'encoder-epoch-99.onnx': '',
      'encoder-epoch-99.int8.onnx': '',
      'decoder-epoch-99.onnx': '',
      'joiner-epoch-99.int8.onnx': '',
    };
    const { 'joiner-epoch-99.int8.onnx': joiner, ...paraformer } = transducer;
    assert.equal(joiner, '');
    assert.deepEqual(
      [
        await kindOf(transducer),
        await kindOf(paraformer),
        await kindOf({ 'tokens.txt': '', 'model.onnx': 'graph … model_type zipformer2' }),
        await kindOf({ 'tokens.txt': '', 'm.onnx': 'a wenet', 'm.int8.onnx': 'a wenet' }),
      ],
      [
        {
          kind: 'transducer',
          encoder: 'encoder-epoch-99.int8.onnx',
          decoder: 'decoder-epoch-99.onnx',
          joiner: 'joiner-epoch-99.int8.onnx',
          tokens: 'tokens.txt',
        },
        {
          kind: 'paraformer',
          encoder: 'encoder-epoch-99.int8.onnx',
          decoder: 'decoder-epoch-99.onnx',
          tokens: 'tokens.txt',
        },
        { kind: 'zipformer2Ctc', model: 'model.onnx', tokens: 'tokens.txt' },
        { kind: 'wenetCtc', model: 'm.int8.onnx', tokens: 'tokens.txt' },
      ],
    );
    assert.deepEqual(await findOwnModel(TINY_FOLDER), { files: TINY_MODEL, writes: 'words' });
  });

  const TOKENS: readonly (readonly [tokens: string, writes: string])[] = [
    ['<blk> 0\n▁the 1\n▁list 2\n', 'words'],
    ['<blk> 0\n<Unk> 1\n▁THE 2\n▁LIST 3\n', 'words'],
    ['<blk> 0\n▁the 1\n▁The 2\n, 3\n. 4\n', 'sentences'],
    ['<blk> 0\n▁the 1\n▁The 2\n', 'words'],
    ['<blk> 0\n▁the 1\n. 2\n', 'words'],
    ['<blk> 0\n你 1\n好 2\n', 'words'],
    ['<blk> 0\n你 1\n好 2\n。 3\n', 'sentences'],
  ];
  for (const [tokens, writes] of TOKENS) {
    test(`with the tokens ${JSON.stringify(tokens)} writes ${writes}`, async () => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'own-model-'));
      try {
        await writeFile(path.join(folder, 'tokens.txt'), tokens);
        await writeFile(path.join(folder, 'model.onnx'), 'zipformer2');
        assert.equal((await findOwnModel(folder)).writes, writes);
      } finally {
        await rm(folder, { recursive: true });
      }
    });
  }

  test('is none where something is missing, or nobody can tell what it is', async () => {
    const reasons = [
      await kindOf({}),
      await kindOf({ 'model.onnx': 'zipformer2' }),
      await kindOf({ 'tokens.txt': '' }),
      await kindOf({ 'tokens.txt': '', 'model.onnx': 'a picture' }),
      await kindOf({ 'tokens.txt': '', 'a.onnx': 'zipformer2', 'b.onnx': 'zipformer2' }),
    ];
    assert.deepEqual(
      reasons,
      reasons.map(() => 'model-invalid'),
    );
    await assert.rejects(findOwnModel('/nowhere'), { reason: 'model-invalid' });
    const folder = await mkdtemp(path.join(os.tmpdir(), 'own-model-'));
    try {
      await mkdir(path.join(folder, 'tokens.txt'));
      for (const name of ['encoder.onnx', 'decoder.onnx'])
        await writeFile(path.join(folder, name), '');
      await assert.rejects(findOwnModel(folder), { reason: 'model-invalid' });
      await rm(path.join(folder, 'tokens.txt'), { recursive: true });
      await symlink('nowhere', path.join(folder, 'tokens.txt'));
      await assert.rejects(findOwnModel(folder), { reason: 'model-invalid' });
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
