import { createRequire } from 'node:module';
import type { LoadOrder, ModelFiles } from '../messages';
import type { Engine, EngineStream, Heard } from './engine-stream';

/** What models of sherpa-onnx are fed with; other rates are resampled by the engine. */
const MODEL_SAMPLE_RATE = 16_000;

/** What a stream of a model for many languages is told (sherpa-onnx, pull request 3671). */
const LANGUAGE = 'language';

/** What is said by nobody: the mark of a language (`<en-US>`), of something unknown. */
const SPECIAL = /^\u2581?<[\w/-]+>$/;

/** A handle of the engine's own, to be handed back only. */
type Handle = object;

/** What is used of the native add-on (`sherpa-onnx.node`). */
interface NativeSherpa {
  createOnlineRecognizer(config: object): Handle;
  createOnlineStream(recognizer: Handle): Handle;
  onlineStreamSetOption(stream: Handle, key: string, value: string): void;
  acceptWaveformOnline(stream: Handle, wave: { sampleRate: number; samples: Float32Array }): void;
  isOnlineStreamReady(recognizer: Handle, stream: Handle): boolean;
  decodeOnlineStream(recognizer: Handle, stream: Handle): void;
  getOnlineStreamResultAsJson(recognizer: Handle, stream: Handle): string;
  inputFinished(stream: Handle): void;
}

interface WasmStream {
  setOption(key: string, value: string): void;
  acceptWaveform(sampleRate: number, samples: Float32Array): void;
  inputFinished(): void;
  free(): void;
}

/** What is used of the WebAssembly build (`sherpa-onnx`). */
interface WasmSherpa {
  createOnlineRecognizer(config: object): {
    createStream(): WasmStream;
    isReady(stream: WasmStream): boolean;
    decode(stream: WasmStream): void;
    getResult(stream: WasmStream): unknown;
  };
}

/**
 * Loads sherpa-onnx and a model. A wrong file makes the native build end its process.
 *
 * @throws {Error} the engine's own
 */
export function loadSherpa({ engine, model, threads }: LoadOrder): Engine {
  // By its absolute path: the package's own loader would search for it.
  const loaded: unknown = createRequire(engine.file)(engine.file);
  const config = configOf(model, threads);
  return engine.kind === 'native' ? nativeEngine(loaded, config) : wasmEngine(loaded, config);
}

function nativeEngine(loaded: unknown, config: object): Engine {
  if (!isNative(loaded)) throw new Error('not the add-on that is expected');
  const recognizer = loaded.createOnlineRecognizer(config);
  return {
    openStream: (sampleRate, language) => {
      const stream = loaded.createOnlineStream(recognizer);
      if (language !== undefined) loaded.onlineStreamSetOption(stream, LANGUAGE, language);
      return streamOf({
        accept: (samples) => {
          loaded.acceptWaveformOnline(stream, { sampleRate, samples });
        },
        finish: () => {
          loaded.inputFinished(stream);
        },
        isReady: () => loaded.isOnlineStreamReady(recognizer, stream),
        decode: () => {
          loaded.decodeOnlineStream(recognizer, stream);
        },
        result: (): unknown => JSON.parse(loaded.getOnlineStreamResultAsJson(recognizer, stream)),
        // The garbage collector does it.
        free: () => undefined,
      });
    },
  };
}

function wasmEngine(loaded: unknown, config: object): Engine {
  if (!isWasm(loaded)) throw new Error('not the build that is expected');
  const recognizer = loaded.createOnlineRecognizer(config);
  return {
    openStream: (sampleRate, language) => {
      const stream = recognizer.createStream();
      if (language !== undefined) stream.setOption(LANGUAGE, language);
      return streamOf({
        accept: (samples) => {
          stream.acceptWaveform(sampleRate, samples);
        },
        finish: () => {
          stream.inputFinished();
        },
        isReady: () => recognizer.isReady(stream),
        decode: () => {
          recognizer.decode(stream);
        },
        result: () => recognizer.getResult(stream),
        free: () => {
          stream.free();
        },
      });
    },
  };
}

/** The calls of one stream, of either build. */
interface StreamCalls extends Omit<EngineStream, 'heard'> {
  readonly isReady: () => boolean;
  readonly decode: () => void;
  readonly result: () => unknown;
}

/** All tokens of a stream come with each result: it is asked for only when the model has heard more. */
function streamOf({ accept, finish, isReady, decode, result, free }: StreamCalls): EngineStream {
  let heard: Heard | undefined;
  const hear = (): void => {
    while (isReady()) {
      decode();
      heard = undefined;
    }
  };
  return {
    accept: (samples) => {
      accept(samples);
      hear();
    },
    finish: () => {
      finish();
      hear();
    },
    heard: () => (heard ??= parseResult(result())),
    free,
  };
}

/** The engine's result; a stream that begins late tells its times from `start_time` on, seconds. */
export function parseResult(result: unknown): Heard {
  const { tokens, timestamps, start_time: startS } = Object(result) as Record<string, unknown>;
  const texts = Array.isArray(tokens) ? tokens.map(String) : [];
  const times = Array.isArray(timestamps) ? timestamps.map(Number) : [];
  const startMs = typeof startS === 'number' ? startS * 1000 : 0;
  const known = texts.flatMap((text, i) => {
    const timeS = times[i];
    return timeS === undefined || SPECIAL.test(text) ? [] : [{ text, timeS }];
  });
  return {
    tokens: known.map(({ text }) => text),
    timesMs: known.map(({ timeS }) => startMs + timeS * 1000),
  };
}

/** Turns are cut by us, so the engine looks for no endpoint. */
function configOf(model: ModelFiles, threads: number): object {
  const { kind, tokens, ...files } = model;
  const inner = 'model' in files ? { model: files.model } : files;
  return {
    featConfig: { sampleRate: MODEL_SAMPLE_RATE, featureDim: 80 },
    modelConfig: { [kind]: inner, tokens, numThreads: threads, provider: 'cpu', debug: 0 },
    decodingMethod: 'greedy_search',
    enableEndpoint: 0,
  };
}

const NATIVE_CALLS = [
  'createOnlineRecognizer',
  'createOnlineStream',
  'onlineStreamSetOption',
  'acceptWaveformOnline',
  'isOnlineStreamReady',
  'decodeOnlineStream',
  'getOnlineStreamResultAsJson',
  'inputFinished',
] as const;

function isNative(loaded: unknown): loaded is NativeSherpa {
  return NATIVE_CALLS.every((name) => typeof Reflect.get(Object(loaded), name) === 'function');
}

function isWasm(loaded: unknown): loaded is WasmSherpa {
  return typeof Reflect.get(Object(loaded), 'createOnlineRecognizer') === 'function';
}
