/**
 * Why a column is no input: one value throughout, too many different texts to be categories, a running number
 * or a text that names the row, or because it was chosen so.
 */
export type IgnoreReason = 'constant' | 'tooManyValues' | 'identifier' | 'chosen';

/** Something that was repaired, left out or is suspicious in a table; shown before and beside training. */
export type DataNote =
  /** Blanks of an input column, and the value that stands in for them. */
  | { readonly kind: 'imputed'; readonly column: string; readonly count: number; readonly fill: string | number }
  | { readonly kind: 'ignored'; readonly column: string; readonly reason: IgnoreReason }
  /** Rows left out because the target, `column` (or one of several), is blank. */
  | { readonly kind: 'droppedRows'; readonly column: string; readonly count: number }
  /** Rows left out because one of these columns is blank. */
  | { readonly kind: 'blankRows'; readonly columns: string; readonly count: number }
  /** An input column that repeats the target under other names. */
  | { readonly kind: 'leak'; readonly column: string }
  /** Classes with one row each: learned from, never tested. */
  | { readonly kind: 'singleRows'; readonly column: string; readonly classes: readonly string[] };
