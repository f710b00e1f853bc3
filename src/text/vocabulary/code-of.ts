import { scan } from '../syntax/scan';
import { blanks } from './found-name';

/** `text` with blanks for what is no code, so that every name stands where it stood. */
export function codeOf(text: string, languageId: string): string {
  let code = '';
  scan(text, languageId, {
    code: (from, to) => {
      code += blanks(text.slice(code.length, from)) + text.slice(from, to);
    },
    region: () => undefined,
  });
  return code;
}
