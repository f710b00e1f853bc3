// What is known of each spoken language, and what reads it. A bundle of its own (esbuild.js), which
// the writer's requires: together they would be over a bundle's budget.
export { codeMark } from './code/code-mark';
export { codeLanguageOf } from './code/grammar';
export { codeWordList } from './code/list';
export { codeSeam, writeCodeAt } from './code/write-code';
export { spokenCommandList } from './prose/list';
export { parseSpokenCommand } from './prose/parse';
export { writePunctuation } from './prose/write-punctuation';
export { LANGUAGES } from './languages/languages';
export { spokenLanguage } from './languages/spoken-language';
export { removeFillers } from './prose/fillers';
export { joinAtSeam, owedStop } from './seam/seam';
export { spaceBetween } from './seam/seam-space';
export { isMidSentence } from './seam/sentence-place';
