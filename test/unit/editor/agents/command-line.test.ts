import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fc } from '../../../harness/properties';
import { agentIn, agentInTitle } from '../../../../src/editor/agents/agents';
import { invocationOf, invocationsIn } from '../../../../src/editor/agents/command-line';
import { readerOf, type Reader, type TerminalFacts } from '../../../../src/editor/agents/reader';
import { DEFAULT_SETTINGS } from '../../../fixtures/default-settings';

const { programs } = DEFAULT_SETTINGS.agents;

function agentsIn(commandLine: string): readonly string[] {
  return invocationsIn(commandLine).flatMap((one) => agentIn(one, programs)?.name ?? []);
}

describe('the agent that a command line starts', () => {
  const starts: Readonly<Record<string, readonly string[]>> = {
    claude: [
      'claude',
      '  claude --resume  # where I left off',
      '/usr/local/bin/claude "fix the parser"',
      "'claude' 'why?'",
      String.raw`C:\Users\me\AppData\Roaming\npm\claude.cmd`,
      String.raw`& "C:\Program Files\Claude\claude.exe" --continue`,
      'DEBUG=1 FOO="a b" claude',
      'env -u HOME DEBUG=1 claude',
      'env -S "claude --resume"',
      'env -i -S "DEBUG=1 claude" --resume',
      'env --split-string=claude --resume',
      'sudo -u me -E claude',
      'time nice -n 5 nohup claude',
      'command claude',
      'exec claude',
      'timeout 10m claude',
      'caffeinate -i claude',
      'npx @anthropic-ai/claude-code',
      'npx -y @anthropic-ai/claude-code@latest --model opus',
      'npx -p @anthropic-ai/claude-code claude',
      'npx --package=@anthropic-ai/claude-code claude',
      'npm exec -- @anthropic-ai/claude-code',
      'bunx @anthropic-ai/claude-code@2.1.332',
      'pnpm dlx @anthropic-ai/claude-code',
      'yarn dlx @anthropic-ai/claude-code',
      'cd ../project && claude',
      'export DEBUG=1; clear; claude',
      'claude; git status',
      'setarch -R claude',
      'setarch x86_64 claude --resume',
      'corepack pnpm dlx @anthropic-ai/claude-code',
      'corepack npx @anthropic-ai/claude-code',
      'coder ssh box -- claude',
      'gh codespace ssh -c box -- claude',
      'gcloud compute ssh box --zone b -- claude',
      'et -c "cd /srv && claude" host',
      'claude || true',
      'bash -lc "cd /srv && claude --continue"',
      "sh -c 'exec claude'",
      'bash ./claude',
      'node /usr/lib/node_modules/@anthropic-ai/claude-code/cli.js',
      String.raw`node C:\npm\node_modules\@anthropic-ai\claude-code\cli.js`,
      'op run --env-file=.env -- claude',
      'mise x node@22 -- claude',
      'nix run nixpkgs#claude-code',
      'docker run -it --rm -v /a:/b sandbox claude',
      'docker exec -it box claude',
      'docker run -itv /a:/b -h host sandbox claude',
      'docker run -it --entrypoint claude sandbox --continue',
      'ssh host -t claude',
      'ssh -tp 22 host claude',
      'sudo -iu me claude',
      'docker exec -itu root box claude',
      'ssh -E log -b 10.0.0.1 host claude',
      'ssh host -p 22 -l me claude',
      'nix shell nixpkgs#nodejs -c claude',
      'claude 2>errors.log',
      'claude \\\n  --continue',
      'sudo --user=alice -- claude',
      'su - alice -c claude',
      'runuser -u me -- claude',
      'nix-shell -p claude-code --run claude',
      'docker compose -f dev.yml exec -u node app claude',
      'docker container exec -it box claude',
      'podman run -it --rm img claude',
      'docker sandbox run claude',
      'kubectl exec -it pod -n ns -c ctr -- claude --resume',
      'ssh -t me@host "cd /srv && claude"',
      `ssh -t host 'bash -lc "claude"'`,
      'mosh host -- claude',
      'strace -f -o log claude',
      'systemd-run --user --pty -p MemoryMax=4G claude',
      'taskset -c 0 claude',
      'proxychains4 -q claude',
      'rlwrap -a claude',
      'script -q /dev/null claude',
      'asciinema rec demo.cast --command claude',
      'aws-vault exec prod claude',
      'fnm exec --using=20 claude',
      'npx --call "claude --resume"',
      'pnpm --filter web dlx @anthropic-ai/claude-code',
      'pnpm claude',
      'deno run -A npm:@anthropic-ai/claude-code',
      'ollama launch claude',
      'eval "claude --resume"',
      // Conditions, loops, groups.
      '! claude',
      '[ -d x ] && claude',
      'if true; then claude; fi',
      'while true; do claude --continue; done',
      'for i in 1 2; do claude; done',
      'case x in x) claude;; y) exit;; esac',
      '(cd x && claude)',
      '{ cd x; claude; }',
      // What a shell puts in.
      'A=$(pwd) claude',
      'A="$(cat "x y")" claude',
      'A=${B:-c d} claude',
      'A=(1 2); claude',
      'claude "what does $(pwd) mean?"',
      "claude $'a\\nb'",
      'claude </dev/tty',
      'claude --append-system-prompt "-p"',
      'claude -- -p',
      // Of PowerShell, cmd, fish, zsh, nushell.
      '$env:X = "1"; claude',
      'Set-Location x; claude',
      'pwsh -NoProfile -Command "& claude --resume"',
      String.raw`powershell -File C:\x\claude.ps1`,
      'if (Test-Path x) { claude }',
      'claude `\r\n  --resume',
      'claude (Get-Content x)',
      'cmd /c "claude --resume"',
      'call claude',
      'cd x; and claude',
      'begin; claude; end',
      '=claude',
      '^claude',
    ],
    codex: [
      'codex',
      'codex -p work',
      'codex -p review',
      'codex -m o3',
      'npx @openai/codex',
      'codex resume --last',
    ],
    gemini: ['gemini', 'npx https://x.y/gemini', 'npx @google/gemini-cli'],
    aider: [
      'aider --model sonnet',
      'uvx --from aider-chat aider',
      'uv tool run aider',
      'python -m aider',
      'python3.12 -m aider',
    ],
    copilot: ['copilot', 'npx @github/copilot', 'gh copilot'],
    q: ['q chat'],
    kiro: ['kiro-cli', 'kiro'],
    opencode: ['opencode .', 'bunx opencode-ai'],
    'cursor-agent': ['cursor-agent --resume'],
  };
  for (const [agent, lines] of Object.entries(starts)) {
    for (const line of lines) {
      test(line, () => {
        assert.deepEqual(agentsIn(line), [agent]);
      });
    }
  }
});

describe('no agent that talks is started', () => {
  for (const line of [
    '',
    'git log --grep claude',
    'cat claude',
    'echo claude',
    'cd claude',
    'vim ~/.claude/settings.json',
    'npm install @anthropic-ai/claude-code',
    'which claude',
    'man claude',
    './claude-report.sh',
    'claude -p "hello"',
    'claude --print hello',
    'claude --version',
    'claude mcp list',
    'claude update',
    'codex exec "fix it"',
    'aider --message "fix it"',
    'gemini -p hello',
    'echo hello | claude',
    'claude < prompt.txt',
    'claude > answer.txt',
    'claude | tee answer.txt',
    'claude &',
    'bash',
    'bash -i',
    'ssh host',
    // A host, a user, a container, an image that is called like an agent.
    'ssh -b 10.0.0.1 claude',
    'ssh -E log claude',
    'ssh host -l claude',
    'ssh -tp 22 claude',
    'sudo -iu claude',
    'sudo -Hu claude bash',
    'sudo -T 5 -u claude -s',
    'docker exec -itu root claude bash',
    'devcontainer exec --container-id claude bash',
    'uv run --directory aider bash',
    'bash -s claude',
    'bash claude',
    'env -S bash claude',
    'env -S "bash -i" claude',
    'env -vS "bash -s" claude',
    'env -Sbash claude',
    'env --split-string=bash claude',
    'env -S',
    'winpty bash claude',
    'bash -is claude',
    'fish -C claude',
    'fish --init-command claude',
    'docker exec --env-file .env claude bash',
    'docker run -it --entrypoint bash claude',
    'docker run -it --entrypoint=bash claude',
    'docker run -it --hostname x claude',
    'docker run -itv /a:/b claude',
    'nix shell nixpkgs#claude-code',
    'nix develop claude',
    // Others of its commands behind options, and those that start a shell.
    'codex --full-auto exec "fix it"',
    'codex -m o3 exec "fix it"',
    'codex sandbox bash',
    'opencode run hello',
    'docker exec -it box bash',
    // Texts that stand in the line, and what is only put in for a word.
    'cat <<EOF > x\nclaude\nEOF',
    "cat <<'EOF' | tee x\nclaude\nEOF",
    'cat <<-EOF\n\tclaude\n\tEOF\necho',
    'claude <<< "hello"',
    'echo $(claude)',
    'export X=$(claude)',
    'echo `claude`',
    'echo (claude)',
    'diff <(claude) <(codex)',
    // Only defined.
    'f() { claude; }',
    'function f { claude; }',
    'function f; claude; end',
    // Groups without a terminal, and in the background.
    '(claude) < x',
    '{ claude; } > log',
    'echo x | (claude)',
    'echo x | { cd y; claude; }',
    '(cd x && claude) | cat',
    '(cd x && claude) &',
    'cd x && claude &',
    'sh -c "claude &"',
    // What only asks about it.
    'command -v claude',
    'sudo -l claude',
    'sudo -e claude',
    'su claude',
    'docker compose exec claude sh',
    'kubectl exec -it claude -- bash',
    'tmux new -s claude',
    'claude -cp "explain"',
    'codex -c model="o3" exec x',
    'codex --config a=b exec x',
    'gh copilot suggest "x"',
    'pwsh -NoProfile',
    'cmd /k',
    'nvm use claude',
    'pwsh claude',
    '$AGENT',
    '"',
    "'claude",
    'q',
    'python',
  ]) {
    test(line, () => {
      assert.deepEqual(agentsIn(line), []);
    });
  }
});

test('where several programs may run, none is known to', () => {
  const facts = (commandLine: string): TerminalFacts => ({
    running: { commandLine, isTrusted: true },
    isTold: true,
    own: [],
    title: 'bash',
  });
  const sure = (line: string): boolean | undefined => {
    const reader = readerOf(facts(line), programs);
    return reader.kind === 'agent' ? reader.isSure : undefined;
  };
  assert.deepEqual(['claude', 'cd x && claude', 'make && claude', 'claude; bash'].map(sure), [
    true,
    true,
    false,
    false,
  ]);
});

describe('who reads in a terminal', () => {
  const told = (commandLine: string, title = 'bash'): TerminalFacts => ({
    running: { commandLine, isTrusted: true },
    isTold: true,
    own: [],
    title,
  });
  const untold = (title: string, ...own: readonly string[]): TerminalFacts => ({
    running: undefined,
    isTold: false,
    own,
    title,
  });
  const shown = (reader: Reader): string => {
    if (reader.kind === 'agent') return `${reader.agent.name}${reader.isSure ? '' : '?'}`;
    if (reader.kind === 'shell') return 'shell';
    return `${reader.name} ${reader.scope} ${reader.languageId ?? ''}`.trim();
  };
  const rows: readonly (readonly [TerminalFacts, string])[] = [
    [told('claude'), 'claude'],
    [told('make'), 'shell'],
    [told('bash'), 'shell'],
    [told('cc', 'claude'), 'claude?'],
    [told('bash', '✳ Claude Code'), 'claude?'],
    [told('python3'), 'python3 code python'],
    [told('python3 -i'), 'python3 code python'],
    [told('python3 train.py'), 'shell'],
    [told('python3 -c "input()"'), 'shell'],
    [told('node'), 'node code javascript'],
    [told('node --inspect'), 'node code javascript'],
    [told('node server.js'), 'shell'],
    [told('psql -h db shop'), 'psql code sql'],
    [told('sqlite3 shop.db'), 'sqlite3 code sql'],
    [told('irb'), 'irb code ruby'],
    [told('git commit'), 'git prose'],
    [told('git log'), 'shell'],
    [told('git -C x commit --amend'), 'git prose'],
    [told('git commit -am x'), 'shell'],
    [told('git tag v1'), 'shell'],
    [told('gh pr create --fill'), 'shell'],
    [told('ollama serve'), 'shell'],
    [told('llm "what"'), 'shell'],
    [told('python3 -i train.py'), 'python3 code python'],
    [told('python3 -X dev'), 'python3 code python'],
    [told('python3 -m pdb train.py'), 'pdb code python'],
    [told('node -r ./x'), 'node code javascript'],
    [told('iex -S mix'), 'iex code elixir'],
    [told('bundle exec rails c'), 'rails code ruby'],
    [told('python manage.py shell'), 'manage code python'],
    [told('rails server'), 'shell'],
    [told('php -a'), 'php code php'],
    [told('psql -c "select 1"'), 'shell'],
    [told('psql -f x.sql'), 'shell'],
    [told('sqlite3 x.db .tables'), 'shell'],
    [told('docker exec -it db psql -U me'), 'psql code sql'],
    [told('nano notes.md'), 'nano prose'],
    [told('ollama run llama'), 'ollama prose'],
    [told('echo x | python3'), 'shell'],
    [untold('zsh'), 'shell'],
    [untold('claude'), 'claude?'],
    [untold('✳ Fix the parser'), 'shell'],
    // A folder, as shells have it in their title.
    [untold('~/claude'), 'shell'],
    [untold('/srv/codex'), 'shell'],
    [untold('/claude'), 'shell'],
    [untold('.claude'), 'shell'],
    [untold('⠂ Claude Code'), 'claude?'],
    [untold('codex - project'), 'codex?'],
    [untold('python3'), 'shell'],
    [told('other', 'node'), 'shell'],
    [untold('claude tests'), 'shell'],
    [untold('anything', '/usr/bin/claude', '--resume'), 'claude'],
    [untold('anything', '/bin/bash', '-c', 'claude'), 'claude'],
    [untold('zsh', '/bin/zsh'), 'shell'],
    [untold('claude', '/bin/zsh', '-l'), 'claude?'],
    [{ ...untold('claude'), isTold: true }, 'shell'],
    [{ ...told('claude'), running: { commandLine: 'claude', isTrusted: false } }, 'claude?'],
  ];
  for (const [facts, reader] of rows) {
    test(`${reader}: ${JSON.stringify(facts)}`, () => {
      assert.equal(shown(readerOf(facts, programs)), reader);
    });
  }
});

test('a person adds an agent of their own, and takes those out that they do not have', () => {
  const own = ['my-agent'];
  const names = ['my-agent --fast', 'npx my-agent', 'claude'].map((line) =>
    invocationsIn(line).map((one) => agentIn(one, own)?.name),
  );
  assert.deepEqual(
    [names, agentInTitle('my-agent', own)?.name, agentInTitle('claude', own)?.name],
    [[['my-agent'], ['my-agent'], [undefined]], 'my-agent', undefined],
  );
});

test('any line and any argument list is read, however odd', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.string()), (line, args) => {
      invocationsIn(line);
      invocationOf(args);
      readerOf({ running: undefined, isTold: false, own: args, title: line }, programs);
    }),
  );
});

test('a long line takes no long time', () => {
  const attacks = [
    'a'.repeat(19_000),
    "'".repeat(19_000),
    '\\'.repeat(19_001),
    'sudo '.repeat(3_800),
    '"\\'.repeat(9_000),
    '$('.repeat(9_000),
    '"$('.repeat(6_000),
    '`'.repeat(19_001),
    '('.repeat(19_000),
    'a ('.repeat(6_000),
    '{ '.repeat(9_000),
    'cat <<EOF\n'.repeat(1_900),
    'f() '.repeat(4_000),
    'cat <<A <<B <<C\n'.repeat(1_200),
  ];
  for (const line of attacks) {
    const began = performance.now();
    invocationsIn(line);
    // Far from what it takes, and far from what catastrophic backtracking would.
    assert.ok(performance.now() - began < 5000, line.slice(0, 10));
  }
});
