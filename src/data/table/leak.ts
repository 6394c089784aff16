import { type InputCells, isBlank } from './inputs';

/** With fewer rows than this, a column may match the target by chance. */
const leastRows = 20;

/**
 * Whether a column says the target under other names: each of its values stands for one class and each class has
 * one value, over all rows where it is not blank. Such a column gives the answer away.
 */
export function repeatsTarget({ cells }: InputCells, classOf: Int32Array, rows: Int32Array): boolean {
  const classOfValue = new Map<string | number, number>();
  const valueOfClass = new Map<number, string | number>();
  let seen = 0;
  for (const row of rows) {
    const cell = cells[row] ?? '';
    const label = classOf[row] ?? 0;
    if (isBlank(cell)) continue;
    seen += 1;
    const knownClass = classOfValue.get(cell) ?? label;
    const knownValue = valueOfClass.get(label) ?? cell;
    if (knownClass !== label || knownValue !== cell) return false;
    classOfValue.set(cell, label);
    valueOfClass.set(label, cell);
  }
  return seen >= leastRows && classOfValue.size >= 2;
}
