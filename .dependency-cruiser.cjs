/** The rooms of the house and what each may import (CONTRIBUTING.md, "The house"). */
const NODE = { dependencyTypes: ['core'] };
const PACKAGES = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'];
// `vscode` has no code on disk: it resolves to its types.
const VSCODE = '^(node_modules/@types/)?vscode(/|$)';

const anchored = (path) => `^src/${path}(/|\\.ts$)`;

/** A folder of `src/` and the others that it may import; test/package/house.test.ts asks for one of each. */
const room = (name, allowed) => ({
  name: `${name}-imports-only-${allowed.join('-and-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${name}/` },
  to: { path: '^src/', pathNot: [name, ...allowed].map(anchored) },
});

/** A folder of a room, and what else of that room it may import. */
const subRoom = (floor, name, allowed) => ({
  name: `${floor}-${name}-imports-only-${allowed.join('-and-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${floor}/${name}/` },
  to: {
    path: `^src/${floor}/`,
    pathNot: [name, ...allowed].map((path) => anchored(`${floor}/${path}`)),
  },
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
      name: 'only-the-entry-knows-the-window',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/extension\\.ts$' },
      to: { path: '^src/window\\.ts$' },
    },
    {
      name: 'only-the-window-loads-the-lazy-halves',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/window\\.ts$' },
      to: { path: '^src/(dictate|diagnose)\\.ts$' },
    },
    {
      name: 'the-lazy-halves-know-no-ui',
      severity: 'error',
      from: { path: '^src/(dictate|diagnose)\\.ts$' },
      to: { path: '^src/ui/' },
    },
    {
      name: 'the-window-loads-the-lazy-halves-late',
      severity: 'error',
      from: { path: '^src/window\\.ts$' },
      to: {
        path: '^src/(dictate|diagnose)\\.ts$',
        dependencyTypesNot: ['dynamic-import', 'type-only'],
      },
    },
    {
      name: 'the-roots-are-four-files',
      severity: 'error',
      from: { path: '^src/[^/]+$', pathNot: '^src/(extension|window|dictate|diagnose)\\.ts$' },
      to: {},
    },
    {
      name: 'the-window-leaves-network-text-and-places-to-the-lazy-half',
      severity: 'error',
      from: { path: '^src/(extension|window)\\.ts$' },
      // What terminals run is told as it begins, and never again.
      to: {
        path: '^src/(recognition|text|editor)/',
        pathNot: '^src/editor/agents/terminal-executions\\.ts$',
      },
    },
    room('core', []),
    room('text', ['core']),
    // Words of marks and commands are told by the ids that prose and code have for them.
    subRoom('text', 'languages', [
      'spoken-command',
      'prose/marks',
      'code/(symbols|formatters)',
      'vocabulary/(english|common-words)',
    ]),
    {
      name: 'languages-know-code-and-prose-by-their-ids-only',
      severity: 'error',
      from: { path: '^src/text/languages/' },
      to: { path: '^src/text/(code|prose)/', dependencyTypesNot: ['type-only'] },
    },
    subRoom('text', 'languages/mention', ['languages/language']),
    subRoom('text', 'languages/ordinary', [
      'languages/language',
      'vocabulary/(english|common-words)',
    ]),
    subRoom('text', 'seam', ['languages']),
    subRoom('text', 'syntax', []),
    subRoom('text', 'vocabulary', ['syntax', 'languages/ordinary/ordinary-words']),
    subRoom('text', 'code', ['languages', 'seam', 'syntax', 'vocabulary/respell', 'placeholder']),
    subRoom('text', 'prose', ['languages', 'seam', 'spoken-command']),
    subRoom('text', 'prompts', ['languages', 'prose', 'vocabulary', 'compose']),
    {
      name: 'prompts-know-how-text-is-composed-by-its-types-only',
      severity: 'error',
      from: { path: '^src/text/prompts/' },
      to: { path: '^src/text/compose\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    subRoom('text', 'polish', ['languages']),
    room('dictation', ['core']),
    subRoom('dictation', 'key', []),
    subRoom('dictation', 'sessions', []),
    subRoom('dictation', 'cost', ['sessions']),
    subRoom('dictation', 'run', ['cost', 'sessions', 'notice', 'state']),
    room('audio', ['core']),
    {
      name: 'only-what-runs-sox-knows-its-folder',
      severity: 'error',
      from: {
        path: '^src/audio/',
        pathNot: '^src/audio/((start-recorder|play|file/decoders)\\.ts$|sox/)',
      },
      to: { path: '^src/audio/sox/' },
    },
    subRoom('audio', 'sox', [
      'find-program',
      'output-buffer',
      'recorder-program',
      'spawn-recorder',
    ]),
    subRoom('audio', 'cues', ['find-program', 'play']),
    subRoom('audio', 'file', [
      'end-with-host',
      'find-program',
      'resampler',
      'sox',
      'spawn-recorder',
    ]),
    subRoom('audio', 'pvrecorder', [
      'find-program',
      'recorder-program',
      'resampler',
      'spawn-recorder',
    ]),
    subRoom('audio', 'pvrecorder/child', ['resampler']),
    room('recognition', ['core']),
    subRoom('recognition', 'on-device/store', []),
    subRoom('recognition', 'on-device/child', ['on-device/messages']),
    {
      name: 'no-provider-knows-another',
      severity: 'error',
      from: { path: '^src/recognition/([^/]+)/' },
      to: { path: '^src/recognition/', pathNot: '^src/recognition/$1/' },
    },
    room('editor', ['core', 'text']),
    subRoom('editor', 'agents', []),

    subRoom('editor', 'ledger', []),
    subRoom('editor', 'place', ['ledger']),
    subRoom('editor', 'words', ['ledger', 'place']),
    subRoom('editor', 'polish', ['ledger', 'place']),
    subRoom('editor', 'targets', ['agents', 'ledger', 'place', 'polish']),
    room('storage', ['core']),
    room('ui', ['core', 'dictation', 'storage']),
    subRoom('ui', 'api', ['configuration', 'dialogs', 'messages']),
    subRoom('ui', 'audio-file', [
      'ask',
      'configuration',
      'history',
      'messages',
      'recorder-install',
      'run-in-terminal',
    ]),
    subRoom('ui', 'diagnosis', [
      'configuration',
      'key-rivals',
      'messages',
      'record-sample',
      'select-microphone',
      'terminal-key',
    ]),
    subRoom('ui', 'history', ['add-to-dictionary', 'dialogs', 'dictionary-entry', 'messages']),
    subRoom('ui', 'messages', ['command-ids', 'key-advice']),
    subRoom('ui', 'status', [
      'command-ids',
      'dialogs',
      'history',
      'messages',
      'usage-report',
      'window-language',
    ]),
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
      from: { path: '^src/', pathNot: '^src/(editor/|ui/|(extension|window|dictate)\\.ts$)' },
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
