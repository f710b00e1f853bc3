/** How a program that only starts another one is told what to start. */
export interface Wrapper {
  /** What it must be told first, among its options: `npm exec`. */
  readonly after?: readonly string[];
  /** Its options that take a value of their own. */
  readonly valued?: readonly string[];
  /** Where it has too many of those: its options that take none. */
  readonly flags?: readonly string[];
  /** The option whose value is the program itself, whatever is named behind. */
  readonly program?: string;
  /** How many words stand before the command: a duration, a host. */
  readonly operands?: number;
  /** The letter of the option whose value is a whole command line: `-c`, `-lc`; also `--command`. */
  readonly line?: string;
  /** Other options of that kind, in lower case, as they stand. */
  readonly lines?: readonly string[];
  /** Whether all words that follow are one command line: `ssh host "cd /srv && claude"`. */
  readonly joins?: true;
  /** The option with which it reads itself when what it starts has ended: `cmd /k`. */
  readonly stays?: RegExp;
  /** The options with which it starts nothing: `sudo -l`. */
  readonly idle?: readonly string[];
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
  valued: words('-p --package -w --workspace --prefix --filter -F --dir -C'),
  package: ['-p', '--package'],
};
const NPX_LINE: Wrapper = { ...NPX, lines: ['-c', '--call'] };
const UVX: Wrapper = {
  valued: words(
    '--from --with --python -p --index --extra --group --directory --project --env-file',
  ),
  package: ['--from'],
};
const DOCKER_EXEC = words(
  '-e --env --env-file -u --user -w --workdir --detach-keys -H --host --context --log-level',
);
const COMPOSE = words(
  '-e --env --env-file -u --user -w --workdir --index -f --file -p --project-name --project-directory --profile -v --volume --publish -l --label --name --entrypoint',
);
const COMPOSES: readonly Wrapper[] = [
  { after: ['exec'], operands: 1, valued: COMPOSE },
  { after: ['run'], operands: 1, valued: COMPOSE },
];
/** All of them (docker-run(1)); the many others take a value. */
const DOCKER_RUN_FLAGS = words(
  '-d --detach -i --interactive -t --tty -P --publish-all -q --quiet --rm --init --privileged --read-only --no-healthcheck --oom-kill-disable --sig-proxy --disable-content-trust --use-api-socket --help',
);
/** Each letter that takes a value (ssh(1)). */
const SSH = words('-B -b -c -D -E -e -F -I -i -J -L -l -m -O -o -P -p -Q -R -S -W -w');
const CONTAINERS: readonly Wrapper[] = [
  { after: ['exec'], operands: 1, valued: DOCKER_EXEC },
  { after: ['container', 'exec'], operands: 1, valued: DOCKER_EXEC },
  ...['run', 'container run'].map((start) => ({
    after: words(start),
    operands: 1,
    flags: DOCKER_RUN_FLAGS,
    program: '--entrypoint',
  })),
  ...COMPOSES.map((one) => ({ ...one, after: ['compose', ...(one.after ?? [])] })),
  { after: ['sandbox', 'run'], valued: ['-w', '--workspace', '--name', '-t', '--template'] },
];
const KUBECTL: readonly Wrapper[] = [
  { after: ['exec'], needsDashes: true, valued: words('-n --namespace --context') },
];
const POWERSHELL: Wrapper = {
  // PowerShell takes options that are cut off as well.
  stays: /^-noe(?:x(?:it?)?)?$/iu,
  lines: words('-command -c /c -commandwithargs'),
  joins: true,
  script: true,
  valued: words(
    '-ExecutionPolicy -ep -ex -WorkingDirectory -wd -WindowStyle -Version -ConfigurationName',
  ),
};
/** With `-i` the prompt comes behind the script. */
const SCRIPTS: Wrapper = {
  script: true,
  idle: ['-i', '--interactive'],
  valued: words('-r --require --import --loader --env-file'),
};
const PYTHON: Wrapper = { ...SCRIPTS, module: '-m', valued: ['-X', '-W'] };
const SECRETS: Wrapper = { after: ['run'], needsDashes: true };

/** By the name of the program; where it can be told in several ways, each of them. */
const WRAPPERS = new Map<string, readonly Wrapper[]>(
  Object.entries({
    env: [{ valued: ['-u', '--unset', '-C', '--chdir'], splits: true }],
    sudo: [
      {
        valued: words('-u --user -g --group -h -p -C -D -R -r -t -T -U'),
        idle: words('-l --list -v --validate -e --edit'),
      },
    ],
    su: [{ line: 'c' }],
    runuser: [
      { needsDashes: true },
      { line: 'c', valued: words('-u -g -G --user --group --supp-group') },
    ],
    doas: [{ valued: ['-u', '-C'] }],
    command: [{ idle: ['-v', '-V'] }],
    builtin: [{}],
    exec: [{ valued: ['-a'] }],
    eval: [{ joins: true }],
    call: [{}],
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
    setarch: [{ operands: 1 }, {}],
    unbuffer: [{}],
    strace: [{ valued: words('-o -e -p -s -u -E -a -I -O -P -S -X -b') }],
    ltrace: [{ valued: words('-o -e -p -s -u -a -l -n -x -F') }],
    valgrind: [{}],
    chrt: [{ operands: 1, valued: words('-T -P -D') }],
    taskset: [{ operands: 1 }],
    chroot: [{ operands: 1 }],
    unshare: [{ valued: words('-S -G -R -w --setuid --setgid --root --wd') }],
    nsenter: [{ valued: words('-t --target -S -G --setuid --setgid') }],
    setpriv: [{}],
    ip: [{ after: ['netns', 'exec'], operands: 1 }],
    'systemd-run': [{ valued: words('-p --property --unit -E --setenv -u -H -M --slice') }],
    'dbus-run-session': [{}],
    'xvfb-run': [{ valued: words('-n -e -f -p -s -w') }],
    proxychains: [{ valued: ['-f'] }],
    torsocks: [{ valued: words('-a -P -u -p') }],
    torify: [{}],
    firejail: [{}],
    'sandbox-exec': [{ valued: words('-f -n -p -D') }],
    bwrap: [{ needsDashes: true }],
    faketime: [{ operands: 1 }],
    rlwrap: [{ valued: words('-C -f -H -l -O -p -P -s -S -b -g -q -w') }],
    asciinema: [{ after: ['rec'], line: 'c' }],
    winpty: [{}],
    script: [
      { line: 'c', valued: ['-t', '-m', '-E', '-o'] },
      { operands: 1, valued: ['-t', '-m', '-E', '-o'] },
    ],
    dotenv: [{ needsDashes: true }, { valued: words('-e -f -v -p') }],
    dotenvx: [SECRETS],
    op: [SECRETS],
    doppler: [SECRETS],
    infisical: [SECRETS],
    chamber: [{ after: ['exec'], needsDashes: true }],
    'aws-vault': [
      { after: ['exec'], needsDashes: true },
      { after: ['exec'], operands: 1 },
    ],
    direnv: [{ after: ['exec'], operands: 1 }],
    mise: [
      { after: ['exec'], needsDashes: true },
      { after: ['x'], needsDashes: true },
    ],
    rtx: [{ after: ['x'], needsDashes: true }],
    asdf: [{ after: ['exec'] }],
    volta: [{ after: ['run'], valued: words('--node --npm --pnpm --yarn') }],
    fnm: [{ after: ['exec'], valued: ['--using'] }],
    nvm: [{ after: ['exec'], operands: 1 }],
    bundle: [{ after: ['exec'] }],
    ollama: [{ after: ['launch'] }],
    devbox: [{ after: ['run'] }],
    flox: [{ after: ['activate'], needsDashes: true }],
    npx: [NPX_LINE],
    npm: [
      { ...NPX_LINE, after: ['exec'] },
      { ...NPX_LINE, after: ['x'] },
    ],
    pnpx: [NPX],
    corepack: [{}],
    // `pnpm claude`: of the project's own packages, or its scripts.
    pnpm: [{ ...NPX, after: ['dlx'] }, { ...NPX, after: ['exec'] }, NPX],
    yarn: [{ ...NPX, after: ['dlx'] }, { ...NPX, after: ['exec'] }, NPX],
    bunx: [NPX],
    bun: [{ ...NPX, after: ['x'] }],
    uvx: [UVX],
    uv: [
      { ...UVX, after: ['tool', 'run'] },
      { ...UVX, after: ['run'] },
    ],
    pipx: [{ valued: ['--spec', '--python'], package: ['--spec'], after: ['run'] }],
    poetry: [{ after: ['run'] }],
    pipenv: [{ after: ['run'] }],
    rye: [{ after: ['run'] }],
    pixi: [{ after: ['run'] }],
    pdm: [{ after: ['run'] }],
    hatch: [{ after: ['run'] }],
    conda: [{ after: ['run'], valued: ['-n', '--name', '-p', '--prefix'] }],
    nix: [
      { after: ['run'], valued: ['--inputs-from'] },
      { after: ['shell'], line: 'c' },
      { after: ['develop'], line: 'c' },
    ],
    python: [PYTHON],
    py: [PYTHON],
    ...Object.fromEntries(
      ['node', 'deno', 'tsx', 'ts-node', 'ruby', 'perl', 'php'].map((name) => [name, [SCRIPTS]]),
    ),
    docker: CONTAINERS,
    podman: CONTAINERS,
    nerdctl: CONTAINERS,
    'docker-compose': COMPOSES,
    'podman-compose': COMPOSES,
    kubectl: KUBECTL,
    oc: KUBECTL,
    lxc: [{ after: ['exec'], operands: 1 }],
    incus: [{ after: ['exec'], operands: 1 }],
    multipass: [{ after: ['exec'], operands: 1 }],
    limactl: [{ after: ['shell'], operands: 1, valued: words('--workdir --shell') }],
    colima: [{ after: ['ssh'], needsDashes: true }],
    vagrant: [{ after: ['ssh'], line: 'c' }],
    distrobox: [{ after: ['enter'], needsDashes: true }],
    toolbox: [{ after: ['run'], valued: words('-c --container -d --distro -r --release') }],
    guix: [{ after: ['shell'], needsDashes: true }],
    devcontainer: [
      { after: ['exec'], valued: ['--workspace-folder', '--config', '--container-id'] },
    ],
    ssh: [{ operands: 1, valued: SSH, joins: true }],
    // Other ways to a machine of somebody else's.
    coder: [{ after: ['ssh'], needsDashes: true }],
    gh: ['codespace', 'cs'].map((name) => ({ after: [name, 'ssh'], needsDashes: true })),
    gcloud: [{ after: ['compute', 'ssh'], needsDashes: true }],
    et: [{ line: 'c' }],
    mosh: [{ operands: 1, valued: ['-p', '--port'] }],
    wsl: [{ valued: ['-d', '-u', '--distribution', '--user', '--cd'] }],
    cmd: [{ line: 'c', lines: ['/c', '/k', '/r'], joins: true, stays: /^\/k$/iu }],
    pwsh: [POWERSHELL],
    powershell: [POWERSHELL],
    'nix-shell': [
      { line: 'c', lines: ['--run', '--command'], valued: words('-p -I -A -E --attr --expr') },
    ],
    ...Object.fromEntries(
      ['bash', 'sh', 'zsh', 'dash', 'ksh', 'fish', 'nu', 'xonsh'].map((shell) => [
        shell,
        [SHELL_LINE],
      ]),
    ),
  }),
);

/** The ways in which a program may start another one. `python3.12` is Python, `proxychains4` the same. */
export function wrappersOf(program: string): readonly Wrapper[] {
  return WRAPPERS.get(program) ?? WRAPPERS.get(program.replace(/[\d.]+$/u, '')) ?? [];
}
