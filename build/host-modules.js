'use strict';
// esbuild copies a whole CommonJS module, a getter for each of its names, wherever a file imports it as
// a namespace or by default: VS Code has three hundred names, and thirty files of ours import it. Here
// it is imported once, by the names that are used, and a call goes straight to what it calls.
const fs = require('node:fs');

/** What `vscode` exports besides types: each a line of its declarations. */
const DECLARED = /^\texport (?:abstract )?(?:class|const|enum|function|let|namespace) (\w+)/gm;

/** What Node's own modules are imported by default. */
const BY_DEFAULT = /^node:(?:os|path)$/;

/** @type {import('esbuild').Plugin} */
const hostModules = {
  name: 'host-modules',
  setup(build) {
    const declarations = require.resolve('@types/vscode/index.d.ts');
    const names = new Set(
      [...fs.readFileSync(declarations, 'utf8').matchAll(DECLARED)].map(([, name]) => name),
    );
    const host = ({ path, namespace }) =>
      namespace === 'host' ? { path, external: true } : { path, namespace: 'host' };
    build.onResolve({ filter: /^vscode$/ }, host);
    build.onResolve({ filter: BY_DEFAULT }, host);
    build.onLoad({ filter: /^vscode$/, namespace: 'host' }, () => ({
      contents: byName('vscode', [...names]),
    }));
    build.onLoad({ filter: BY_DEFAULT, namespace: 'host' }, ({ path }) => ({
      contents: `${byName(path, Object.keys(require(path)))}export default host;`,
    }));
  },
};

/**
 * A module that exports what `module` has under `names`; what nobody imports is left out of a bundle.
 * @param {string} module
 * @param {readonly string[]} names
 */
function byName(module, names) {
  const exports = names.map((name) => `export const ${name} = /* @__PURE__ */ named('${name}');\n`);
  return `const host = require('${module}');const named = (name) => host[name];${exports.join('')}`;
}

module.exports = { hostModules };
