import type { Wrapper } from './wrappers';

/** Whether a word sets a variable of the environment: `X=1`. */
export function isAssignment(word: string): boolean {
  return /^[A-Za-z_]\w*=/u.test(word);
}

/** What a wrapper starts: a command line, or its words; nothing where it starts none. */
export function innerCommand(
  wrapper: Wrapper,
  args: readonly string[],
): string | readonly string[] | undefined {
  const { operands = 0, line, lines = [], readsInput, module, script } = wrapper;
  const told = toldIn(wrapper, args);
  if (told === undefined) return undefined;
  let rest = told;
  if (wrapper.needsDashes === true) {
    const dashes = rest.indexOf('--');
    return dashes < 0 || dashes === rest.length - 1 ? undefined : rest.slice(dashes + 1);
  }
  let named: string | undefined;
  for (;;) {
    const [option = '', value] = rest;
    if (option === '--') {
      rest = rest.slice(1);
      break;
    }
    if (isAssignment(option)) rest = rest.slice(1);
    else if (!isOption(option, lines)) break;
    else if (wrapper.idle?.includes(option) === true) return undefined;
    else if (lines.includes(option.toLowerCase())) {
      return wrapper.joins === true ? rest.slice(1).join(' ') : value;
    } else if (line !== undefined && isLineOption(option, line)) return value;
    else if (readsInput !== undefined && isLetterOption(option, readsInput)) return undefined;
    else if (wrapper.splits === true && SPLITS.test(option)) {
      const [, given] = SPLITS.exec(option) ?? [];
      const text = given === '' ? (value ?? '') : (given ?? '');
      const pieces = text.split(/[\s"']+/u).filter((piece) => piece !== '');
      return innerCommand({ ...wrapper, splits: false }, [
        ...pieces,
        ...rest.slice(given === '' ? 2 : 1),
      ]);
    } else if (option === module) return value === undefined ? undefined : rest.slice(1);
    // Code instead of a script.
    else if (
      script === true &&
      lines.length === 0 &&
      /^(?:-[a-z]*[ec]|--eval|--print|-p)$/u.test(option)
    )
      return undefined;
    else {
      const [name = '', given] = option.split('=', 2);
      const takesNext = takesValue(wrapper, option);
      if (name === wrapper.program) return given ?? value;
      if (wrapper.package?.includes(name) === true) named ??= given ?? value;
      rest = rest.slice(takesNext ? 2 : 1);
    }
  }
  if (script === true) {
    // Which script a shell finds by a mere name nobody tells: `bash claude` may be no agent.
    if ((line !== undefined || lines.length > 0) && !/[\\/]/u.test(rest[0] ?? '')) return undefined;
    return scriptIn(rest);
  }
  if (line !== undefined) {
    // `nix shell nixpkgs#nodejs -c claude`; without, a shell is started.
    const at = rest.findIndex((word) => isLineOption(word, line) || lines.includes(word));
    return at < 0 ? undefined : rest[at + 1];
  }
  rest = rest.slice(operands);
  // `ssh host -t claude`, `ssh host -l me claude`, `mosh host -- claude`
  while (operands > 0 && /^-(?:[a-zA-Z]|-$)/u.test(rest[0] ?? '')) {
    rest = rest.slice(takesValue(wrapper, rest[0] ?? '') ? 2 : 1);
  }
  if (rest.length === 0) return named === undefined ? undefined : [named];
  return wrapper.joins === true ? rest.join(' ') : rest;
}

/** What stands behind the words that a wrapper must be told first; nothing where they are not there. */
function toldIn(wrapper: Wrapper, args: readonly string[]): readonly string[] | undefined {
  let rest = args;
  for (const word of wrapper.after ?? []) {
    while (isOption(rest[0] ?? '', []) && rest[0] !== '--') {
      rest = rest.slice(takesValue(wrapper, rest[0] ?? '') ? 2 : 1);
    }
    if (rest[0] !== word) return undefined;
    rest = rest.slice(1);
  }
  return rest;
}

/** Whether a word is an option, of `cmd` those with a slash. */
function isOption(word: string, lines: readonly string[]): boolean {
  return lines.includes('/c') && lines.includes('/k') ? /^\/\w/u.test(word) : /^[-+]./u.test(word);
}

/** `-S`, `-vS`, `-Sclaude`, `--split-string=claude`. */
const SPLITS = /^(?:-[a-zA-Z]*?S|--split-string=?)(.*)$/su;

/** Whether the value of an option stands in the next word: of `-itu`, for its last letter. */
function takesValue({ valued = [], flags }: Wrapper, option: string): boolean {
  if (option.includes('=')) return false;
  const isValued = (name: string): boolean =>
    flags === undefined ? valued.includes(name) : !flags.includes(name);
  if (valued.includes(option) || !/^-[^-]{2}/u.test(option)) return isValued(option);
  const letters = Array.from(option.slice(1), (letter) => `-${letter}`);
  // What stands behind such a letter is its value: `-p22`.
  return letters.findIndex(isValued) === letters.length - 1;
}

/** The script as a program: the package that it belongs to, else its file. */
function scriptIn(words: readonly string[]): readonly string[] | undefined {
  const told = words[0] === 'run' ? words.slice(1) : words;
  const [script, ...args] = told.slice(told.findIndex((word) => !word.startsWith('-')));
  if (script === undefined || script === 'repl' || script === 'test') return undefined;
  const named = /^.*[\\/]node_modules[\\/]((?:@[\w.-]+[\\/])?[\w-][\w.-]*)[\\/]/u.exec(script)?.[1];
  return [named?.replace('\\', '/') ?? script, ...args];
}

/** `-c`, `-lc`, `--command`. */
function isLineOption(option: string, letter: string): boolean {
  return option === '--command' || isLetterOption(option, letter);
}

function isLetterOption(option: string, letter: string): boolean {
  return new RegExp(`^-[a-zA-Z]*${letter}$`, 'u').test(option);
}
