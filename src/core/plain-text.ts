/**
 * What of a text may go into a document: line breaks become `\n`; left out are control characters (C0
 * and C1, except `\n` and `\t`), characters that only tell directions ("Trojan Source"), the tags that
 * hide a text outside of flags, what annotates, halves of characters and noncharacters. What joins
 * and shapes letters and emoji stays.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, '\n')
    .replace(NEVER_WRITTEN, '')
    .replace(TAGS, (tags: string) => (FLAG.test(tags) ? tags : tags.replace(HIDDEN_TAGS, '')))
    .replace(/(\p{Variation_Selector})\p{Variation_Selector}+/gu, '$1');
}

const NEVER_WRITTEN =
  /[\p{Bidi_Control}\p{Noncharacter_Code_Point}\p{Cs}\u2061-\u206f\ufeff\ufff9-\ufffb]|(?![\n\t])\p{Cc}/gu;

/** Tag characters spell the region of a flag behind its black one; nothing else is theirs any more. */
const TAGS = /\u{1f3f4}?[\u{e0000}-\u{e007f}]+/gu;
const FLAG = /^\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{2,6}\u{e007f}$/u;
const HIDDEN_TAGS = /[\u{e0000}-\u{e007f}]+/gu;
