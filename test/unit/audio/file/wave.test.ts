import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../../harness/properties';
import { encodeMulaw } from '../../../../src/core/pcm';
import { FrameCollector } from '../../../../src/audio/file/frame-collector';
import { readWave } from '../../../../src/audio/file/read-wave';
import { findWaveData } from '../../../../src/audio/file/wave-format';
import { chunk, toneOf, waveFile, type WaveOptions } from '../../../fixtures/wave';

const NOBODY = { signal: new AbortController().signal };

function readerOf(file: Uint8Array) {
  return (position: number, length: number): Promise<Uint8Array> =>
    Promise.resolve(file.subarray(position, position + length));
}

/** The samples that are read of a file; nothing: it is none of ours. */
async function samplesOf(file: Uint8Array): Promise<Int16Array | undefined> {
  const layout = await findWaveData(readerOf(file), file.length);
  if (layout === undefined) return undefined;
  const frames = new FrameCollector();
  await readWave(readerOf(file), layout, frames, NOBODY);
  const all = Buffer.concat(frames.finish());
  return new Int16Array(Uint8Array.from(all).buffer);
}

/** How loud a tone is, of a loudest possible 1. */
function loudnessOf(hz: number, samples: Int16Array, rate = 16_000): number {
  let [re, im] = [0, 0];
  for (const [i, sample] of samples.entries()) {
    re += (sample / 32_768) * Math.cos((2 * Math.PI * hz * i) / rate);
    im += (sample / 32_768) * Math.sin((2 * Math.PI * hz * i) / rate);
  }
  return (2 * Math.hypot(re, im)) / samples.length;
}

type Write = (sample: number) => Buffer;
const write = (bytes: number, put: (buffer: Buffer, sample: number) => void): Write => {
  return (sample) => {
    const buffer = Buffer.alloc(bytes);
    put(buffer, sample);
    return buffer;
  };
};

/** Every coding that we read: how a sample from -1 to 1 is written. */
const CODINGS: Readonly<Record<string, { tag: number; bits: number; write: Write }>> = {
  'PCM of 8 bits': {
    tag: 1,
    bits: 8,
    write: write(1, (b, x) => b.writeUInt8(Math.round(x * 127) + 128)),
  },
  'PCM of 16 bits': {
    tag: 1,
    bits: 16,
    write: write(2, (b, x) => b.writeInt16LE(Math.round(x * 32_767))),
  },
  'PCM of 24 bits': {
    tag: 1,
    bits: 24,
    write: write(3, (b, x) => b.writeIntLE(Math.round(x * 8_388_607), 0, 3)),
  },
  'PCM of 32 bits': {
    tag: 1,
    bits: 32,
    write: write(4, (b, x) => b.writeInt32LE(Math.round(x * 2_147_483_647))),
  },
  'floats of 32 bits': { tag: 3, bits: 32, write: write(4, (b, x) => b.writeFloatLE(x)) },
  'floats of 64 bits': { tag: 3, bits: 64, write: write(8, (b, x) => b.writeDoubleLE(x)) },
  'µ-law': {
    tag: 7,
    bits: 8,
    write: write(1, (b, x) => b.writeUInt8(encodeMulaw(Math.round(x * 32_767)))),
  },
  'A-law': { tag: 6, bits: 8, write: write(1, (b, x) => b.writeUInt8(encodeAlaw(x * 32_767))) },
};

/** By the table of ITU-T G.711: what is nearest to a sample. */
function encodeAlaw(sample: number): number {
  const sign = sample >= 0 ? 0x80 : 0;
  const size = Math.min(32_255, Math.abs(sample)) / 8;
  let segment = 0;
  while (segment < 7 && size >= 32 * 2 ** segment) segment++;
  const step = segment === 0 ? 2 : 2 ** segment;
  const mantissa = Math.floor(size / step) & 0x0f;
  return (sign | (segment << 4) | mantissa) ^ 0x55;
}

function tone(name: string, options: WaveOptions = {}, hz = 440, seconds = 1): Buffer {
  const coding = CODINGS[name] ?? assert.fail(name);
  const { sampleRate = 16_000, channels = 1 } = options;
  const samples = toneOf(hz, seconds, sampleRate).flatMap((x) =>
    Array.from({ length: channels }, () => coding.write(x)),
  );
  return waveFile(Buffer.concat(samples), { tag: coding.tag, bits: coding.bits, ...options });
}

const of16 = (...samples: number[]): Buffer =>
  Buffer.concat(samples.map((each) => Buffer.from(Int16Array.of(each).buffer)));

describe('the sound of a WAVE file', () => {
  for (const name of Object.keys(CODINGS)) {
    for (const isExtensible of [false, true]) {
      test(`of ${name}${isExtensible ? ', extensible,' : ''} is as loud as it was`, async () => {
        const samples = await samplesOf(tone(name, { isExtensible }));
        assert.equal(samples?.length, 16_000);
        assert.ok(Math.abs(loudnessOf(440, samples) - 0.5) < 0.01);
      });
    }
  }

  for (const sampleRate of [4000, 8000, 11_025, 22_050, 44_100, 47_999, 48_000, 96_000, 192_000]) {
    test(`of ${String(sampleRate)} Hz is as long and as high as it was`, async () => {
      const samples = await samplesOf(tone('PCM of 16 bits', { sampleRate }));
      assert.ok(Math.abs((samples?.length ?? 0) - 16_000) <= 800, String(samples?.length));
      assert.ok(
        Math.abs(loudnessOf(440, samples?.subarray(0, 15_200) ?? Int16Array.of()) - 0.5) < 0.02,
      );
    });
  }

  test('is the mean of its channels', async () => {
    const file = waveFile(of16(100, 300, -6, 2), { channels: 2 });
    assert.deepEqual((await samplesOf(file))?.slice(0, 3), Int16Array.of(200, -2, 0));
    const many = await samplesOf(tone('PCM of 24 bits', { channels: 8, sampleRate: 48_000 }));
    assert.ok(Math.abs(loudnessOf(440, many ?? Int16Array.of()) - 0.5) < 0.05);
  });

  test('of floats that are no numbers, or louder than anything, is still sound', async () => {
    const floats = Float32Array.of(NaN, Infinity, -Infinity, 7, -0.5);
    const file = waveFile(new Uint8Array(floats.buffer), { tag: 3, bits: 32 });
    assert.deepEqual(
      (await samplesOf(file))?.slice(0, 5),
      Int16Array.of(0, 32_767, -32_768, 32_767, -16_384),
    );
  });

  test('of 20 bits in three bytes, or 24 in four, is at the top of them', async () => {
    const three = waveFile(Buffer.from([0x10, 0x34, 0x12]), { bits: 20 });
    assert.equal((await samplesOf(three))?.[0], 0x1234);
    const four = waveFile(Buffer.from([0, 0x10, 0x34, 0x12]), {
      bits: 24,
      told: { blockAlign: 4 },
    });
    assert.equal((await samplesOf(four))?.[0], 0x1234);
  });

  const LIES: Readonly<Record<string, WaveOptions>> = {
    'no length of the file': { told: { riff: 0 } },
    'the longest length of the file': { told: { riff: 0xffffffff } },
    'no length of the sound': { told: { data: 0 } },
    'the longest length of the sound, as into a pipe': { told: { data: 0xffffffff } },
    'more sound than there is': { told: { data: 123_456 } },
    'a block of no bytes': { told: { blockAlign: 0 } },
    'other chunks before it, one of odd length': {
      before: [chunk('LIST', Buffer.from('INFOx')), chunk('fact', Buffer.alloc(4))],
    },
    'a chunk of odd length without the byte that pads it': {
      before: [chunk('LIST', Buffer.from('INFOx'), false)],
    },
    'other chunks behind it': { after: [chunk('LIST', Buffer.from('INFOabcd'))] },
  };
  for (const [what, options] of Object.entries(LIES)) {
    test(`is all that is there where the header tells of ${what}`, async () => {
      const samples = await samplesOf(waveFile(of16(1, 2, 3, 4), options));
      assert.deepEqual(samples?.slice(0, 5), Int16Array.of(1, 2, 3, 4, 0));
    });
  }

  test('is as much of it as is left of a file that was cut off, in the middle of a sample too', async () => {
    const whole = waveFile(of16(1, 2, 3, 4));
    assert.deepEqual((await samplesOf(whole.subarray(0, -3)))?.slice(0, 3), Int16Array.of(1, 2, 0));
  });

  test('is none where there is none, whatever follows', async () => {
    const file = waveFile(Buffer.of(), { after: [chunk('LIST', Buffer.from('INFOabcd'))] });
    assert.deepEqual(await samplesOf(file), new Int16Array());
  });

  test('of more than 4 GiB has its length elsewhere', async () => {
    const sizes = Buffer.alloc(28);
    sizes.writeBigUInt64LE(4n, 8);
    const file = waveFile(of16(1, 2, 3), {
      before: [chunk('ds64', sizes)],
      told: { id: 'RF64', data: 0xffffffff },
    });
    assert.deepEqual((await samplesOf(file))?.slice(0, 3), Int16Array.of(1, 2, 0));
  });

  for (const [what, dataBytes] of Object.entries({ none: 0n, 'the longest': 2n ** 64n - 1n })) {
    test(`of more than 4 GiB is all that is there where ${what} is told elsewhere`, async () => {
      const sizes = Buffer.alloc(28);
      sizes.writeBigUInt64LE(dataBytes, 8);
      const file = waveFile(of16(1, 2, 3), {
        before: [chunk('ds64', sizes)],
        told: { id: 'BW64', data: 0xffffffff },
      });
      assert.deepEqual((await samplesOf(file))?.slice(0, 4), Int16Array.of(1, 2, 3, 0));
    });
  }

  test('of six loudspeakers, 24 bits and 192 kHz is what all of them say', async () => {
    const options = { isExtensible: true, channels: 6, sampleRate: 192_000 };
    const samples = await samplesOf(tone('PCM of 24 bits', options, 440, 0.2));
    assert.ok(
      Math.abs(loudnessOf(440, samples?.subarray(0, 2400) ?? Int16Array.of()) - 0.5) < 0.02,
    );
  });

  for (const [what, file] of Object.entries({
    'MP3 in WAVE': waveFile(Buffer.alloc(64), { tag: 0x55, bits: 0 }),
    'MP3 that is called WAVE': Buffer.from('ID3\x04\0\0\0\0\0\x23TSSE'),
    'an extensible format that is none of ours': waveFile(Buffer.alloc(64), {
      tag: 0x2000,
      isExtensible: true,
    }),
    'floats of 16 bits': waveFile(of16(1), { tag: 3, bits: 16 }),
    'integers of 64 bits': waveFile(of16(1, 2, 3, 4), { bits: 64 }),
    'a tag before RIFF': Buffer.concat([Buffer.from('ID3'), waveFile(of16(1))]),
    'a format that was cut off': waveFile(of16(1)).subarray(0, 26),
    'a format of no length': Buffer.concat([
      Buffer.from('RIFF\0\0\0\0WAVE'),
      chunk('fmt ', Buffer.of()),
      chunk('data', of16(1)),
    ]),
    'an empty file': Buffer.of(),
    text: Buffer.from('Meeting notes. '.repeat(50)),
    'a picture in RIFF': chunk('RIFF', Buffer.from('WEBPVP8 abcdefghijkl')),
    'a header alone': waveFile(of16(1)).subarray(0, 30),
    'big-endian RIFF': waveFile(of16(1), { told: { id: 'RIFX' } }),
    ADPCM: waveFile(Buffer.alloc(64), { tag: 2, bits: 4 }),
    'no channel': waveFile(of16(1), { channels: 0 }),
    'a rate of nothing': waveFile(of16(1), { sampleRate: 0 }),
    'a rate that nobody records in': waveFile(of16(1), { sampleRate: 4_000_000_000 }),
    'samples of no bits': waveFile(of16(1), { bits: 0 }),
    'sound before its format': Buffer.concat([
      Buffer.from('RIFF\0\0\0\0WAVE'),
      chunk('data', of16(1)),
    ]),
  })) {
    test(`is not read of ${what}`, async () => {
      assert.equal(await samplesOf(file), undefined);
    });
  }

  test('is read in pieces of little work, whatever is made of them', async () => {
    for (const sampleRate of [1001, 8000, 16_000, 48_000]) {
      const file = waveFile(Buffer.alloc(600_000, 57), { bits: 8, sampleRate });
      const layout = (await findWaveData(readerOf(file), file.length)) ?? assert.fail();
      const frames = new FrameCollector();
      const pieces: number[] = [];
      const push = frames.push.bind(frames);
      frames.push = (pcm) => {
        pieces.push(pcm.length / 2);
        push(pcm);
      };
      await readWave(readerOf(file), layout, frames, NOBODY);
      assert.deepEqual(pieces.filter((samples) => samples > 2 ** 18).length, 0);
    }
  });

  test('is read, or not, of any bytes whatsoever, and ends', async () => {
    const seed = waveFile(of16(1, 2, 3, 4), { before: [chunk('LIST', Buffer.from('INFOx'))] });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(seed.length - 1), fc.nat(255)), { maxLength: 12 }),
        async (changes) => {
          const file = Buffer.from(seed);
          for (const [at, byte] of changes) file[at] = byte;
          const samples = await samplesOf(file);
          assert.ok(samples === undefined || samples.length <= 4 * 16_000);
        },
      ),
      { numRuns: 500 },
    );
  });
});
