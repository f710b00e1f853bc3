'use strict';
// Bundles the extension: dist/extension.js is loaded at activation, with the recorder, which a key press
// needs at once, and dist/other-recorders.js where there is no sox; dist/dictate.js (network, runs, text and
// the places it goes to) at the first dictation;
// dist/dictation-talk.js with that;
// dist/dialogs.js when there is first something to tell, or a person asks to see something; dist/diagnose.js
// when a recording has begun, a file is transcribed, or which microphone there is or what is wrong is asked;
// dist/status-details.js when a window has come to rest;
// dist/recogniser.js and dist/pvrecorder.js in processes of their own.
// dist/data has what dictate.js knows of words and letters: JSON, made from modules of the source.
// `--production` minifies, `--watch` rebuilds on change.
const { DataModules } = require('./build/data-modules');
const { hostModules } = require('./build/host-modules');
const { privateNames } = require('./build/private-names');
const esbuild = require('esbuild');
const fs = require('node:fs');
const path = require('node:path');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** The most that all bundles together may be; the build fails above it. */
const BUDGET_BYTES = 664 * 1024;

/** What is known of words and letters, read at the first dictation: not code, but in the package, too. */
const DATA_BUDGET_BYTES = 184 * 1024;

/** Read and compiled whenever a window opens. */
const ACTIVATION_BUDGET_BYTES = 64 * 1024;

/**
 * Leaves out what a client that neither compresses nor serves never runs.
 * @type {import('esbuild').Plugin}
 */
const lean = {
  name: 'lean',
  setup(build) {
    // ws: its entry imports the server too. Only the client, WebSocket, is used here.
    build.onResolve({ filter: /^ws$/ }, async ({ resolveDir, kind, pluginData }) => {
      if (pluginData === 'lean') return undefined;
      const found = await build.resolve('ws', { resolveDir, kind, pluginData: 'lean' });
      return { ...found, sideEffects: false };
    });
    build.onResolve(
      { filter: /^\.\/lib\// },
      async ({ path, importer, resolveDir, kind, pluginData }) => {
        if (pluginData === 'lean' || !/[\\/]ws[\\/]wrapper\.mjs$/.test(importer)) return undefined;
        const found = await build.resolve(path, { resolveDir, kind, pluginData: 'lean' });
        return { ...found, sideEffects: false };
      },
    );
    // Sessions are opened with `perMessageDeflate: false`: ws then looks at nothing of the extension
    // but its name, and refuses a server that answers with an extension header before reading it.
    build.onLoad({ filter: /[\\/]ws[\\/]lib[\\/]permessage-deflate\.js$/ }, () => ({
      contents: "module.exports = class { static extensionName = 'permessage-deflate'; };",
    }));
    build.onLoad({ filter: /[\\/]ws[\\/]lib[\\/]extension\.js$/ }, () => ({
      contents: 'module.exports = {};',
    }));
    // We listen as Node does, with `on`; ws has browsers' `addEventListener` as well.
    build.onLoad({ filter: /[\\/]ws[\\/]lib[\\/]event-target\.js$/ }, () => ({
      contents: 'module.exports = { EventTarget: {} };',
    }));
    // Requires as well, from whatever folder of ours they are asked for.
    build.onResolve({ filter: /\/status-details$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './status-details', external: true } : undefined,
    );
    build.onResolve({ filter: /\/dialogs$/ }, () => ({ path: './dialogs', external: true }));
    build.onResolve({ filter: /\/dictation-talk$/ }, () => ({
      path: './dictation-talk',
      external: true,
    }));
    // A recorder that records is watched, cues are played and files are read by what diagnose.js exports for it.
    build.onResolve({ filter: /\/(source-watch|play-cue|read-audio-file)$/ }, ({ kind }) =>
      kind === 'dynamic-import' ? { path: './diagnose', external: true } : undefined,
    );
    // node-record-lpcm16 traces through debug, which would print the child's environment.
    build.onLoad({ filter: /[\\/]node-record-lpcm16[\\/]index\.js$/ }, ({ path: file }) => ({
      contents: fs.readFileSync(file, 'utf8').replace(/^.*\bdebug\b.*$/gm, ''),
    }));
  },
};

const data = new DataModules('dist');

/** @type {import('esbuild').Plugin} */
const budget = {
  name: 'budget',
  setup(build) {
    build.onEnd((result) => {
      if (!production || result.metafile === undefined) return;
      const bytes = Object.values(result.metafile.outputs).map((output) => output.bytes);
      const sum = bytes.reduce((total, each) => total + each, 0);
      const activation = result.metafile.outputs['dist/extension.js']?.bytes ?? Infinity;
      const dataSum = [...data.sizes.values()].reduce((total, each) => total + each, 0);
      for (const [what, size, most] of /** @type {const} */ ([
        ['dist/extension.js', activation, ACTIVATION_BUDGET_BYTES],
        ['all bundles', sum, BUDGET_BYTES],
        ['dist/data', dataSum, DATA_BUDGET_BYTES],
      ])) {
        console.log(`${what}: ${(size / 1024).toFixed(1)} KiB of ${String(most / 1024)}`);
        if (size > most) throw new Error(`${what}: ${size} bytes, over the budget of ${most}`);
      }
    });
  },
};

/**
 * The licences of the packages that are in the bundles, as each asks to be shipped with its code.
 * @param {import('esbuild').Metafile} metafile
 */
function licences({ outputs }) {
  const inputs = Object.values(outputs).flatMap((output) => Object.keys(output.inputs));
  const folders = inputs.flatMap(
    (input) => input.match(/^.*node_modules\/(?:@[^/]+\/)?[^/]+/) ?? [],
  );
  const texts = [...new Set(folders)].map((folder) => {
    const { name, version, license } = JSON.parse(
      fs.readFileSync(path.join(folder, 'package.json'), 'utf8'),
    );
    const file = fs.readdirSync(folder).find((each) => /^licen[cs]e(\.\w+)?$/i.test(each));
    if (file === undefined || !license) throw new Error(`${folder} has no licence`);
    const text = fs.readFileSync(path.join(folder, file), 'utf8').trim();
    return `${name} ${version} (${license})\n\n${text}\n`;
  });
  return texts.sort().join(`\n${'-'.repeat(80)}\n\n`);
}

async function main() {
  fs.rmSync('dist', { recursive: true, force: true });
  const context = await esbuild.context({
    entryPoints: {
      extension: 'src/extension.ts',
      dictate: 'src/dictate.ts',
      dialogs: 'src/ui/dialogs.ts',
      'status-details': 'src/ui/status/status-details.ts',
      'dictation-talk': 'src/ui/dictation-talk.ts',
      diagnose: 'src/diagnose.ts',
      recogniser: 'src/recognition/on-device/child/main.ts',
      'other-recorders': 'src/audio/other-recorders.ts',
      pvrecorder: 'src/audio/pvrecorder/child/main.ts',
      'dictation-recorder': 'src/audio/sox/dictation-recorder.js',
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outdir: 'dist',
    // `./dictate` stays a require, so that it is read only when it is first needed; a native import
    // would need the file's extension.
    external: ['./dictate', './diagnose'],
    // ws looks for optional native add-ons; there are none beside a bundle.
    define: {
      'process.env.WS_NO_BUFFER_UTIL': '"1"',
      'process.env.WS_NO_UTF_8_VALIDATE': '"1"',
    },
    legalComments: 'none',
    // Node 20 knows all that our expressions name; esbuild looks at newer names of Unicode's, too.
    supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
    minify: production,
    ...(production && { mangleProps: privateNames('src') }),
    charset: 'utf8',
    sourcemap: production ? false : 'linked',
    metafile: true,
    logLevel: 'warning',
    plugins: [lean, hostModules, data.plugin(), budget],
  });
  if (watch) return context.watch();
  const { metafile } = await context.rebuild();
  await context.dispose();
  // Read by test/package: which modules activation evaluates, and what is in each bundle.
  fs.mkdirSync('out', { recursive: true });
  fs.writeFileSync('out/metafile.json', JSON.stringify(metafile));
  fs.writeFileSync('dist/LICENSES.txt', licences(metafile));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
