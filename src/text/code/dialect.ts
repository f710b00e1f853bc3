/**
 * What a language's code looks like where languages differ in spaces: `shell` writes `NAME=value`
 * and `-flag`, `python` `f(key=value)` and `{inner}`, `javascript` tags templates, `css` has units,
 * `pointer` writes `p->next`, `yaml` lists with `- `.
 */
export type Dialect = 'plain' | 'shell' | 'python' | 'javascript' | 'css' | 'pointer' | 'yaml';

const DIALECTS: Readonly<Record<Exclude<Dialect, 'plain'>, readonly string[]>> = {
  shell: ['shellscript', 'fish', 'dockerfile', 'dotenv'],
  python: ['python', 'starlark'],
  javascript: ['javascript', 'javascriptreact', 'typescript', 'typescriptreact', 'vue', 'svelte'],
  css: ['css', 'scss', 'less', 'sass', 'stylus'],
  pointer: ['c', 'cpp', 'cuda-cpp', 'objective-c', 'objective-cpp', 'php', 'perl'],
  yaml: ['yaml', 'dockercompose', 'github-actions-workflow'],
};

const BY_LANGUAGE: ReadonlyMap<string, Dialect> = new Map(
  (['shell', 'python', 'javascript', 'css', 'pointer', 'yaml'] as const).flatMap((dialect) =>
    DIALECTS[dialect].map((id): [string, Dialect] => [id, dialect]),
  ),
);

/** The dialect of VS Code's language `languageId`. */
export function dialectOf(languageId: string | undefined): Dialect {
  return BY_LANGUAGE.get(languageId ?? '') ?? 'plain';
}
