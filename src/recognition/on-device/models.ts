import type { ListedModel } from '../../core/listed-model';
import { LOCAL_MODEL_FAMILIES, type LocalModelFamily } from '../../core/settings';
import type { ModelFiles } from './messages';
import { packageBytes, type Package } from './store/package';

/** Whether a model writes capitals and punctuation, or neither but words. */
export type ModelWriting = 'sentences' | 'words';

/**
 * What a model makes of a mark that is said ("comma"): the word, as {@link ModelWriting} `words` must, or the
 * mark itself. The text is written rightly from both; `npm run live -- --on-device` tells of the unknown.
 */
type SpokenMarks = 'words' | 'marks' | 'unknown';

/** What others have measured of a model (docs/on-device.md has the sources). */
interface Published {
  /** How long it takes to hear speech, as part of the speech's own time. */
  readonly ratio: number;
  /** What its process takes at most; undefined: nobody tells. */
  readonly memoryBytes: number | undefined;
}

/** A model as it is published, and what must be known of it to use it. */
export interface ModelRow {
  readonly family: LocalModelFamily;
  /** For people. */
  readonly name: string;
  /** Codes of what it hears; the first is its own. */
  readonly languages: readonly string[];
  readonly package: Package;
  /** Names in the package. */
  readonly files: ModelFiles;
  /** So much silence brings out its last word: more than it hears at a time. */
  readonly flushMs: number;
  readonly writes: ModelWriting;
  readonly spokenMarks: SpokenMarks;
  readonly published: Published;
  /** It hears several languages, and can be told which one is spoken. */
  readonly takesLanguage: boolean;
  readonly licence: Licence;
}

/** Under which terms a model may be used, and who is to be named. */
interface Licence {
  readonly name: string;
  readonly by: string;
  readonly url: string;
}

const KROKO_LICENCE: Licence = {
  name: 'CC-BY-SA-4.0',
  by: 'Kroko ASR by Banafo',
  url: 'https://huggingface.co/Banafo/Kroko-ASR',
};

/**
 * The models that can be had, first the one for who says nothing of a language. Bytes and hashes are those of several public catalogues, which agree; `npm run live --
 * --on-device` compares them with what is published (docs/on-device.md).
 */
export const MODELS: readonly ModelRow[] = [
  kroko('English', 'en', '572aaf4e2e0c603c3fc2a574d096e755a178faa1', {
    'encoder.onnx': [
      70_092_599,
      'd4881c57449d581e0770fd53fa66c2fdc6cd167d92ece7c715e603defc96d9d4',
    ],
    'decoder.onnx': [617_488, '455ba38466fce8d5a57e7db68a323b684079ca4d9e1dd93a740d9b2429aae3b1'],
    'joiner.onnx': [336_817, 'd406f616736350e2a7df3e39398b78eb2fc1a2ca6973a19d3853fa3227e25b52'],
    'tokens.txt': [6310, '396dbeb5f4858875690716084f54e90d339679d0ba3e6b5b584f3d7589254d2d'],
  }),
  kroko('German', 'de', '887db3d083240198c2d2b99fb66cfcfe6948ced8', {
    'encoder.onnx': [
      70_091_557,
      '6e83993d6967ec7a3498b055b7e85ace85b5d64d1b1e8773cb29a43a11f5edb5',
    ],
    'decoder.onnx': [617_489, '94a29592b403c53fa2231b478637da1ab4abcef7f5e46e432098416a4a3ed562'],
    'joiner.onnx': [336_817, '28356bff070aea51ab1d725a3278e81d19f9300f860d3248a7014292264df15a'],
    'tokens.txt': [5606, '86e8370994ff2c01149ba8c4f8709aa93cdc18914b27a717e291e96faf39a6eb'],
  }),
  kroko('Spanish', 'es', '20cf7a4921613397841d31168796cade5b866585', {
    'encoder.onnx': [
      154_878_102,
      '2d9f5ef87d1a5257f8a6687e21501c56f3aa2fcbfcfab9364dcc4ce4e06ae81b',
    ],
    'decoder.onnx': [617_488, 'd4ce176b94b25f7acc88717bc3f704fcf5d6e131aaac2e0cabab3885541181ee'],
    'joiner.onnx': [336_817, 'dae35df88d676e320fcdb99217328e66dcf722bf11b0f2459e14ddb5b982ded5'],
    'tokens.txt': [6385, '1be5e0a58e05d06d327df4c6b7b5e4f8aba01da6981eb016fcaceafc6a56680f'],
  }),
  kroko('French', 'fr', '08b84b7b7cf519be9817e9c16919d96a7a8bad91', {
    'encoder.onnx': [
      70_092_599,
      'e02facae1daf6f1f13da67ea3ace7c722516d0868d1768d78c0580bc22cc0c5b',
    ],
    'decoder.onnx': [617_488, '6aed547570e3ab5afc05429a017cedd3a056c16df3baa5703f02461cefa25bac'],
    'joiner.onnx': [336_817, 'a51eec759bcdcaae2614686fa2a8b57417b2d420dd55a5a5558b388d35a9b2b6'],
    'tokens.txt': [5415, 'fedfb9c844bfb2bf14171f8184863e3d617b815a8667bdd9fc9a3149fde73298'],
  }),
  {
    family: 'nemotron',
    name: 'Nemotron 3.5',
    // Those that its card calls ready, of 32 (docs/on-device.md).
    languages: [
      'en',
      'es',
      'fr',
      'de',
      'it',
      'pt',
      'nl',
      'tr',
      'ru',
      'ar',
      'hi',
      'ja',
      'ko',
      'vi',
      'uk',
    ],
    package: hubPackage(
      'csukuangfj2/sherpa-onnx-nemotron-3.5-asr-streaming-0.6b-560ms-int8-2026-06-11',
      'nemotron-3.5-0.6b-560ms-2026-06-11',
      'ab43d895f5985b1bbab8b6eac8607fcdc05343f3',
      {
        'encoder.int8.onnx': [
          657_601_403,
          '012e9321373af99021415e0b0eb3ec827b4be3153be6f30d9b448fe65e896e68',
        ],
        'decoder.int8.onnx': [
          14_978_075,
          '19f9c98fc6d0a2c33a65a43b36fdb2e914c26c0aa9764be3aebc502a1e982fb0',
        ],
        'joiner.int8.onnx': [
          9_504_438,
          '4101c7c679a0bc30483794b27a059e34e79232aa2068d78d51231a22c8b0d7ce',
        ],
        'tokens.txt': [131_440, '729cc103155bafa785f9cd45746cd41cabe97eab7182fc04d594129587958f8a'],
      },
    ),
    files: {
      kind: 'transducer',
      encoder: 'encoder.int8.onnx',
      decoder: 'decoder.int8.onnx',
      joiner: 'joiner.int8.onnx',
      tokens: 'tokens.txt',
    },
    flushMs: 1500,
    writes: 'sentences',
    spokenMarks: 'unknown',
    published: { ratio: 0.16, memoryBytes: 1.2e9 },
    takesLanguage: true,
    licence: {
      name: 'OpenMDW-1.1',
      by: 'Nemotron Speech by NVIDIA',
      url: 'https://huggingface.co/nvidia/nemotron-3.5-asr-streaming-0.6b',
    },
  },
];

/**
 * The model for these languages (codes, most likely first): of those that hear the
 * first, one of the family that is wanted, else the smallest.
 *
 * @returns nothing where none hears it
 */
export function modelFor(
  languages: readonly string[],
  wanted: LocalModelFamily | 'auto' = 'auto',
  models: readonly ModelRow[] = MODELS,
): ModelRow | undefined {
  const able = modelsHearing(languages, models);
  return able.find(({ family }) => family === wanted) ?? able[0];
}

/**
 * What is most likely spoken where nobody has said it: the language of the window, or English where no
 * model hears that.
 *
 * @param windowLanguage a BCP 47 tag
 */
export function languageOfWindow(windowLanguage: string, models: readonly ModelRow[]): string {
  return modelsHearing([windowLanguage], models).length > 0 ? windowLanguage : 'en';
}

/** The lightest model that hears the same as `row` and is lighter than it; nothing: there is none. */
export function lighterThan(
  row: ModelRow,
  languages: readonly string[],
  models: readonly ModelRow[],
): ModelRow | undefined {
  const bytes = packageBytes(row.package);
  return modelsHearing(languages, models).find((other) => packageBytes(other.package) < bytes);
}

/** Those that hear the first of the languages, the lightest first. */
function modelsHearing(
  languages: readonly string[],
  models: readonly ModelRow[],
): readonly ModelRow[] {
  const [first = 'en'] = languages;
  const code = first.toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return models.filter((row) => row.languages.includes(code));
}

/** What people choose a family by; as published, since none was measured here (docs/on-device.md). */
const FAMILIES = {
  kroko: { name: 'Kroko', accuracy: 'good', speed: 'fast' },
  nemotron: { name: 'Nemotron 3.5', accuracy: 'high', speed: 'slow' },
} as const satisfies Readonly<Record<LocalModelFamily, Partial<ListedModel>>>;

/** The families that people choose from. */
export function listedModels(): readonly ListedModel[] {
  return LOCAL_MODEL_FAMILIES.map((id) => {
    const rows = MODELS.filter(({ family }) => family === id);
    const sizes = rows.map((row) => packageBytes(row.package));
    const [published] = rows.map((row) => row.published);
    return {
      ...FAMILIES[id],
      ...published,
      provider: 'onDevice',
      id,
      bytes: [Math.min(...sizes), Math.max(...sizes)],
      languages: rows.flatMap(({ languages }) => languages),
    };
  });
}

type Pins = Readonly<Record<string, readonly [bytes: number, sha256: string]>>;

function kroko(language: string, code: string, revision: string, pins: Pins): ModelRow {
  const repository = `csukuangfj/sherpa-onnx-streaming-zipformer-${code}-kroko-2025-08-06`;
  return {
    family: 'kroko',
    name: `Kroko ${language}`,
    languages: [code],
    package: hubPackage(repository, `kroko-${code}-2025-08-06`, revision, pins),
    files: {
      kind: 'transducer',
      encoder: 'encoder.onnx',
      decoder: 'decoder.onnx',
      joiner: 'joiner.onnx',
      tokens: 'tokens.txt',
    },
    // It hears up to 1.28 s at a time.
    flushMs: 1500,
    writes: 'sentences',
    spokenMarks: 'unknown',
    published: { ratio: 0.062, memoryBytes: undefined },
    takesLanguage: false,
    licence: KROKO_LICENCE,
  };
}

/** Files of one revision of a repository of Hugging Face. */
function hubPackage(repository: string, id: string, revision: string, pins: Pins): Package {
  const base = `https://huggingface.co/${repository}/resolve/${revision}`;
  const files = Object.entries(pins).map(([name, [bytes, sha256]]) => {
    return { name, bytes, sha256, url: `${base}/${name}` };
  });
  return { id, files };
}
