import { TARGET_KINDS, type TargetRequest } from '../core/target';

/**
 * The argument of a command that starts dictation, `{"target": "terminal"}`: where the words go. An
 * argument without a `target`, as menus give one, asks for nothing.
 *
 * @returns nothing when it asks for a place that there is not
 */
export function targetRequest(argument: unknown): TargetRequest | undefined {
  if (argument === undefined || argument === null) return {};
  if (typeof argument !== 'object') return undefined;
  if (!('target' in argument)) return {};
  const kind = TARGET_KINDS.find((each) => each === argument.target);
  return kind === undefined ? undefined : { kind };
}
