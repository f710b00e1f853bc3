import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Echo } from '../../../../src/editor/agents/echo';

/** What Claude Code 2.1.332 has written in a terminal of VS Code, but for what is drawn around its prompt. */
const CLAUDE = {
  start:
    '\u001b[?2026h\u001b[1mClaude\u001b[19GCode\u001b[22m\r\r\n❯ \u001b[7m \u001b[27m\r\r\n\r\n\r\n\u001b[2C\u001b[3A\u001b[?2026l',
  line: '\u001b[?2026h\u001b[2D\u001b[3B\r\u001b[2C\u001b[3AExplain\u001b[11Gwhat\u001b[16Gthis\u001b[21Gfunction\u001b[30Greturns.\u001b[7m \r\u001b[18C\u001b[2B\u001b[27m                                 \r\r\n\u001b[37C\u001b[3A\u001b[?2026l',
  hint: '\u001b[?2026h\u001b[37D\u001b[3B\r\u001b[109C\u001b[1A   \u001b[38;5;246m◐ medium · /effort\u001b[39m\r\r\n\u001b[37C\u001b[3A\u001b[?2026l',
  hintIsGone:
    '\u001b[?2026h\u001b[37D\u001b[3B\r\u001b[41C\u001b[1A\u001b[K\r\r\n\u001b[37C\u001b[3A\u001b[?2026l',
  title: '\u001b]0;✳ Claude Code\u0007',
  typed:
    '\u001b[?2026h\u001b[37D\u001b[3B\r\u001b[37C\u001b[3A!\u001b[7m \u001b[27m\r\r\n\r\n\r\n\u001b[38C\u001b[3A\u001b[?2026l',
  deleted:
    '\u001b[?2026h\u001b[37D\u001b[3B\r\u001b[36C\u001b[3A\u001b[7m \u001b[27m\u001b[K\r\r\n\r\n\r\n\u001b[36C\u001b[3A\u001b[?2026l',
  sent: '\u001b[?2026h\u001b[37D\u001b[3B\r\u001b[2C\u001b[3A\u001b[7m \u001b[27m\u001b[K\r\r\n\r\n\r\n\u001b[2C\u001b[3A\u001b[?2026l',
};

/** The same of Codex 0.171.0. */
const CODEX = {
  start:
    '\u001b[?2026h\u001b[41;1H› Ask Codex to do anything\u001b[39m\u001b[41;3H\u001b[?25h\u001b[?2026l',
  line: '\u001b[?2026h\u001b[?25l\u001b[41;3H\u001b[39;48;2;240;240;242mFix\u001b[41;7Hit.\u001b[39m\u001b[49m\u001b[0m\u001b[41;10H\u001b[?25h\u001b[?2026l',
  again: '\u001b[?2026h\u001b[39m\u001b[49m\u001b[0m\u001b[41;10H\u001b[?25h\u001b[?2026l',
  warning: '\u001b[?2026h\u001b[?25l\u001b[43;86H⚠ 1 warning\u001b[41;10H\u001b[?25h\u001b[?2026l',
  higher:
    '\u001b[?2026h\u001b[?25l\u001b[41;1H\u001b[K\u001b[43;3HGPT default\u001b[39;1H› Fix it.\u001b[39;10H\u001b[?25h\u001b[?2026l',
  sent: '\u001b[?2026h\u001b[?25l\u001b[30;1H› Fix it.\u001b[41;3H\u001b[K\u001b[41;3H\u001b[?25h\u001b[?2026l',
  typed: '\u001b[?2026h\u001b[?25l\u001b[41;10H!\u001b[41;11H\u001b[?25h\u001b[?2026l',
};

/** A program that draws all of its screen anew, and leaves the caret below. */
const frame = (prompt: string, hint = ''): string =>
  `\u001b[2K\u001b[1A\u001b[2K\u001b[1A\u001b[2K\u001b[G│ > ${prompt} │\r\n╰──╯\r\n${hint}\r\n`;

/** Whether nothing has come between, when these have been written, a second apart. */
function isUntouched(text: string, start: string, ...written: readonly string[]): boolean {
  let nowMs = 0;
  const echo = new Echo(() => nowMs);
  echo.printed(start);
  echo.await(text, true);
  for (const data of written) {
    nowMs += 30;
    echo.printed(data);
    nowMs += 1000;
  }
  return echo.isUntouched;
}

test('what an agent writes beside its prompt does not come between', () => {
  const { start, line, hint, hintIsGone, title } = CLAUDE;
  const said = 'Explain what this function returns.';
  assert.deepEqual(
    {
      echo: isUntouched(said, start, line),
      hints: isUntouched(said, start, line, hint, title, hintIsGone),
      codex: isUntouched(
        'Fix it.',
        CODEX.start,
        CODEX.line,
        CODEX.again,
        CODEX.warning,
        CODEX.again,
      ),
      codexHigher: isUntouched('Fix it.', CODEX.start, CODEX.line, CODEX.higher, CODEX.higher),
    },
    { echo: true, hints: true, codex: true, codexHigher: true },
  );
});

test('whatever is done at the prompt does', () => {
  const { start, line, hint, typed, deleted, sent } = CLAUDE;
  const said = 'Explain what this function returns.';
  const answered = '\u001b[?2026h\u001b[35C\u001b[1A⏺ Hi.\r\r\n\u001b[37C\u001b[?2026l';
  assert.deepEqual(
    {
      typed: isUntouched(said, start, line, typed),
      typedAfterHint: isUntouched(said, start, line, hint, typed, hint),
      deleted: isUntouched(said, start, line, deleted),
      sent: isUntouched(said, start, line, sent),
      // As wide as what was said.
      sentAndTyped: isUntouched(said, start, line, sent, answered),
      codex: isUntouched('Fix it.', CODEX.start, CODEX.line, CODEX.again, CODEX.typed),
      codexSent: isUntouched('Fix it.', CODEX.start, CODEX.line, CODEX.sent),
    },
    {
      typed: false,
      typedAfterHint: false,
      deleted: false,
      sent: false,
      sentAndTyped: false,
      codex: false,
      codexSent: false,
    },
  );
});

test('where the caret does not go along, whatever comes may be what somebody has typed', () => {
  assert.deepEqual(
    {
      echo: isUntouched('Fix it.', frame(''), frame('Fix it.')),
      hint: isUntouched('Fix it.', frame(''), frame('Fix it.'), frame('Fix it.', 'hint')),
      typed: isUntouched('Fix it.', frame(''), frame('Fix it.'), frame('Fix it.!')),
      unknownBefore: isUntouched('Fix it.', '', frame('Fix it.'), frame('Fix it.!')),
    },
    { echo: true, hint: false, typed: false, unknownBefore: false },
  );
});

test('somebody who types so soon that it comes with the echo is seen, and what is drawn with it is not taken for that', () => {
  assert.deepEqual(
    {
      typed: isUntouched('Fix it.', '\r> ', 'Fix it.!'),
      drawn: isUntouched('Fix it.', '\r> ', 'Fix it.\r\n────\u001b[1A\r\u001b[9C'),
    },
    { typed: false, drawn: true },
  );
});
