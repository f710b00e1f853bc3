import { chmod, writeFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * What a coding agent does with its terminal, and nothing else: it takes bracketed pastes, draws its
 * prompt anew whenever that changes, and shows what was sent to it.
 */
const AGENT = `
process.stdin.setRawMode(true);
process.stdin.setEncoding('utf8');
const sent = [];
let prompt = '';
let isPaste = false;
const draw = () => {
  const said = sent.map((text) => 'You said: ' + text.replaceAll('\\n', ' / '));
  const lines = [...said, '─'.repeat(40), ...('> ' + prompt).split('\\n'), '─'.repeat(40)];
  process.stdout.write('\\u001b[2J\\u001b[H' + lines.join('\\r\\n'));
};
const KEYS = /\\u001b\\[200~|\\u001b\\[201~|\\u001b\\r|[^]/gu;
process.stdin.on('data', (data) => {
  for (const [key] of data.matchAll(KEYS)) {
    if (key === '\\u0003' || key === '\\u0004') {
      process.stdout.write('\\u001b[?2004l\\u001b[2J\\u001b[H');
      process.exit();
    } else if (key === '\\u001b[200~') isPaste = true;
    else if (key === '\\u001b[201~') isPaste = false;
    else if (key === '\\u007f') prompt = [...prompt].slice(0, -1).join('');
    else if (key === '\\u001b\\r' || (key === '\\r' && isPaste)) prompt += '\\n';
    else if (key === '\\r') {
      sent.push(prompt);
      prompt = '';
    } else prompt += key;
  }
  draw();
});
setTimeout(() => {
  process.stdout.write('\\u001b[?2004h');
  draw();
}, 300);
`;

/** Writes the program `claude` into `folder`, which reads its terminal as Claude Code does. */
export async function writePracticeAgent(folder: string): Promise<void> {
  const file = path.join(folder, 'claude');
  const script = path.join(folder, 'practice-agent.js');
  await writeFile(script, AGENT);
  await writeFile(file, `#!/bin/sh\nexec '${process.execPath}' '${script}'\n`);
  await chmod(file, 0o755);
}
