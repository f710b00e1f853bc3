// From nothing to words, and back: what is fetched, what is loaded, and what is said where it is not.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { DictationError } from '../../src/core/failure';
import { enginesOfThisComputer, type EngineBuild } from '../../src/recognition/on-device/engines';
import type { ModelRow } from '../../src/recognition/on-device/models';
import { DEFAULT_SETTINGS } from '../fixtures/default-settings';
import { speechPcm } from '../fixtures/speech';
import { engineMirror, TINY_FOLDER } from '../harness/on-device';
import { dictateTo, OnDeviceRig } from '../harness/on-device-rig';
import { SUITE_DEADLINE_MS, until } from '../harness/until';

const SAID = 'This function returns true if the list is empty.';

/** The test double as a row of the catalogue. */
async function tinyRow(): Promise<ModelRow> {
  const files = await Promise.all(
    ['model.onnx', 'tokens.txt'].map(async (name) => {
      const content = await readFile(path.join(TINY_FOLDER, name));
      const sha256 = createHash('sha256').update(content).digest('hex');
      return { name, bytes: content.length, sha256, url: `https://models.invalid/${name}` };
    }),
  );
  return {
    family: 'kroko',
    name: 'Tiny',
    languages: ['en'],
    package: { id: 'tiny-1', files },
    files: { kind: 'nemoCtc', model: 'model.onnx', tokens: 'tokens.txt' },
    flushMs: 900,
    writes: 'words',
    spokenMarks: 'words',
    published: { ratio: 0.01, memoryBytes: undefined },
    takesLanguage: false,
    licence: { name: 'MIT', by: 'us', url: 'https://models.invalid/' },
  };
}

describe('recognition on this computer', { timeout: SUITE_DEADLINE_MS }, () => {
  let rig: OnDeviceRig;
  let row: ModelRow;
  beforeEach(async () => {
    row = await tinyRow();
  });
  afterEach(() => rig.close());

  /** A computer with this catalogue, and a mirror that has all of it. */
  async function make(engines: readonly EngineBuild[] = enginesOfThisComputer()): Promise<string> {
    rig = await OnDeviceRig.make({ models: [row], engines: () => engines });
    const mirror = path.join(rig.folder, 'mirror');
    await mkdir(path.join(mirror, row.package.id), { recursive: true });
    for (const { name } of row.package.files) {
      await copyFile(path.join(TINY_FOLDER, name), path.join(mirror, row.package.id, name));
    }
    const published = await engineMirror();
    for (const id of await readdir(published)) {
      await mkdir(path.join(mirror, id));
      for (const name of await readdir(path.join(published, id))) {
        await copyFile(path.join(published, id, name), path.join(mirror, id, name));
      }
    }
    rig.settings = { source: mirror, model: 'auto', modelFolder: '' };
    return mirror;
  }

  async function words(): Promise<string> {
    const { text } = await dictateTo(await rig.makeReady(), await speechPcm('list'));
    return text;
  }

  /** Why there will be no session. */
  async function refusal(): Promise<string> {
    try {
      await rig.makeReady();
      return 'ready';
    } catch (error) {
      return DictationError.from(error).reason;
    }
  }

  test('comes with one question, and the next time without one', async () => {
    await make();
    const [engine] = enginesOfThisComputer();
    const [file] = engine?.package.files ?? [];
    assert.equal(await words(), SAID);
    assert.deepEqual(rig.progress.splice(0), ['download', 'load']);
    assert.equal(await words(), SAID);
    // It is still loaded.
    assert.deepEqual(rig.progress, []);
    const bytes = row.package.files.reduce((sum, each) => sum + each.bytes, file?.bytes ?? 0);
    assert.deepEqual(rig.offers, [
      { model: 'Tiny', bytes, from: [rig.settings.source], licence: row.licence },
    ]);
    assert.deepEqual(
      rig.speeds.map(({ model, ratio }) => [model, ratio > 0 && ratio < 1]),
      [['Tiny', true]],
    );
  });

  test('asks once, whoever wants it while it is being fetched', async () => {
    await make();
    const first = rig.makeReady();
    await until('the download', () => (rig.progress.includes('download') ? true : undefined));
    await Promise.all([first, rig.makeReady()]);
    assert.equal(rig.offers.length, 1);
  });

  test('is not there before, and is gone when it was removed', async () => {
    await make();
    const { recognition } = DEFAULT_SETTINGS;
    assert.equal(await rig.provider.find(recognition), undefined);
    await rig.makeReady();
    assert.notEqual(await rig.provider.find(recognition), undefined);
    await rig.provider.removeModels();
    assert.equal(await rig.provider.find(recognition), undefined);
    assert.deepEqual(await readdir(rig.provider.folder), []);
  });

  test('has no model for a language that none hears', async () => {
    await make();
    await assert.rejects(rig.makeReady(['tlh']), { reason: 'model-missing' });
  });

  test('takes the WebAssembly build where the native one does not load', async () => {
    const mirror = await make();
    const [native, wasm] = enginesOfThisComputer();
    assert.ok(native !== undefined && wasm !== undefined);
    // An add-on for another computer.
    const broken = path.join(rig.folder, 'extension', 'engine', native.package.id);
    await mkdir(broken, { recursive: true });
    await writeFile(path.join(broken, native.entry), 'no add-on');
    assert.equal(await words(), SAID);
    assert.deepEqual(
      [await readdir(rig.provider.folder), mirror !== ''],
      [[wasm.package.id, row.package.id].toSorted(), true],
    );
  });

  test('takes an engine that came with the extension, and fetches none', async () => {
    await make();
    await rig.makeReady();
    const [native] = enginesOfThisComputer();
    assert.ok(native !== undefined);
    const { id } = native.package;
    const bundled = path.join(rig.folder, 'extension', 'engine', id);
    await mkdir(bundled, { recursive: true });
    for (const name of native.package.unpacked ?? []) {
      await copyFile(path.join(rig.provider.folder, id, name), path.join(bundled, name));
    }
    await rig.provider.removeModels();
    rig.offers.length = 0;
    assert.equal(await words(), SAID);
    assert.deepEqual(await readdir(rig.provider.folder), [row.package.id]);
  });

  test('fetches again what has changed on disk so that it does not load', async () => {
    await make();
    await rig.makeReady();
    rig.provider.dispose();
    const model = path.join(rig.provider.folder, row.package.id, 'model.onnx');
    const content = await readFile(model);
    // Same size, no model.
    await writeFile(model, Buffer.alloc(content.length, 'no model'));
    assert.equal(await words(), SAID);
    assert.deepEqual(await readFile(model), content);
  });

  const misuses: Readonly<Record<string, (folder: string) => Promise<void>>> = {
    'an empty model': (folder) => truncate(path.join(folder, 'model.onnx'), 0),
    'half a model': async (folder) => {
      const file = path.join(folder, 'model.onnx');
      const content = await readFile(file);
      // Its end tells what it is.
      await writeFile(file, Buffer.concat([Buffer.alloc(900_000), content.subarray(-200_000)]));
    },
    'a page for a model': (folder) =>
      writeFile(path.join(folder, 'model.onnx'), '<html>EncDec</html>'),
    'no parts of such a model': async (folder) => {
      for (const part of ['encoder', 'decoder', 'joiner'])
        await copyFile(path.join(folder, 'model.onnx'), path.join(folder, `${part}.onnx`));
    },
    'too few tokens': (folder) => writeFile(path.join(folder, 'tokens.txt'), 'a 0\nb 1\n'),
    'no tokens': (folder) => writeFile(path.join(folder, 'tokens.txt'), ''),
  };
  const spoilt = (['native', 'wasm'] as const).flatMap((kind) =>
    Object.entries(misuses).map(([name, spoil]) => ({ kind, name, spoil })),
  );
  for (const { kind, name, spoil } of spoilt) {
    test(`${name} in a folder of one’s own is refused by the ${kind} build, and the window lives on`, async () => {
      const source = await make(enginesOfThisComputer().filter((build) => build.kind === kind));
      const modelFolder = path.join(rig.folder, 'own');
      await mkdir(modelFolder);
      for (const file of ['model.onnx', 'tokens.txt']) {
        await copyFile(path.join(TINY_FOLDER, file), path.join(modelFolder, file));
      }
      await spoil(modelFolder);
      rig.settings = { source, model: 'auto', modelFolder };
      assert.equal(await refusal(), 'model-invalid');
      rig.settings = { source, model: 'auto', modelFolder: TINY_FOLDER };
      assert.equal(await words(), SAID);
    });
  }
});
