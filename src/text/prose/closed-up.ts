import type { Lexicon } from './lexicon';
import { MARK, type Saying } from './saying';

const TYPE = '(?:feat|fix|docs|style|refactor|perf|test|build|ci|chore|revert)';
const ALONE = new RegExp(`^${TYPE}\\s*$`, 'iu');
const STARTED = new RegExp(`^${TYPE}\\s`, 'iu');
const SCOPED = new RegExp(`^(${TYPE}) (?=\\([^()\\n]+\\):)`, 'iu');

/** Whether a commit's subject goes on behind the colon that would follow, by Conventional Commits: “fix”, “fix (parser)”. */
export function isCommitType({ before, since }: Pick<Saying, 'before' | 'since'>): boolean {
  return ALONE.test(since) || (STARTED.test(before) && since.trim() === MARK);
}

/**
 * A text in which marks were written, with what is one without its spaces: a commit's type and scope
 * (“fix(parser): …”), a range of numbers (“10–20”), an address (“anna@example.com” of “anna@example dot com”).
 */
export function closedUp(text: string, lexicon: Lexicon): string {
  const closed = text.replace(SCOPED, '$1').replaceAll(/(?<=\d) – (?=\d)/gu, '–');
  if (!closed.includes('@')) return closed;
  const dots = [...lexicon.guarded].flatMap(([name, { text }]) =>
    text === '.' && !name.includes(' ') ? [name] : [],
  );
  if (dots.length === 0) return closed;
  const dot = ` (?:${dots.join('|')}) `;
  const word = '[\\p{L}\\p{M}\\p{N}_-]+';
  return closed.replaceAll(
    new RegExp(`${word}(?:${dot}${word})*@${word}(?:${dot}${word})+`, 'giu'),
    (address) => address.replaceAll(new RegExp(dot, 'giu'), '.'),
  );
}
