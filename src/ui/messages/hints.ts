import type { FailureReason } from '../../core/failure';

/** Failures in which nothing is broken, and nothing is lost. */
const HINTS: ReadonlySet<FailureReason> = new Set<FailureReason>([
  'dictating-elsewhere',
  'target-read-only',
  'target-missing',
  'termination-timeout',
  'not-now',
  'download-cancelled',
]);

/** Whether something is broken, or the person lost something they said; the rest are hints. */
export function isFault(reason: FailureReason): boolean {
  return !HINTS.has(reason);
}
