import type { ImitatedInfo } from '../../data/imitated/info';
import { Problem } from '../../problem';

/** Machines may compute sines and logarithms a little differently. */
const tolerance = 1e-6;

function alike(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a));
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    keys.length === others.length &&
    keys.every((key) => alike((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}

/**
 * What is known of data that was made anew, where weights that were trained on it came along: what came with them, to
 * the last bit.
 * @throws {Problem} `weightsData` where they were trained on something else.
 */
export function settleInfo(made: ImitatedInfo, known: ImitatedInfo | undefined): ImitatedInfo {
  if (!known) return made;
  if (!alike(made, known)) throw new Problem('weightsData', { found: known.name, made: made.name });
  return known;
}
