import { Problem } from '../../problem';
import { stream } from '../../random/stream';
import type { Table } from '../dataset';
import type { DataNote } from '../note';
import { placeOf } from '../sequences/columns';
import { splitRows } from '../split';
import { countValues, meanAndDeviation } from '../statistics';
import { encodeRows, type InputCells } from '../table/inputs';
import { ignoredColumns } from '../table/notes';
import { columnNumbers } from '../table/numbers';
import { categoryCells, sortCategories } from '../table/types';
import { type UsedColumn, usedColumns } from './columns';
import type { Imitated, ImitatedExamples, ImitatedOptions } from './imitated';
import type { ImitatedColumn, TableInfo } from './info';

/** Outputs of the generator grow with them, and a category that few rows have is hardly learned. */
const mostCategories = 200;
const mostDecimals = 6;

interface Cells {
  readonly name: string;
  readonly type: UsedColumn['type'];
  /** Of every row of the table: numbers, NaN for a blank; or categories, '' for a blank, which is one of them. */
  readonly cells: ArrayLike<number> | readonly string[];
}

function cellsOf(table: Table, { name, type }: UsedColumn): Cells {
  const place = placeOf(table, name);
  return type === 'number'
    ? { name, type, cells: columnNumbers(table, place) }
    : { name, type, cells: categoryCells(table.cells[place] ?? []) };
}

/** Decimals that all values can be written with; null where they are too many. */
function decimalsOf(values: readonly number[]): number | null {
  for (let decimals = 0; decimals <= mostDecimals; decimals++)
    if (values.every((value) => Number(value.toFixed(decimals)) === value)) return decimals;
  return null;
}

/** What is learned of a column from the training rows. @throws {Problem} `tooManyCategories`. */
function describe({ name, type, cells }: Cells, train: Int32Array): ImitatedColumn {
  if (type === 'number') {
    const values = Array.from(train, (row) => cells[row] as number);
    return { name, type, ...meanAndDeviation(values), decimals: decimalsOf(values) };
  }
  const counts = countValues(Array.from(train, (row) => cells[row] as string));
  if (counts.size > mostCategories)
    throw new Problem('tooManyCategories', { column: name, count: counts.size, limit: mostCategories });
  return { name, type, categories: sortCategories(counts.keys()) };
}

/** A column as those that encode tables know it; no cell is left to be filled. */
function inputOf(column: ImitatedColumn, { cells }: Cells): InputCells {
  const filled = column.type === 'number' ? { ...column, fill: column.mean } : { ...column, fill: '' };
  return { column: filled, cells };
}

/** Rows without a blank among their numbers. @throws {Problem} `tooFewRows` for less than two. */
function wholeRows(table: Table, columns: readonly Cells[]): { rows: Int32Array; notes: DataNote[] } {
  const { name, rows: count } = table.summary;
  const blankIn = columns.filter(({ cells }) => Array.from<number | string>(cells).some(Number.isNaN));
  const named = blankIn.map((column) => column.name).join(', ');
  const all = Int32Array.from({ length: count }, (_, row) => row);
  const rows = all.filter((row) => blankIn.every(({ cells }) => !Number.isNaN(cells[row])));
  if (rows.length < 2) throw new Problem('tooFewRows', { name, count: rows.length, columns: named });
  const blank = count - rows.length;
  return { rows, notes: blank > 0 ? [{ kind: 'blankRows', columns: named, count: blank }] : [] };
}

/**
 * The rows of a table: numbers standardized, categories as one number each, 1 for the one that it is. All that is
 * learned of the columns is learned from the training rows. Blanks are a category of their own; rows with a blank among
 * their numbers are left out.
 * @throws {Problem} `noSuchColumn`, `noImitatedColumns`, `cellNotNumber`, `tooManyCategories`, `tooFewRows`.
 */
export function imitateTable(table: Table, options: ImitatedOptions, seed: number): Imitated {
  const { columns: chosen, condition, samples, trainFraction } = options;
  const columns = usedColumns(table, chosen, condition).map((column) => cellsOf(table, column));
  const { rows: whole, notes } = wholeRows(table, columns);
  const random = stream(seed, 'split');
  const taken = random.permutation(whole.length).subarray(0, samples);
  const told = columns.find(({ name }) => name === condition);
  const classes = told && Array.from(taken, (i) => String(told.cells[whole[i] ?? 0]));
  const distinct = [...new Set(classes)];
  const classOf = classes?.map((category) => distinct.indexOf(category));
  const split = splitRows(taken.length, trainFraction, random, classOf);
  const toRows = (part: Int32Array) => part.map((i) => whole[taken[i] ?? 0] ?? 0);
  const [train, test] = [toRows(split.train), toRows(split.test)];

  const described = columns.map((column) => describe(column, train));
  const inputs = columns.map((column, j) => inputOf(described[j] as ImitatedColumn, column));
  const [conditions, made] = [true, false].map((wanted) =>
    inputs.filter(({ column }) => (column.name === condition) === wanted),
  );
  const examples = (rows: Int32Array): ImitatedExamples => ({
    count: rows.length,
    rows: encodeRows(made ?? [], rows),
    labels: told ? encodeRows(conditions ?? [], rows) : null,
  });
  const toldColumn = described.find(({ name }) => name === condition);
  const counts = told && countValues(Array.from(train, (row) => String(told.cells[row])));
  const shares =
    toldColumn?.type === 'category'
      ? toldColumn.categories.map((category) => (counts?.get(category) ?? 0) / train.length)
      : [];
  const info: TableInfo = {
    imitates: 'table',
    name: table.summary.name,
    rows: taken.length,
    columns: described,
    condition: told ? { column: condition, shares } : null,
  };
  return {
    info,
    train: examples(train),
    test: examples(test),
    notes: [...notes, ...ignoredColumns(table.summary, new Map(Object.entries(chosen)), [condition])],
  };
}
