import { TARGET_KINDS, type TargetRequest } from '../core/target';

/**
 * The argument of a command that starts dictation, `{"target": "terminal", "scope": "prose"}`: where the
 * words go, and how they are written. An argument without either, as menus give one, asks for nothing.
 *
 * @returns nothing when it asks for what there is not
 */
export function targetRequest(argument: unknown): TargetRequest | undefined {
  if (argument === undefined || argument === null) return {};
  if (typeof argument !== 'object') return undefined;
  const kind = 'target' in argument ? chosen(TARGET_KINDS, argument.target) : undefined;
  const scope = 'scope' in argument ? chosen(SCOPES, argument.scope) : undefined;
  if (kind === 'unknown' || scope === 'unknown') return undefined;
  const isEmpty = 'isEmpty' in argument ? argument.isEmpty : undefined;
  const name = 'name' in argument ? argument.name : undefined;
  return {
    ...(kind !== undefined && { kind }),
    ...(scope !== undefined && { scope }),
    ...(typeof isEmpty === 'boolean' && { isEmpty }),
    ...(typeof name === 'string' && { name }),
  };
}

const SCOPES = ['prose', 'code'] as const;

function chosen<T extends string>(values: readonly T[], value: unknown): T | 'unknown' {
  return values.find((each) => each === value) ?? 'unknown';
}
