/** What a short sound tells: dictation really listens, it is over, it has failed. */
export type Cue = 'start' | 'end' | 'error';

/** Plays a sound; resolves when it has ended, or nothing here plays it. Never rejects. */
export type PlayCue = (cue: Cue) => Promise<void>;
