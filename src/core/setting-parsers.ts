import { phrase, type Phrase } from './phrase';
import { isRecord } from './unknown';

/**
 * Turns what is configured into a value.
 *
 * @param report takes what is wrong with a value that is used all the same
 */
export type Parser<T> = (value: unknown, report: (problem: Phrase) => void) => T | Problem;

/** Why a value cannot be used, as the end of a sentence that starts with the setting's id. */
export class Problem {
  constructor(readonly phrase: Phrase) {}
}

/** Any text, trimmed. */
export function string(value: unknown): string | Problem {
  return typeof value === 'string' ? value.trim() : new Problem(phrase('must be a text'));
}

/** Any text but a blank one, trimmed. */
export function nonEmptyString(value: unknown): string | Problem {
  const text = string(value);
  return text === '' ? new Problem(phrase('must not be empty')) : text;
}

/** True or false. */
export function boolean(value: unknown): boolean | Problem {
  return typeof value === 'boolean' ? value : new Problem(phrase('must be true or false'));
}

/** A list of texts, trimmed, without blank ones. */
export function strings(value: unknown): readonly string[] | Problem {
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) {
    return new Problem(phrase('must be a list of texts'));
  }
  return value.map((item) => item.trim()).filter((item) => item !== '');
}

/** One of the values in `allowed`. */
export function oneOf<const T extends string | number>(allowed: readonly T[]) {
  return (value: unknown): T | Problem =>
    allowed.find((item) => item === value) ??
    new Problem(phrase('must be one of {0}', allowed.join(', ')));
}

/** A number within the limits, or `null`. */
export function numberOrNull(minimum: number, maximum: number) {
  return (value: unknown): number | null | Problem => {
    if (value === null || value === undefined) return null;
    if (typeof value === 'number' && value >= minimum && value <= maximum) return value;
    return new Problem(
      maximum === Infinity
        ? phrase('must be null or a number from {0}', minimum)
        : phrase('must be null or a number from {0} to {1}', minimum, maximum),
    );
  };
}

/** 0, or a finite number from `minimum` on. */
export function zeroOrFrom(minimum: number) {
  return (value: unknown): number | Problem => {
    const isValid = typeof value === 'number' && (value === 0 || value >= minimum);
    if (isValid && Number.isFinite(value)) return value;
    return new Problem(
      minimum === 0
        ? phrase('must be a number from {0}', minimum)
        : phrase('must be 0 or a number from {0}', minimum),
    );
  };
}

/** A price for each name. */
export function prices(value: unknown): Readonly<Record<string, number>> | Problem {
  const isPrice = (item: unknown): item is number =>
    typeof item === 'number' && item >= 0 && Number.isFinite(item);
  return record(value, isPrice) ?? new Problem(phrase('must give a number from 0 for each model'));
}

/** A text for each name. */
export function texts(value: unknown): Readonly<Record<string, string>> | Problem {
  const isText = (item: unknown): item is string => typeof item === 'string';
  return record(value, isText) ?? new Problem(phrase('must give a text for each phrase'));
}

/** @returns nothing when `value` is no object, or one of its members is not as it should be */
function record<T>(
  value: unknown,
  isValid: (item: unknown) => item is T,
): Readonly<Record<string, T>> | undefined {
  if (!isRecord(value)) return undefined;
  const entries = Object.entries(value);
  const valid = entries.filter((entry): entry is [string, T] => isValid(entry[1]));
  return valid.length === entries.length ? Object.fromEntries(valid) : undefined;
}
