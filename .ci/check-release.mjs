// A release is one version everywhere (the tag, package.json, the lock file, the top of the changelog), in all
// of its languages.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const read = (file) => readFileSync(path.join(root, file), 'utf8');
const { version } = JSON.parse(read('package.json'));
const found = {
  tag: process.argv[2] ?? `v${version}`,
  lock: JSON.parse(read('package-lock.json')).version,
  changelog: /^## (\S+)$/m.exec(read('CHANGELOG.md'))?.[1],
};
const wrong = Object.entries(found).filter(
  ([, each]) => each !== version && each !== `v${version}`,
);
for (const [where, each] of wrong) {
  console.error(`package.json is of ${version}, the ${where} of ${String(each)}`);
}
const untranslated = JSON.parse(read('l10n/untranslated.json'));
for (const text of untranslated) console.error(`not translated: ${text}`);
process.exitCode = wrong.length + untranslated.length === 0 ? 0 : 1;
