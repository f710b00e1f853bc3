import type { FailureReason } from '../../core/failure';

/** Failures in which nothing is broken, and nothing is lost, besides a person's own no. */
const HINTS: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'dictating-elsewhere',
  'target-read-only',
  'target-missing',
  'termination-timeout',
]);

/** Whether something is broken, or the person lost something they said; the rest are hints. */
export function isFault(reason: FailureReason): boolean {
  return !HINTS.has(reason);
}
