/** The first byte of an unfragmented text frame (RFC 6455 §5.2). */
const TEXT_FRAME = 0x81;
const MASK_BYTES = 4;

/** Finds the text frames in what a WebSocket client sends, however it is cut into pieces. */
export class ClientFrames {
  private hasUpgraded = false;
  private skipBytes = 0;
  private rest = Buffer.alloc(0);

  /** @returns whether one begins in `bytes`, the next piece */
  hasText(bytes: Buffer): boolean {
    let found = false;
    this.rest = Buffer.concat([this.rest, bytes]);
    for (;;) {
      const skipped = Math.min(this.skipBytes, this.rest.length);
      this.skipBytes -= skipped;
      this.rest = this.rest.subarray(skipped);
      const length = this.nextLength();
      if (this.skipBytes > 0 || length === undefined) return found;
      found ||= this.hasUpgraded && this.rest[0] === TEXT_FRAME;
      this.hasUpgraded = true;
      this.skipBytes = length;
    }
  }

  /** Bytes of the upgrade request or frame that comes next; undefined: too little has come. */
  private nextLength(): number | undefined {
    const { rest } = this;
    if (!this.hasUpgraded) {
      const end = rest.indexOf('\r\n\r\n');
      return end < 0 ? undefined : end + 4;
    }
    if (rest.length < 4) return undefined;
    const short = (rest[1] ?? 0) & 0x7f;
    if (short < 126) return 2 + MASK_BYTES + short;
    if (short === 126) return 4 + MASK_BYTES + rest.readUInt16BE(2);
    return rest.length < 10 ? undefined : 10 + MASK_BYTES + Number(rest.readBigUInt64BE(2));
  }
}
