/** The commands of the manifest. */
export const COMMAND_IDS = [
  'voiceDictation.start',
  'voiceDictation.stop',
  'voiceDictation.toggle',
  'voiceDictation.cancel',
  'voiceDictation.endTurn',
  'voiceDictation.setApiKey',
  'voiceDictation.clearApiKey',
  'voiceDictation.showLog',
] as const;

export type CommandId = (typeof COMMAND_IDS)[number];

/** Behind a link of the status bar's tooltip only: offers the text that could not be inserted. */
export const OFFER_KEPT_TEXT = '_voiceDictation.offerKeptText';
