/**
 * Where in the recording the person asked that the turn end, as numbers of frames: a session is asked
 * when it has got all that was said before, whether that is sent late or once more. A turn that is
 * heard again so ends where it ended.
 */
export class AskedEnds {
  private frames: readonly number[] = [];

  /** The words before this frame are to be final. */
  add(frame: number): void {
    if (!this.isAt(frame)) this.frames = [...this.frames, frame];
  }

  /** Whether the person asked before this frame was recorded. */
  isAt(frame: number): boolean {
    return this.frames.includes(frame);
  }

  /** What was said before this frame is final, and not heard again. */
  forget(frame: number): void {
    this.frames = this.frames.filter((asked) => asked > frame);
  }
}
