/** The context keys that are set; what is not there is false. */
export type Context = Readonly<Record<string, string | boolean>>;

/**
 * Whether a `when` clause of the manifest holds, for the part of the language that ours use: `&&`,
 * `||`, `!`, parentheses, and `==`, `!=` with a literal on the right, `=~` with a regular expression
 * (code.visualstudio.com/api/references/when-clause-contexts).
 *
 * @throws {Error} for what it does not know
 */
export function holds(clause: string, context: Context): boolean {
  const tokens =
    clause.match(/&&|\|\||[!=]=|=~|[!()]|'[^']*'|\/(?:\\.|[^/\\])+\/|[\w.]+|\S/g) ?? [];
  const accept = (token: string): boolean => {
    if (tokens[0] !== token) return false;
    tokens.shift();
    return true;
  };
  const word = (): string => {
    const token = tokens.shift() ?? '';
    if (!/^(?:'[^']*'|[\w.]+)$/.test(token)) throw new Error(`unexpected ${token} in ${clause}`);
    return token.replaceAll("'", '');
  };
  const operand = (): boolean => {
    if (accept('!')) return !operand();
    if (accept('(')) {
      const value = disjunction();
      if (!accept(')')) throw new Error(`no ) in ${clause}`);
      return value;
    }
    const value = context[word()] ?? false;
    if (accept('==')) return value === word();
    if (accept('!=')) return value !== word();
    if (accept('=~')) return new RegExp(tokens.shift()?.slice(1, -1) ?? '').test(String(value));
    return value !== false && value !== '';
  };
  // Both sides are always read, whatever the first one says.
  const conjunction = (): boolean => {
    let value = operand();
    while (accept('&&')) value = operand() && value;
    return value;
  };
  const disjunction = (): boolean => {
    let value = conjunction();
    while (accept('||')) value = conjunction() || value;
    return value;
  };
  const value = disjunction();
  if (tokens.length > 0) throw new Error(`unexpected ${String(tokens[0])} in ${clause}`);
  return value;
}
