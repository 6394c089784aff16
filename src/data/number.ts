const pattern = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** The largest magnitude a 32-bit float holds: what lies beyond could not become an input. */
export const largest = 3.4028234663852886e38;

const missing: ReadonlySet<string> = new Set(['', 'na', 'n/a', '#n/a', 'nan', 'null', '?', '-']);

/** Whether a trimmed cell of a number column means that the value is not known. */
export function isMissing(cell: string): boolean {
  return cell.length <= 4 && missing.has(cell.toLowerCase());
}

/**
 * The number that a trimmed cell holds, or null where it holds none: `5`, `-.5`, `+1e3` are numbers; `1,000`,
 * `0x10`, `Infinity` and the empty cell are not.
 */
export function parseNumber(cell: string): number | null {
  if (!pattern.test(cell)) return null;
  const value = Number(cell);
  return Math.abs(value) <= largest ? value : null;
}
