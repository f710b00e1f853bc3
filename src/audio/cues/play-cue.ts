import type { Cue } from '../../core/cue';
import { fileSystemProbe } from '../find-program';
import { playThrough } from '../play';
import { CUE_RATE, cueFrames } from './cue-sound';

const NEVER = new AbortController().signal;

/** Plays a cue through the first program of this computer that plays sound; without one, nothing is heard. */
export async function playCue(cue: Cue): Promise<void> {
  const { platform, env } = process;
  await playThrough({ platform, env, probe: fileSystemProbe })(cueFrames(cue), CUE_RATE, NEVER);
}
