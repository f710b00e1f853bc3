import koffi from 'koffi';

/** The only sample rate of the acoustic model, Hz. */
export const SPHINX_SAMPLE_RATE = 16_000;

const MODEL = '/usr/share/pocketsphinx/model/en-us';
const FRAME_MS = 10;

/** One word as PocketSphinx spells it; times are milliseconds of all audio fed. */
export interface SphinxWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

type Native = (...args: unknown[]) => unknown;

/** The C functions used (Debian's libpocketsphinx3 0.8+5prealpha; docs/audio.md §5). */
interface Library {
  readonly args: Native;
  readonly initArguments: Native;
  readonly init: Native;
  readonly free: Native;
  readonly setGrammar: Native;
  readonly setSearch: Native;
  readonly startUtterance: Native;
  readonly processRaw: Native;
  readonly endUtterance: Native;
  readonly isInSpeech: Native;
  readonly firstSegment: Native;
  readonly nextSegment: Native;
  readonly segmentWord: Native;
  readonly segmentFrames: Native;
}

let library: Library | undefined;

function load(): Library {
  if (library !== undefined) return library;
  try {
    const base = koffi.load('libsphinxbase.so.3');
    const sphinx = koffi.load('libpocketsphinx.so.3');
    library = {
      args: sphinx.func('void* ps_args()'),
      initArguments: base.func('void* cmd_ln_init(void*, void*, int, ...)'),
      init: sphinx.func('void* ps_init(void*)'),
      free: sphinx.func('int ps_free(void*)'),
      setGrammar: sphinx.func('int ps_set_jsgf_string(void*, str, str)'),
      setSearch: sphinx.func('int ps_set_search(void*, str)'),
      startUtterance: sphinx.func('int ps_start_utt(void*)'),
      processRaw: sphinx.func('int ps_process_raw(void*, const void*, size_t, int, int)'),
      endUtterance: sphinx.func('int ps_end_utt(void*)'),
      isInSpeech: sphinx.func('uint8_t ps_get_in_speech(void*)'),
      firstSegment: sphinx.func('void* ps_seg_iter(void*)'),
      nextSegment: sphinx.func('void* ps_seg_next(void*)'),
      segmentWord: sphinx.func('const char* ps_seg_word(void*)'),
      segmentFrames: sphinx.func('void ps_seg_frames(void*, _Out_ int*, _Out_ int*)'),
    };
    return library;
  } catch (cause) {
    const install = 'apt-get install libpocketsphinx3 pocketsphinx-en-us';
    throw new Error(`PocketSphinx cannot be loaded: ${install}`, { cause });
  }
}

/**
 * PocketSphinx in this process: about 0.5 s and 150 MB to make, to be kept and used again. Calls
 * block while they compute.
 */
export class PocketSphinx {
  private readonly library: Library;
  private readonly decoder: unknown;
  private isUttering = false;
  private fedSamples = 0;

  /**
   * @param grammar JSGF of all that can be said; default: the free language model
   * @param more options of the decoder, by name: `-remove_silence`
   * @throws {Error} when library or model are not installed, or a word is not in the dictionary
   */
  constructor(grammar?: string, more: Readonly<Record<string, string>> = {}) {
    this.library = load();
    const { args, initArguments, init, setGrammar, setSearch } = this.library;
    const options: Readonly<Record<string, string>> = {
      '-hmm': `${MODEL}/en-us`,
      '-dict': `${MODEL}/cmudict-en-us.dict`,
      '-logfn': '/dev/null',
      ...(grammar === undefined ? { '-lm': `${MODEL}/en-us.lm.bin` } : {}),
      ...more,
    };
    const variadic = Object.entries(options).flatMap(([name, value]) => [
      'str',
      name,
      'str',
      value,
    ]);
    const decoder = init(initArguments(null, args(), 1, ...variadic, 'str', null));
    this.decoder = decoder;
    if (decoder === null) {
      throw new Error(`no model in ${MODEL}: apt-get install pocketsphinx-en-us`);
    }
    if (grammar === undefined) return;
    if (setGrammar(decoder, 'sentences', grammar) !== 0) {
      throw new Error('PocketSphinx refuses the grammar: is every word in its dictionary?');
    }
    setSearch(decoder, 'sentences');
  }

  /** All audio so far: the time base of the words. */
  get fedMs(): number {
    return (this.fedSamples * 1000) / SPHINX_SAMPLE_RATE;
  }

  /** Whether audio has been pushed since the last {@link end}. */
  get isOpen(): boolean {
    return this.isUttering;
  }

  /** Takes 16 kHz mono audio. @returns whether somebody is speaking, with half a second's lag at the end */
  push(pcm: Int16Array): boolean {
    const { startUtterance, processRaw, isInSpeech } = this.library;
    if (!this.isUttering) startUtterance(this.decoder);
    this.isUttering = true;
    this.fedSamples += pcm.length;
    processRaw(this.decoder, pcm, pcm.length, 0, 0);
    return isInSpeech(this.decoder) !== 0;
  }

  /** The utterance's words: the best guess so far, or after `end` the final ones. */
  words(): readonly SphinxWord[] {
    const { firstSegment, nextSegment, segmentWord, segmentFrames } = this.library;
    const words: SphinxWord[] = [];
    for (let at = firstSegment(this.decoder); at !== null; at = nextSegment(at)) {
      const start = [0];
      const end = [0];
      segmentFrames(at, start, end);
      const word = String(segmentWord(at));
      // Silence and noise: <s>, <sil>, [NOISE], (NULL).
      if (/^[<[(]/.test(word)) continue;
      words.push({
        // A second pronunciation is written the(2).
        text: word.replace(/\(\d+\)$/, ''),
        startMs: (start[0] ?? 0) * FRAME_MS,
        endMs: ((end[0] ?? 0) + 1) * FRAME_MS,
      });
    }
    return words;
  }

  /** Ends the utterance; audio pushed later begins another. */
  end(): void {
    if (this.isUttering) this.library.endUtterance(this.decoder);
    this.isUttering = false;
  }

  free(): void {
    this.end();
    this.library.free(this.decoder);
  }
}
