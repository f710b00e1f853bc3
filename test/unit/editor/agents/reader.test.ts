import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readerOf, type Reader } from '../../../../src/editor/agents/reader';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

const { programs } = DEFAULT_SETTINGS.agents;

/** Command lines, one a line, by who reads then; `?`: nobody knows for certain. */
const LINES: Readonly<Record<string, string>> = {
  claude: String.raw`
    npx -y @anthropic-ai/claude-code@latest
    npx --yes @anthropic-ai/claude-code@2 --continue
    npx --no-install claude
    bunx claude
    pnpm dlx --package=@anthropic-ai/claude-code claude
    env A=1 B=2 claude
    env -i PATH="$PATH" claude
    env --ignore-environment claude
    sudo -u x claude
    sudo -E -u x -- claude --resume
    sudo su - x -c "claude"
    time claude
    time -p claude
    /usr/bin/time -v claude
    nohup claude
    exec -a foo claude
    "/opt/My Agents/claude" --resume
    '/Users/me/Library/Application Support/claude' --resume
    /Users/me/My\ Tools/bin/claude
    ~/.local/bin/claude
    $HOME/.local/bin/claude
    "$HOME/.local/bin/claude" -c
    ~/.claude/local/claude --dangerously-skip-permissions
    ./node_modules/.bin/claude
    node ./node_modules/.bin/claude
    C:\Users\me\.local\bin\claude.exe
    "C:\Program Files\nodejs\claude.cmd" --continue
    & 'C:\Program Files\nodejs\claude.ps1'
    cmd /s /c "claude"
    powershell -NoLogo -NoProfile -Command claude
    pwsh -c claude
    wsl claude
    wsl -d Ubuntu -- claude
    wsl -e claude
    wsl --exec claude
    wsl.exe -- bash -lc "claude"
    docker exec -it x claude
    docker exec -ti -w /app x claude --resume
    docker run --rm -it -e K=V node:22 npx @anthropic-ai/claude-code
    docker compose run --rm dev claude
    docker compose exec dev bash -c "claude"
    ssh -t host claude
    ssh -t host "cd /srv/app; claude --continue"
    ssh -p 2222 -t me@host -- claude
    script -c claude
    script -qfc "claude --resume" /dev/null
    script -q typescript claude
    cd x; claude
    cd "my project" && FOO=1 claude -c
    pushd x >/dev/null && claude; popd
    (claude)
    ( cd x; claude )
    claude --resume 1234
    claude -r 1234 "go on"
    claude --model opus "update the docs"
    claude --mcp-config a.json
    claude --mcp-config a.json b.json
    claude --agent review
    claude --permission-mode plan
    claude --add-dir ../lib ../mcp
    claude --allowedTools "Bash(git:*)" Edit
    claude --verbose
    claude --debug
    claude --debug api
    claude -d
    claude --ide
    claude --chrome
    claude --worktree feature
    claude --worktree review
    claude --session-id 1
    claude --fallback-model sonnet
    ollama launch claude --model x
    while :; do claude; done
    for d in */; do (cd $d && claude); done
    direnv exec . claude
    mise exec -- claude
    mise exec node@22 -- claude
    asdf exec claude
    volta run claude
    nvm exec 22 claude
    nvm use 22 && claude
    nvm use 22 >/dev/null; claude
    fnm use 22 && claude
    devcontainer exec --workspace-folder . claude
    dotenvx run -f .env -- claude
    doppler run -- claude
    aws-vault exec prod -- claude
    sandbox-exec -f x.sb claude
    firejail --noprofile claude
    systemd-run --user --scope claude
    caffeinate -dims claude
    caffeinate claude
    stdbuf -oL claude
    nice claude
    nice -10 claude
    ionice -c 3 claude
    unshare -n claude
    proxychains claude
    proxychains4 -f x.conf claude
    HTTPS_PROXY=http://localhost:1 claude
    set -x; claude
    set -a; source .env; set +a; claude
    . ./.env && claude
    export ANTHROPIC_API_KEY=$(pass show x) && claude
    unset X && claude
    ulimit -n 4096; claude
    mkdir -p x && cd x && claude
    clear && claude
    test -d x && claude
    claude # then quit
    CLAUDE
    Claude.exe
    su -c claude
    su x -c "cd ~ && claude"
    doas -u x claude
    doas claude
    chroot /x claude
    bash -c claude
    bash -ic claude
    bash --login -c claude
    zsh -ic "claude"
    fish -c claude
    nu -c claude
    xonsh -c claude
    ./claude
    ./scripts/claude.sh
    bash ./scripts/claude.sh
    python claude.py
    nix develop -c claude
    nix develop --command claude
    guix shell node -- claude
    toolbox run claude
    distrobox enter box -- claude
    limactl shell default claude
    colima ssh -- claude
    vagrant ssh -c claude
    multipass exec box -- claude
    lxc exec box -- claude
    oc exec -it pod -- claude
    kubectl exec -it pod -- bash -c "claude"
    kubectl exec -ti -n x pod/p -- claude
  `,
  shell: String.raw`
    npx @anthropic-ai/claude-code@latest -p "hi"
    sudo -i
    sudo -u claude -i
    nohup claude &
    nohup claude > out.log 2>&1
    Start-Process claude
    start claude
    wsl
    wsl -d claude
    docker run -it ghcr.io/me/claude
    docker attach claude
    docker logs -f claude
    docker build -t claude .
    ssh claude
    ssh claude@host
    ssh host -t tmux attach -t claude
    tmux
    tmux new-session -s claude claude
    tmux attach -t claude
    screen -S claude
    script logs/claude
    echo x | claude -p
    echo x | claude
    cat a.md | claude "sum up"
    claude --help
    claude --help | less
    claude help
    claude doctor
    claude config list
    claude install
    $(claude)
    fg
    python script.py
    python -m http.server
    python -m code
    python -m venv .venv
    python -c "import x"
    python - < x.py
    py -3.12 x.py
    uv run script.py
    node x.js
    node -e "1"
    node --test
    node --run build
    node --watch x.js
    tsx x.ts
    deno run x.ts
    deno task dev
    ipython nb.py
    jupyter notebook
    psql < dump.sql
    psql -f x.sql shop
    sqlite3 a.db "select 1"
    mysql -e "show tables"
    mysql shop < dump.sql
    mysqldump shop
    mongosh x.js
    duckdb -c "select 1"
    R CMD check x
    R -e "1+1"
    R -f x.R
    Rscript x.R
    scala x.scala
    lua x.lua
    julia x.jl
    mix test
    lein test
    php x.php
    swift build
    dotnet run
    vim x.md
    vim
    nvim .
    less x
    man ls
    top
    git commit --amend --no-edit
    git commit -m "x"
    git commit -m"x"
    git commit -am"fix"
    git commit -C HEAD
    git commit --reuse-message=HEAD
    git commit --squash HEAD --no-edit
    git rebase -i HEAD~3
    git merge feature
    git tag -a v1 -m x
    git tag -am x v1
    gh pr create -t x -b y
    gh pr list
    gh copilot explain "x"
    emacs -nw x
    claude --continue --print "x"
    claude --print=x
    claude -p
    claude --output-format json -p x
    claude update the docs
    claude "mcp"
    claude setup-token
    codex e "x"
    codex exec --json "x"
    codex login
    codex mcp add x
    codex --sandbox read-only exec x
    codex --version
    codex help
    codex app
    codex review
    codex features list
    gemini extensions list
    gemini --list-sessions
    gemini -l
    copilot -p "x"
    opencode run x
    opencode serve
    opencode web
    opencode auth login
    opencode upgrade
    opencode models
    opencode github install
    opencode session list
    aider --message "x" a.py
    goose run -t x
    goose configure
    amp -x "x"
    cursor-agent -p "x"
    cursor-agent login
    crush run "x"
    crush logs
    droid exec "x"
    kiro-cli login
    q login
    cn -p x
    forge build
    forge test
    forge script x
    acli jira x
    ollama run llama3 "hi"
    llm -m x "hi"
    watch -n 1 claude --version
    xargs claude
    find . -name x -exec claude {} ;
    make claude
    npm run dev
    just claude
    which claude; type claude
    type claude
    alias claude="claude --verbose"
    brew install claude
    curl -fsSL https://x | bash
    kill -9 $(pgrep claude)
    pkill claude
    ps aux | grep claude
    less claude
    vim claude
    code claude
    open -a Claude
    tail -f claude.log
    zellij
    mise run claude
    with-env claude
    # claude
    claude-squad
    claude_dev
    claudex
    su -
    bash run-claude.sh
    busybox sh
    mosh host
    gcloud compute ssh box
    minicom
    telnet x
    az interactive
    distrobox enter claude
  `,
  codex: String.raw`
    npx --prefer-offline @openai/codex@latest --yolo
    bun x @openai/codex
    pnpm --silent dlx @openai/codex
    FOO=bar codex --model x
    FOO="bar baz" BAR='q u' codex --model x
    ~/.npm-global/bin/codex
    node node_modules/@openai/codex/bin/codex.js
    .\node_modules\.bin\codex.cmd
    codex.ps1 resume
    cmd.exe /c codex
    powershell.exe -ExecutionPolicy Bypass -File "C:\Users\me\AppData\Roaming\npm\codex.ps1"
    script -q -c "codex" log.txt
    codex "explain this"
    codex resume
    codex fork
    codex --sandbox workspace-write
    codex --profile review
    codex -i shot.png "fix"
    codex --oss --local-provider ollama
    codex --yolo
    codex -a never -s workspace-write
    codex --search
    infisical run --env=dev -- codex
    nix run nixpkgs#codex -- --yolo
    podman exec -it box codex
    nerdctl exec -it box codex
  `,
  gemini: String.raw`
    bunx --bun @google/gemini-cli@nightly
    yarn dlx -q @google/gemini-cli
    gemini -i "start here"
    gemini --prompt-interactive "start here"
    gemini -m gemini-3-pro
    gemini "x"
    gemini --yolo
    gemini -y
  `,
  aider: String.raw`
    uvx aider-chat
    uvx --python 3.12 --from aider-chat@latest aider --model gpt-5
    uvx --with playwright aider-chat
    aider
    aider src/a.py src/b.py
    aider --yes-always
    poetry run aider
    pipx run aider-chat
    pipx run --spec aider-chat aider
    uv run aider
    uv run --with aider-chat aider
    uvx --from git+https://github.com/x/y aider
    hatch run aider
  `,
  'claude?': String.raw`
    cmd /k "cd /d C:\x && claude"
    pwsh -NoExit -Command claude
    git pull && claude
    claude && git push
    if [ -f x ]; then cd y; claude; else codex; fi
    [[ -n $X ]] && claude || codex
    npm i -g @anthropic-ai/claude-code && claude
    mkcd x && claude
    eval "$(direnv hook bash)"; claude
    eval $(ssh-agent) && claude
    sleep 1; claude
    bash -c "claude; bash"
    bash -c "claude; exec bash"
  `,
  'git prose': String.raw`
    git add -A; git commit
    git commit -v
    git commit --amend
    git commit -c HEAD
    git -c user.name=x commit
    git --no-pager commit
    git --git-dir /x/.git commit
    git tag -a v1
  `,
  'python code python': String.raw`
    python -i
    uv run python
    poetry run python
    pipenv run python -i x.py
    conda run -n x python
    source .venv/bin/activate && python
    PYTHONPATH=. python
  `,
  'python3 code python': String.raw`
    python3 -i script.py
  `,
  'ipython code python': String.raw`
    python -m IPython
    uv run ipython
    ipython
    ipython --pylab
  `,
  'asyncio code python': String.raw`
    python -m asyncio
  `,
  'python3.13 code python': String.raw`
    python3.13
  `,
  'py code python': String.raw`
    py -3
  `,
  'node code javascript': String.raw`
    node --experimental-repl-await
    node -i
  `,
  'tsx code typescript': String.raw`
    npx tsx
  `,
  'ts-node code typescript': String.raw`
    npx ts-node
  `,
  'deno code typescript': String.raw`
    deno
    deno repl
  `,
  'bun code javascript': String.raw`
    bun repl
  `,
  'jupyter code python': String.raw`
    jupyter console
  `,
  'psql code sql': String.raw`
    psql
    psql -h localhost -U me -d shop
    psql postgres://localhost/shop
    PGPASSWORD=x psql -h db
    docker compose exec db psql -U app
    kubectl exec -it pg-0 -- psql
  `,
  'sqlite3 code sql': String.raw`
    sqlite3
    sqlite3 a.db
    sqlite3 -header -column a.db
    sqlite3 -cmd ".mode box" a.db
  `,
  'mysql code sql': String.raw`
    mysql
    mysql -u root -p shop
    mysql -uroot -psecret shop
    docker exec -it db mysql -u root -p
  `,
  'mongosh code javascript': String.raw`
    mongosh
    mongosh "mongodb://localhost/x"
  `,
  'duckdb code sql': String.raw`
    duckdb
  `,
  'irb code ruby': String.raw`
    irb -r ./lib/x
    bundle exec irb
  `,
  'rails code ruby': String.raw`
    bin/rails console
    bin/rails c -s
    rails c
  `,
  'ghci code haskell': String.raw`
    ghci
    ghci Main.hs
  `,
  'cabal code haskell': String.raw`
    cabal repl
  `,
  'stack code haskell': String.raw`
    stack ghci
  `,
  'r code r': String.raw`
    R
    R --vanilla
    R -q --no-save
  `,
  'radian code r': String.raw`
    radian
  `,
  'jshell code java': String.raw`
    jshell
    jshell --class-path x.jar
    jshell startup.jsh
  `,
  'scala code scala': String.raw`
    scala
  `,
  'sbt code scala': String.raw`
    sbt console
  `,
  'lua code lua': String.raw`
    lua
    lua -i x.lua
  `,
  'julia code julia': String.raw`
    julia --project=.
  `,
  'iex code elixir': String.raw`
    iex
    iex -S mix phx.server
  `,
  'erl code erlang': String.raw`
    erl
  `,
  'rebar3 code erlang': String.raw`
    rebar3 shell
  `,
  'lein code clojure': String.raw`
    lein repl
  `,
  'clj code clojure': String.raw`
    clj
  `,
  'ocaml code ocaml': String.raw`
    ocaml
  `,
  'utop code ocaml': String.raw`
    utop
  `,
  'dune code ocaml': String.raw`
    dune utop
  `,
  'artisan code php': String.raw`
    php artisan tinker
  `,
  'swift code swift': String.raw`
    swift repl
  `,
  'dotnet code fsharp': String.raw`
    dotnet fsi
  `,
  'gh prose': String.raw`
    gh pr create
    gh issue create
  `,
  'nano prose': String.raw`
    nano x
    sudo nano /etc/x
  `,
  qwen: String.raw`
    qwen
  `,
  copilot: String.raw`
    copilot --continue
    copilot --agent=review
    copilot -i "x"
  `,
  opencode: String.raw`
    opencode
    opencode attach http://localhost:4096
    opencode -c
    opencode agent create
    opencode --prompt "x"
  `,
  goose: String.raw`
    goose
    goose session
  `,
  amp: String.raw`
    amp
  `,
  'cursor-agent': String.raw`
    cursor-agent ls
  `,
  crush: String.raw`
    crush
  `,
  droid: String.raw`
    droid
  `,
  kiro: String.raw`
    kiro-cli chat
  `,
  q: String.raw`
    q chat --resume
  `,
  pi: String.raw`
    pi
  `,
  continue: String.raw`
    continue
    cn
  `,
  interpreter: String.raw`
    interpreter
  `,
  forge: String.raw`
    forge
  `,
  happy: String.raw`
    happy
    happy codex
  `,
  plandex: String.raw`
    plandex
    pdx
  `,
  rovodev: String.raw`
    acli rovodev run
  `,
  'ollama prose': String.raw`
    ollama run llama3
  `,
  'llm prose': String.raw`
    llm chat -m gpt
    llm chat
  `,
};

function shown(reader: Reader): string {
  if (reader.kind === 'agent') return `${reader.agent.name}${reader.isSure ? '' : '?'}`;
  if (reader.kind === 'shell') return 'shell';
  return `${reader.name} ${reader.scope} ${reader.languageId ?? ''}`.trim();
}

for (const [reader, lines] of Object.entries(LINES)) {
  test(`the reader is ${reader}`, () => {
    const seen = lines
      .trim()
      .split(/\n\s*/u)
      .map((commandLine) => {
        const running = { commandLine, isTrusted: true };
        const facts = { running, isTold: true, own: [], title: 'bash' };
        return `${shown(readerOf(facts, programs))}: ${commandLine}`;
      });
    assert.deepEqual(
      seen,
      lines
        .trim()
        .split(/\n\s*/u)
        .map((line) => `${reader}: ${line}`),
    );
  });
}

test('a program that was made for the terminal, and reads itself then, leaves nobody certain', () => {
  const readers = [
    ['cmd.exe', '/k', 'claude'],
    ['cmd.exe', '/c', 'claude'],
    ['pwsh', '-NoExit', '-Command', 'claude'],
    ['pwsh', '-noe', '-c', 'claude'],
    ['pwsh', '-c', 'claude'],
    ['claude', '--resume'],
  ].map((own) => shown(readerOf({ running: undefined, isTold: false, own, title: '' }, programs)));
  assert.deepEqual(readers, ['claude?', 'claude', 'claude?', 'claude?', 'claude', 'claude']);
});
