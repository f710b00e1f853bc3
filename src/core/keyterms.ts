/** AssemblyAI's limits for `keyterms_prompt` (docs/protocol.md §2). */
export const MAX_KEYTERMS = 100;
/** Of one of them, in characters. */
export const MAX_KEYTERM_LENGTH = 50;
