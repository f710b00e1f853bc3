/** How a program that only starts another one is told what to start. */
export interface Wrapper {
  /** What it must be told first: `npm exec`. */
  readonly after?: readonly string[];
  /** Its options that take a value of their own. */
  readonly valued?: readonly string[];
  /** Where it has too many of those: its options that take none. */
  readonly flags?: readonly string[];
  /** The option whose value is the program itself, whatever is named behind. */
  readonly program?: string;
  /** How many words stand before the command: a duration, a host. */
  readonly operands?: number;
  /** The option whose value is a whole command line. */
  readonly line?: string;
  /** Whether the value of `-S` is several words, before those that follow (env(1)). */
  readonly splits?: boolean;
  /** The letter of the option with which it reads commands, whatever is named behind. */
  readonly readsInput?: string;
  /** The option whose value is the package of a command that is named apart, or not at all. */
  readonly package?: readonly string[];
  /** The option whose value is the module that runs. */
  readonly module?: string;
  /** Whether what it starts has to stand behind `--`. */
  readonly needsDashes?: boolean;
  /** Whether it runs a script, which then is the program. */
  readonly script?: boolean;
}

function words(text: string): readonly string[] {
  return text.split(' ');
}

const SHELL_LINE: Wrapper = {
  line: 'c',
  script: true,
  valued: ['-o', '-O', '--rcfile', '--init-file', '-C', '--init-command'],
  readsInput: 's',
};
const NPX: Wrapper = {
  valued: ['-p', '--package', '-c', '--call', '-w', '--workspace'],
  package: ['-p', '--package'],
};
const UVX: Wrapper = {
  valued: words(
    '--from --with --python -p --index --extra --group --directory --project --env-file',
  ),
  package: ['--from'],
};
const DOCKER_EXEC = words('-e --env --env-file -u --user -w --workdir --detach-keys');
/** All of them (docker-run(1)); the many others take a value. */
const DOCKER_RUN_FLAGS = words(
  '-d --detach -i --interactive -t --tty -P --publish-all -q --quiet --rm --init --privileged --read-only --no-healthcheck --oom-kill-disable --sig-proxy --disable-content-trust --use-api-socket --help',
);
/** Each letter that takes a value (ssh(1)). */
const SSH = words('-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -P -p -Q -R -S -W -w');
const SECRETS: Wrapper = { after: ['run'], needsDashes: true };

/** By the name of the program; where it can be told in several ways, each of them. */
const WRAPPERS = new Map<string, readonly Wrapper[]>(
  Object.entries({
    env: [{ valued: ['-u', '--unset', '-C', '--chdir'], splits: true }],
    sudo: [{ valued: words('-u --user -g --group -h -p -C -D -R -r -t -T -U') }],
    doas: [{ valued: ['-u', '-C'] }],
    command: [{}],
    builtin: [{}],
    exec: [{ valued: ['-a'] }],
    eval: [{}],
    noglob: [{}],
    nocorrect: [{}],
    '&': [{}],
    time: [{ valued: ['-f', '-o', '--format', '--output'] }],
    nice: [{ valued: ['-n', '--adjustment'] }],
    ionice: [{ valued: ['-c', '-n', '--class', '--classdata'] }],
    nohup: [{}],
    setsid: [{}],
    stdbuf: [{ valued: ['-i', '-o', '-e'] }],
    timeout: [{ valued: ['-k', '-s', '--kill-after', '--signal'], operands: 1 }],
    gtimeout: [{ valued: ['-k', '-s', '--kill-after', '--signal'], operands: 1 }],
    caffeinate: [{ valued: ['-t', '-w'] }],
    'systemd-inhibit': [{ valued: ['--what', '--who', '--why', '--mode'] }],
    arch: [{ valued: ['-arch'] }],
    unbuffer: [{}],
    winpty: [{}],
    script: [{ line: 'c', valued: ['-t', '-m', '-E', '-o'] }],
    dotenv: [{ valued: ['-e', '-f', '-c', '-v', '-p'], needsDashes: true }],
    dotenvx: [SECRETS],
    op: [SECRETS],
    doppler: [SECRETS],
    infisical: [SECRETS],
    chamber: [{ after: ['exec'], needsDashes: true }],
    'aws-vault': [{ after: ['exec'], needsDashes: true }],
    direnv: [{ after: ['exec'], operands: 1 }],
    mise: [
      { after: ['exec'], needsDashes: true },
      { after: ['x'], needsDashes: true },
    ],
    asdf: [{ after: ['exec'] }],
    devbox: [{ after: ['run'] }],
    flox: [{ after: ['activate'], needsDashes: true }],
    npx: [NPX],
    npm: [
      { ...NPX, after: ['exec'] },
      { ...NPX, after: ['x'] },
    ],
    pnpx: [NPX],
    pnpm: [
      { ...NPX, after: ['dlx'] },
      { ...NPX, after: ['exec'] },
    ],
    yarn: [
      { ...NPX, after: ['dlx'] },
      { ...NPX, after: ['exec'] },
    ],
    bunx: [NPX],
    bun: [{ ...NPX, after: ['x'] }],
    uvx: [UVX],
    uv: [
      { ...UVX, after: ['tool', 'run'] },
      { ...UVX, after: ['run'] },
    ],
    pipx: [{ valued: ['--spec', '--python'], package: ['--spec'], after: ['run'] }],
    poetry: [{ after: ['run'] }],
    pdm: [{ after: ['run'] }],
    hatch: [{ after: ['run'] }],
    conda: [{ after: ['run'], valued: ['-n', '--name', '-p', '--prefix'] }],
    nix: [
      { after: ['run'], valued: ['--inputs-from'] },
      { after: ['shell'], line: 'c' },
      { after: ['develop'], line: 'c' },
    ],
    python: [{ module: '-m', script: true }],
    py: [{ module: '-m', script: true }],
    ...Object.fromEntries(
      ['node', 'deno', 'tsx', 'ts-node', 'ruby', 'perl'].map((name) => [name, [{ script: true }]]),
    ),
    docker: [
      { after: ['exec'], operands: 1, valued: DOCKER_EXEC },
      { after: ['run'], operands: 1, flags: DOCKER_RUN_FLAGS, program: '--entrypoint' },
    ],
    devcontainer: [
      { after: ['exec'], valued: ['--workspace-folder', '--config', '--container-id'] },
    ],
    ssh: [{ operands: 1, valued: SSH }],
    wsl: [{ valued: ['-d', '-u', '--distribution', '--user', '--cd'] }],
    ...Object.fromEntries(
      ['bash', 'sh', 'zsh', 'dash', 'ksh', 'fish'].map((shell) => [shell, [SHELL_LINE]]),
    ),
  }),
);

/** The ways in which a program may start another one. `python3.12` is Python. */
export function wrappersOf(program: string): readonly Wrapper[] {
  return WRAPPERS.get(program) ?? WRAPPERS.get(program.replace(/[\d.]+$/u, '')) ?? [];
}

/** Whether a word sets a variable of the environment: `X=1`. */
export function isAssignment(word: string): boolean {
  return /^[A-Za-z_]\w*=/u.test(word);
}

/** What a wrapper starts: a command line, or its words; nothing where it starts none. */
export function innerCommand(
  wrapper: Wrapper,
  args: readonly string[],
): string | readonly string[] | undefined {
  const { after = [], operands = 0, line, readsInput, module, script } = wrapper;
  if (!after.every((word, i) => args[i] === word)) return undefined;
  let rest = args.slice(after.length);
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
    else if (!/^[-+]./u.test(option)) break;
    else if (line !== undefined && isLineOption(option, line)) return value;
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
    else if (script === true && /^(?:-[a-z]*[ec]|--eval|--print|-p)$/u.test(option))
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
    if (line !== undefined && !/[\\/]/u.test(rest[0] ?? '')) return undefined;
    return scriptIn(rest);
  }
  if (line !== undefined) {
    // `nix shell nixpkgs#nodejs -c claude`; without, a shell is started.
    const at = rest.findIndex((word) => isLineOption(word, line));
    return at < 0 ? undefined : rest[at + 1];
  }
  rest = rest.slice(operands);
  // `ssh host -t claude`, `ssh host -l me claude`
  while (operands > 0 && /^-[a-zA-Z]/u.test(rest[0] ?? '')) {
    rest = rest.slice(takesValue(wrapper, rest[0] ?? '') ? 2 : 1);
  }
  if (rest.length === 0) return named === undefined ? undefined : [named];
  return rest;
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
  const [script, ...args] = words[0] === 'run' ? words.slice(1) : words;
  if (script === undefined || script === 'repl' || script === 'test') return undefined;
  const named = /^.*[\\/]node_modules[\\/]((?:@[\w.-]+[\\/])?[\w.-]+)[\\/]/u.exec(script)?.[1];
  return [named?.replace('\\', '/') ?? script, ...args];
}

/** `-c`, `-lc`, `--command`. */
function isLineOption(option: string, letter: string): boolean {
  return option === '--command' || isLetterOption(option, letter);
}

function isLetterOption(option: string, letter: string): boolean {
  return new RegExp(`^-[a-zA-Z]*${letter}$`, 'u').test(option);
}
