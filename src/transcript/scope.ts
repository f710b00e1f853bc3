/** Whether text is written as spoken, or as code: with formatters, symbols and identifiers. */
export type Scope = 'prose' | 'code';

export interface ScopeAt {
  readonly scope: Scope;
}

/** Stub until the branch `scope` is merged. */
export function scopeAt(_left: string, languageId: string): ScopeAt {
  return { scope: /^(plaintext|markdown|scm-input)$/.test(languageId) ? 'prose' : 'code' };
}
