/** An extension, as far as it must be known to tell who calls. */
export interface Caller {
  readonly id: string;
  /** As people know it. */
  readonly name: string;
}

export interface Installed extends Caller {
  readonly path: string;
}

/**
 * Which extension's code has called, by the files of a stack trace; nothing: it cannot be told. It keeps
 * nobody out who wants to be somebody else: all extensions run in one process. It tells the person who listens.
 *
 * @param own the id of this extension, which stands in every trace
 */
export function callerOf(
  stack: string,
  installed: readonly Installed[],
  own: string,
): Caller | undefined {
  const longestFirst = installed.toSorted((a, b) => b.path.length - a.path.length);
  for (const line of stack.split('\n').map(comparable)) {
    const of = longestFirst.find(({ path }) => line.includes(`${comparable(path)}/`));
    if (of !== undefined && of.id !== own) return { id: of.id, name: of.name };
  }
  return undefined;
}

/** Windows writes paths in several ways. */
function comparable(path: string): string {
  return path.replaceAll('\\', '/').replaceAll('%20', ' ').toLowerCase();
}
