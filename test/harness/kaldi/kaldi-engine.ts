import koffi from 'koffi';
import type { Engine, EngineStream } from '../../../src/recognition/on-device/child/engine-stream';
import type { LoadEngine } from '../../../src/recognition/on-device/child/serve';
import { isRecord } from '../../../src/core/unknown';

/** A function of the library. */
type Native = (...args: unknown[]) => unknown;

/** A word as Vosk tells it; seconds. */
interface VoskWord {
  readonly word: string;
  readonly start: number;
}

/**
 * Kaldi by Vosk's library instead of sherpa-onnx: `engine.file` is `libvosk.so`, `model.tokens` a folder
 * with a Vosk model. A test double for human speech; it has an endpoint of its own, behind which the
 * words stay.
 */
export const loadKaldi: LoadEngine = ({ engine: { file }, model }): Engine => {
  const opened = koffi.load(file);
  const library = (signature: string): Native => opened.func(signature);
  library('void vosk_set_log_level(int)')(-1);
  const handle = library('void *vosk_model_new(const char *)')(model.tokens);
  if (handle === null) throw new Error('no Vosk model');
  const create = library('void *vosk_recognizer_new(void *, float)');
  const setWords = library('void vosk_recognizer_set_words(void *, int)');
  const setPartialWords = library('void vosk_recognizer_set_partial_words(void *, int)');
  const accept = library('int vosk_recognizer_accept_waveform_s(void *, const int16_t *, int)');
  const result = library('const char *vosk_recognizer_result(void *)');
  const partial = library('const char *vosk_recognizer_partial_result(void *)');
  const final = library('const char *vosk_recognizer_final_result(void *)');
  const free = library('void vosk_recognizer_free(void *)');
  return {
    openStream: (sampleRate): EngineStream => {
      const recognizer = create(handle, sampleRate);
      setWords(recognizer, 1);
      setPartialWords(recognizer, 1);
      const done: VoskWord[] = [];
      let open: readonly VoskWord[] = [];
      const settle = (json: unknown): void => {
        done.push(...wordsIn(json, 'result'));
        open = [];
      };
      return {
        accept: (samples) => {
          const pcm = Int16Array.from(samples, (sample) => Math.round(sample * 32_767));
          if (accept(recognizer, pcm, pcm.length) === 0) {
            open = wordsIn(partial(recognizer), 'partial_result');
          } else settle(result(recognizer));
        },
        finish: () => {
          settle(final(recognizer));
        },
        heard: () => {
          const words = [...done, ...open];
          return {
            tokens: words.map(({ word }) => `\u2581${word}`),
            timesMs: words.map(({ start }) => start * 1000),
          };
        },
        free: () => {
          free(recognizer);
        },
      };
    },
  };
};

function wordsIn(json: unknown, key: 'result' | 'partial_result'): readonly VoskWord[] {
  const told: unknown = JSON.parse(String(json));
  const list = isRecord(told) ? told[key] : undefined;
  return Array.isArray(list) ? list.filter(isWord) : [];
}

function isWord(value: unknown): value is VoskWord {
  return isRecord(value) && typeof value['word'] === 'string' && typeof value['start'] === 'number';
}
