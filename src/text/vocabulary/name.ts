/** The longest name that is used: nobody says a longer one. */
const MAX_NAME_LENGTH = 60;

/** More accents than any language stacks on one letter. */
const STACKED_MARKS = /\p{M}{4}/u;

/** Letters, with their marks, digits and `_`, `$`; hyphens and single dots stand between or before them. */
const PART = String.raw`[-.]?[\p{L}\p{Nd}_$][\p{L}\p{M}\p{Nd}_$]*(?:[-.][\p{L}\p{Nd}_$][\p{L}\p{M}\p{Nd}_$]*)*`;
const NAME = new RegExp(`^${PART}$`, 'u');
/** A package may stand in a scope or under an owner. */
const PACKAGE = new RegExp(`^(?:@?${PART}/)?${PART}$`, 'u');

/** Scripts with letters that cannot be told apart: a name has those of one of them at most. */
const ALIKE = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];

/**
 * Whether `text`, which stands somewhere in a folder, may be written and told as a name: letters,
 * marks, digits, `_`, `$`, single `-` and `.` (`/` and `@` in a package's), in NFC, readable for
 * what it is. Whoever makes a folder chooses its names, so that anything else is none: no spaces and
 * operators of a shell, no invisible characters, no letters that pass for others.
 *
 * @param kind what else may stand in it
 */
export function isName(text: string, kind: 'name' | 'package' = 'name'): boolean {
  if (text.length > MAX_NAME_LENGTH || !/\p{L}/u.test(text)) return false;
  if (!(kind === 'package' ? PACKAGE : NAME).test(text)) return false;
  return !STACKED_MARKS.test(text) && isReadable(text);
}

/** Whether every character is seen, and is what it seems to be. */
function isReadable(text: string): boolean {
  if (/\p{Default_Ignorable_Code_Point}/u.test(text) || text.normalize('NFC') !== text) {
    return false;
  }
  if (ALIKE.filter((script) => script.test(text)).length > 1) return false;
  // `ｇｉｔ`, `𝐠𝐢𝐭`, `ﬁle`: styles and widths of plain letters.
  return !text.match(/[^\0-\x7f]/gu)?.some((letter) => /^[\w.]+$/.test(letter.normalize('NFKC')));
}

/**
 * Whether a name may be typed at the prompt of a terminal, where some characters act: `$` stands
 * for what a variable holds; a name that begins with `-` is an option, one with `.` or `~` a place.
 */
export function isPromptName(name: string): boolean {
  return !name.includes('$') && !/^[-.~]/.test(name);
}
