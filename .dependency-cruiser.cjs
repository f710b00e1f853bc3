/** The rooms of the house and what each may import (design.md §2; CONTRIBUTING.md). */
const NODE = { dependencyTypes: ['core'] };
const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
// `vscode` has no code on disk: it resolves to its types.
const VSCODE = '^(node_modules/@types/)?vscode(/|$)';

const room = (name, allowed) => ({
  name: `${name}-imports-only-${allowed.join('-and-')}`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: `^src/(${[name, ...allowed].join('|')})/` },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: { path: '^(src|test)/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^vscode$' },
    },
    {
      name: 'src-never-imports-test',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^test/' },
    },
    {
      name: 'nothing-imports-the-entry',
      severity: 'error',
      from: {},
      to: { path: '^src/extension\\.ts$' },
    },
    {
      name: 'only-the-entry-loads-the-lazy-halves',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/extension\\.ts$' },
      to: { path: '^src/(dictate|diagnose)\\.ts$' },
    },
    {
      name: 'the-lazy-halves-know-no-ui',
      severity: 'error',
      from: { path: '^src/(dictate|diagnose)\\.ts$' },
      to: { path: '^src/ui/' },
    },
    {
      name: 'the-entry-loads-the-lazy-halves-late',
      severity: 'error',
      from: { path: '^src/extension\\.ts$' },
      to: {
        path: '^src/(dictate|diagnose)\\.ts$',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'the-roots-are-three-files',
      severity: 'error',
      from: { path: '^src/[^/]+$', pathNot: '^src/(extension|dictate|diagnose)\\.ts$' },
      to: {},
    },
    {
      name: 'the-entry-leaves-network-text-and-places-to-the-lazy-half',
      severity: 'error',
      from: { path: '^src/extension\\.ts$' },
      // What terminals run is told as it begins, and never again.
      to: {
        path: '^src/(recognition|text|editor)/',
        pathNot: '^src/editor/agents/terminal-executions\\.ts$',
      },
    },
    room('core', []),
    room('text', ['core']),
    room('dictation', ['core']),
    room('audio', ['core']),
    room('recognition', ['core']),
    {
      name: 'no-provider-knows-another',
      severity: 'error',
      from: { path: '^src/recognition/([^/]+)/' },
      to: { path: '^src/recognition/', pathNot: '^src/recognition/$1/' },
    },
    room('editor', ['core', 'text']),
    room('storage', ['core']),
    room('ui', ['core', 'dictation', 'storage']),
    {
      name: 'ui-uses-dictation-as-types-only',
      severity: 'error',
      from: { path: '^src/ui/' },
      to: { path: '^src/dictation/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pure-rooms-use-no-node-and-no-packages',
      severity: 'error',
      from: { path: '^src/(core|text|dictation)/' },
      to: { dependencyTypes: [...NODE.dependencyTypes, ...PACKAGES] },
    },
    {
      name: 'vscode-only-in-editor-ui-and-the-roots',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(editor/|ui/|(extension|dictate)\\.ts$)' },
      to: { path: VSCODE },
    },
    {
      name: 'only-the-session-uses-ws',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/recognition/assemblyai/' },
      to: { path: ['^ws$', '^node_modules/ws/', '^node_modules/@types/ws/'] },
    },
    {
      name: 'only-audio-uses-node-record-lpcm16',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/audio/sox/' },
      to: { path: 'node-record-lpcm16' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
