/**
 * What a language's code looks like where languages differ in spaces: `shell` writes `NAME=value`
 * and `-flag`, `python` `f(key=value)` and `{inner}`, `javascript` tags templates, `css` has units,
 * `pointer` writes `p->next`, `yaml` lists with `- `, `go` `map[string]bool`, `bars` `|a| a`.
 */
export type Dialect =
  'plain' | 'shell' | 'python' | 'javascript' | 'css' | 'pointer' | 'yaml' | 'go' | 'bars';
