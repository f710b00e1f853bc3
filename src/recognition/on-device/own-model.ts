import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DictationError, isDictationError } from '../../core/failure';
import type { ModelFiles } from './messages';
import type { ModelWriting } from './models';

/** Exporters write what a model is at the end of its file, in plain letters. */
const METADATA_BYTES = 64 * 1024;

/** A model of the person's own, with what its files tell of it. */
export interface OwnModel {
  readonly files: ModelFiles;
  readonly writes: ModelWriting;
}

/**
 * The model in a folder of the person's own, whose kind its files tell: a streaming model that
 * sherpa-onnx takes, as it was exported.
 *
 * @throws {DictationError} `model-invalid`
 */
export async function findOwnModel(folder: string): Promise<OwnModel> {
  try {
    const files = await filesIn(folder);
    return { files, writes: writingOf(await readFile(files.tokens, 'utf8')) };
  } catch (cause) {
    // A folder that is called like a file, a link to nowhere, a file of somebody else's.
    throw isDictationError(cause) ? cause : new DictationError('model-invalid', { cause });
  }
}

/** Special tokens are written `<so>` or `[so]`. */
const SPECIAL = /^[<[]/;

/** A model writes what it has tokens for: capitals beside small letters, and what ends a sentence. */
function writingOf(tokens: string): ModelWriting {
  const told = tokens
    .split('\n')
    .filter((line) => !SPECIAL.test(line))
    .map((line) => line.replace(/\s+\d+\s*$/, ''))
    .join('\n');
  const hasCase = /\p{Ll}/u.test(told) === /\p{Lu}/u.test(told);
  return hasCase && /[.。।]/u.test(told) ? 'sentences' : 'words';
}

async function filesIn(folder: string): Promise<ModelFiles> {
  const names = await readdir(folder);
  const find = (part: string): string | undefined => {
    const found = names.filter((name) => name.endsWith('.onnx') && name.startsWith(part));
    // Where both are there, the small one is as good (docs/on-device.md).
    const best = found.find((name) => name.includes('.int8.')) ?? found[0];
    return best && path.join(folder, best);
  };
  const tokens = path.join(folder, 'tokens.txt');
  const [encoder, decoder, joiner] = [find('encoder'), find('decoder'), find('joiner')];
  const models = names.filter((name) => name.endsWith('.onnx'));
  if (!names.includes('tokens.txt')) throw new DictationError('model-invalid');
  if (encoder !== undefined && decoder !== undefined) {
    return joiner === undefined
      ? { kind: 'paraformer', encoder, decoder, tokens }
      : { kind: 'transducer', encoder, decoder, joiner, tokens };
  }
  const [only] = models.length === 1 ? models : models.filter((name) => name.includes('.int8.'));
  if (only === undefined) throw new DictationError('model-invalid');
  const model = path.join(folder, only);
  return { kind: await ctcKind(model), model, tokens };
}

async function ctcKind(model: string): Promise<'zipformer2Ctc' | 'nemoCtc' | 'wenetCtc'> {
  const metadata = await tailOf(model);
  if (metadata.includes('EncDec')) return 'nemoCtc';
  if (metadata.includes('zipformer2')) return 'zipformer2Ctc';
  if (metadata.includes('wenet')) return 'wenetCtc';
  throw new DictationError('model-invalid');
}

async function tailOf(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const from = Math.max(0, size - METADATA_BYTES);
    const { buffer, bytesRead } = await handle.read({
      buffer: Buffer.alloc(METADATA_BYTES),
      position: from,
    });
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
