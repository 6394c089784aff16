import { Problem } from '../../problem';
import type { ColumnType, Table } from '../dataset';
import { isMissing } from '../number';
import { columnNumbers } from './numbers';
import { categoryCells, sortCategories } from './types';

const mostClasses = 100;

/** A column that is to be predicted: its name, its place in the table, and the type the config gives it. */
export interface TargetChoice {
  readonly name: string;
  readonly place: number;
  readonly type: ColumnType | undefined;
}

/** What is to be predicted, for every row of the table; rows without it are not among `rows`. */
export type TargetColumns =
  | {
      readonly kind: 'classes';
      readonly classes: readonly string[];
      readonly rows: Int32Array;
      /** Per table row: index into `classes`. */
      readonly classOf: Int32Array;
    }
  | {
      readonly kind: 'numbers';
      readonly rows: Int32Array;
      /** Per output: its value in every table row. */
      readonly values: readonly Float64Array[];
    };

/**
 * Indices of the rows that have a value in every one of the columns.
 * @throws {Problem} `targetBlank` where there are none.
 */
function rowsWithValues(
  columns: readonly (readonly string[])[],
  isBlank: (cell: string) => boolean,
  column: string,
): Int32Array {
  const rows = Int32Array.from((columns[0] ?? []).keys()).filter((row) =>
    columns.every((cells) => !isBlank(cells[row] ?? '')),
  );
  if (rows.length === 0) throw new Problem('targetBlank', { column });
  return rows;
}

function classTarget(cells: readonly string[], column: string): TargetColumns {
  const values = categoryCells(cells);
  const rows = rowsWithValues([values], (cell) => cell === '', column);
  const classes = sortCategories(new Set(values.filter((cell) => cell !== '')));
  if (classes.length < 2) throw new Problem('targetConstant', { column, value: classes[0] ?? '' });
  if (classes.length > mostClasses)
    throw new Problem('tooManyClasses', { column, count: classes.length, limit: mostClasses });
  const indices = new Map(classes.map((value, index) => [value, index]));
  return { kind: 'classes', classes, rows, classOf: Int32Array.from(values, (cell) => indices.get(cell) ?? 0) };
}

function numberTargets(table: Table, targets: readonly TargetChoice[]): TargetColumns {
  const cells = targets.map(({ place }) => table.cells[place] ?? []);
  const rows = rowsWithValues(cells, isMissing, targets.map(({ name }) => name).join(', '));
  const values = targets.map(({ name, place }) => {
    const numbers = columnNumbers(table, place);
    const first = numbers[rows[0] ?? 0] ?? 0;
    if (rows.every((row) => numbers[row] === first))
      throw new Problem('targetConstant', { column: name, value: first });
    return numbers;
  });
  return { kind: 'numbers', rows, values };
}

/**
 * What is to be predicted. A column alone is classes or a number: its type decides, and without one what its cells
 * look like. Several are numbers, those too that alone would be labels.
 * @throws {Problem} for a column that is to be ignored, that is blank or the same throughout, that has more than
 * 100 classes, that is to be a number and holds text, that is one of several and no number.
 */
export function readTarget(table: Table, targets: readonly TargetChoice[]): TargetColumns {
  const { columns } = table.summary;
  for (const { name, type } of targets) if (type === 'ignore') throw new Problem('targetIgnored', { column: name });
  const [only] = targets;
  if (only && targets.length === 1) {
    const alone = only.type ?? (columns[only.place]?.asTarget === 'number' ? 'number' : 'category');
    if (alone === 'category') return classTarget(table.cells[only.place] ?? [], only.name);
  } else {
    for (const { name, place, type } of targets) {
      const together = type ?? (columns[place]?.range ? 'number' : 'category');
      if (together === 'category') throw new Problem('targetsNotNumbers', { column: name });
    }
  }
  return numberTargets(table, targets);
}
