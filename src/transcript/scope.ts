/** Whether text is written as spoken, or as code: with formatters, symbols and identifiers. */
export type Scope = 'prose' | 'code';
