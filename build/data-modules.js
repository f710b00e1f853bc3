'use strict';
// What is known of words is data, a third of everything: a module that exports nothing but that is
// evaluated here and written as JSON beside the bundles, which read it when they first need it.
const { buildSync } = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

/** Spoken languages, one a file, and the other lists of words and letters. */
const DATA_MODULE =
  /src[\\/]text[\\/](?:languages[\\/](?:[a-z]{2}|other-languages)|vocabulary[\\/](?:common-words|letter-tables))\.ts$/;

/** The data modules of a build: each is taken out of the bundles. */
class DataModules {
  /** Sizes by file, for the budget. @type {Map<string, number>} */
  sizes = new Map();

  /** @param {string} outdir */
  constructor(outdir) {
    this.outdir = outdir;
  }

  /** @returns {import('esbuild').Plugin} */
  plugin() {
    return {
      name: 'data-modules',
      setup: (build) => {
        build.onResolve({ filter: /^\.\/data\// }, ({ path }) => ({ path, external: true }));
        build.onLoad({ filter: DATA_MODULE }, ({ path: file }) => {
          const { exported, inputs } = evaluate(file);
          const name = `${path.basename(file, '.ts')}.json`;
          const text = JSON.stringify(exported, toPlain);
          fs.mkdirSync(path.join(this.outdir, 'data'), { recursive: true });
          fs.writeFileSync(path.join(this.outdir, 'data', name), text);
          this.sizes.set(name, Buffer.byteLength(text));
          const constants = Object.keys(exported).map(
            (each) => `export const ${each}=data.${each};`,
          );
          return {
            contents: `import{fromPlain}from${JSON.stringify(require.resolve('./from-plain.ts'))};
              const data=fromPlain(require('./data/${name}'));${constants.join('')}`,
            resolveDir: path.dirname(file),
            watchFiles: inputs,
          };
        });
      },
    };
  }
}

/**
 * What a module exports.
 * @param {string} file
 */
function evaluate(file) {
  const { outputFiles, metafile } = buildSync({
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
  });
  const module = { exports: {} };
  new Function('module', 'exports', outputFiles[0].text)(module, module.exports);
  return { exported: { ...module.exports }, inputs: Object.keys(metafile.inputs) };
}

/**
 * A value as JSON can have it; `fromPlain` makes it what it was.
 * @param {string} key
 * @param {unknown} value
 */
function toPlain(key, value) {
  if (value instanceof Set) {
    const members = [...value];
    const isWords = members.every((each) => typeof each === 'string' && /^\S+$/.test(each));
    return isWords ? { $words: words(members) } : { $set: members };
  }
  if (value instanceof RegExp) return { $regexp: [value.source, value.flags] };
  if (typeof value === 'function' || value instanceof Map) throw new Error(`${key} is not data`);
  return value;
}

/**
 * Most of all there is, and mostly in the order of the alphabet: each word is how many characters it
 * begins with of the one before it, a digit, and the rest.
 * @param {readonly string[]} members
 */
function words(members) {
  return members
    .map((word, index) => {
      const before = members[index - 1] ?? '';
      let shared = 0;
      while (shared < 9 && shared < word.length && word[shared] === before[shared]) shared++;
      return `${shared}${word.slice(shared)}`;
    })
    .join(' ');
}

module.exports = { DataModules };
