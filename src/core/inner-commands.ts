/** A command of nobody but us: shows that what was said last is awaited, until it is there. */
export const SHOW_FINISHING = '_voiceDictation.showFinishing';
