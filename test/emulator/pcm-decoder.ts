/** One audio message as 16-bit samples, not always a copy; half a sample at its end is dropped. */
export function decodePcm(bytes: Uint8Array, encoding: 'pcm_s16le' | 'pcm_mulaw'): Int16Array {
  if (encoding === 'pcm_mulaw') return Int16Array.from(bytes, decodeMulaw);
  // The machines that VS Code runs on are little-endian, as the wire is.
  if (bytes.byteOffset % 2 === 0) {
    return new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  }
  const samples = new Int16Array(bytes.length >> 1);
  new Uint8Array(samples.buffer).set(bytes.subarray(0, samples.byteLength));
  return samples;
}

/** One byte of µ-law as a signed 16-bit sample (ITU-T G.711). */
function decodeMulaw(byte: number): number {
  const bits = ~byte & 0xff;
  const magnitude = ((((bits & 0x0f) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
  return bits & 0x80 ? -magnitude : magnitude;
}
