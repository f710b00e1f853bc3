'use strict';
// Bundles the extension: dist/extension.js is loaded at activation, dist/engine.js (microphone,
// socket, protocol) at the first dictation. `--production` minifies, `--watch` rebuilds on change.
const esbuild = require('esbuild');
const fs = require('node:fs');

const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/** What a person's editor has to load, all files together; the build fails above it. */
const BUDGET_BYTES = 96 * 1024;

/** @type {import('esbuild').Plugin} */
const budget = {
  name: 'budget',
  setup(build) {
    build.onEnd((result) => {
      if (!production || result.metafile === undefined) return;
      const sizes = Object.entries(result.metafile.outputs).map(([name, o]) => [name, o.bytes]);
      const total = sizes.reduce((sum, [, bytes]) => sum + bytes, 0);
      for (const [name, bytes] of sizes) console.log(`${name}: ${(bytes / 1024).toFixed(1)} KiB`);
      if (total > BUDGET_BYTES) {
        throw new Error(`bundle is ${total} bytes, over the budget of ${BUDGET_BYTES}`);
      }
    });
  },
};

async function main() {
  fs.rmSync('dist', { recursive: true, force: true });
  const context = await esbuild.context({
    entryPoints: {
      extension: 'src/extension.ts',
      engine: 'src/engine.ts',
      'dictation-recorder': 'src/audio/dictation-recorder.cjs',
    },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outdir: 'dist',
    // `./engine` stays a require, so that the engine is read only when it is first needed.
    external: ['vscode', './engine', 'bufferutil', 'utf-8-validate'],
    minify: production,
    sourcemap: production ? false : 'linked',
    metafile: true,
    logLevel: 'warning',
    plugins: [budget],
  });
  if (watch) return context.watch();
  const { metafile } = await context.rebuild();
  await context.dispose();
  // Read by test/package: which modules activation evaluates, and what is in each bundle.
  fs.mkdirSync('out', { recursive: true });
  fs.writeFileSync('out/metafile.json', JSON.stringify(metafile));
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
