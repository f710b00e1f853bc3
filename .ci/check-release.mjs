// A release is one version everywhere: the tag, package.json, the lock file and the top of the changelog.
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
process.exitCode = wrong.length === 0 ? 0 : 1;
