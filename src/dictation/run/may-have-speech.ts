import type { KeptAudio } from '../../core/kept-audio';
import { LevelMeter } from '../../core/level';
import { decodeFrame, FRAME_MS } from '../../core/pcm';
import { SpeechDetector } from '../cost/speech-detector';

/**
 * Louder than this may be speech even if it is too short for the detector; a false alarm only
 * offers a retry that finds nothing.
 */
const PERHAPS_SPEECH_DB = -55;

/** Whether somebody may be speaking in what is not final of this audio. */
export function mayHaveSpeech({ frames, recording, replayed }: KeptAudio): boolean {
  const meter = new LevelMeter(recording.sampleRate);
  const detector = new SpeechDetector();
  return frames.some((frame, index) => {
    const levels = meter.measure(decodeFrame(frame, recording.encoding));
    const { isSpeech } = detector.hear(levels);
    if (index * FRAME_MS < replayed.untilMs) return false;
    return isSpeech || levels.some((levelDb) => levelDb > PERHAPS_SPEECH_DB);
  });
}
