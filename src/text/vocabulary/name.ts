import { spokenWords } from './spoken-form';

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
const ALIKE = (
  'Latin Cyrillic Greek Armenian Cherokee Coptic Lisu Deseret Georgian Glagolitic Gothic Old_Italic Osage ' +
  'Tifinagh Canadian_Aboriginal Vai Runic'
)
  .split(' ')
  .map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));

/**
 * Letters that look like marks: clicks, tones, apostrophes and the like; and marks that strike letters
 * through or stand around them.
 */
const MARKS_ALIKE =
  /[\u01c0-\u01c3\u02b0-\u02ff\u318d\u3031-\u3035\ua4f8-\ua4fd\ua78b\ua78c\ua78f]|[\u0334-\u0338]|[\u20d0-\u20ff]|\p{Me}/u;

/** Letters of phonetics, and small capitals: `ɡit`, `ᴄat`, `ꜱudo` seem to be written in plain ones. */
const PHONETIC = /[\u0250-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/u;

/** Digits that look like letters and dots of others: `০`, `٠`. */
const OTHER_DIGITS = /(?=\p{Nd})[^\d]/u;

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
export function isReadable(text: string): boolean {
  if (/\p{Default_Ignorable_Code_Point}/u.test(text) || text.normalize('NFC') !== text) {
    return false;
  }
  const alike = ALIKE.filter((script) => script.test(text)).length;
  if (
    alike > 1 ||
    MARKS_ALIKE.test(text) ||
    PHONETIC.test(text) ||
    (alike > 0 && OTHER_DIGITS.test(text))
  )
    return false;
  // `ｇｉｔ`, `𝐠𝐢𝐭`, `ﬁle`: styles and widths of plain letters.
  return !text.match(/[^\0-\x7f]/gu)?.some((letter) => /^[\w.]+$/.test(letter.normalize('NFKC')));
}

/** Programs that are told at a prompt what to do, in words that a folder's name can have, too. */
const PROGRAMS = new Set(
  (
    'ansible apt awk aws az bash brew bun bundle cargo cat cd chmod chown cmd code composer cp crontab curl dd deno ' +
    'doas docker dotnet echo env eval exec find fish flutter gcloud gem gh git go gpg gradle grep head helm iptables ' +
    'java journalctl kill killall kubectl launchctl less ln ls make mkdir mount mvn mv nc nix node nohup npm npx ' +
    'openssl perl php pip pip3 pkill pnpm podman poetry powershell psql pwsh pytest python python3 rails rm rsync ruby ' +
    'rustup scp screen sed service sh source ssh su sudo svn swift systemctl tail tar terraform time tmux touch ' +
    'umount uv vim watch wget xargs yarn zsh'
  ).split(' '),
);

/**
 * Whether a name may be typed at the prompt of a terminal, where some characters act: `$` stands
 * for what a variable holds; a name that begins with `-` is an option, one with `.` or `~` a place; a
 * path without a scope is a file to run. Nor may `git-status` stand where "git status" is said.
 */
export function isPromptName(name: string): boolean {
  if (name.includes('$') || /^[-.~]|^[^@]*\//.test(name)) return false;
  const [program = '', ...others] = spokenWords(name);
  return name.includes('.') || others.length === 0 || !PROGRAMS.has(program.toLowerCase());
}
