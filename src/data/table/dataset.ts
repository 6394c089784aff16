import { Problem } from '../../problem';
import { stream } from '../../random/stream';
import type { ColumnType, Dataset, Examples, Table, TableSummary } from '../dataset';
import type { TargetInfo } from '../info';
import { type Split, splitRows } from '../split';
import { meanAndDeviation } from '../statistics';
import { encodeClasses, encodeNumbers } from '../targets';
import { encodeRows, type InputCells, readInput } from './inputs';
import { tableNotes } from './notes';
import { readTarget, type TargetColumns } from './target';
import { targetNames } from './targetNames';

const megabyte = 2 ** 20;
const mostMegabytes = 1024;

export interface TableOptions {
  /** The column to predict, or several number columns divided by commas (targetNames); '' for the suggested one. */
  readonly target: string;
  /** Column types that differ from the detected ones. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  readonly trainFraction: number;
}

/** The place of a column. @throws {Problem} `noSuchColumn`. */
function columnPlace({ name, columns }: TableSummary, column: string): number {
  const place = columns.findIndex((summary) => summary.name === column);
  if (place < 0)
    throw new Problem('noSuchColumn', { name, column, options: columns.map((summary) => summary.name).join(', ') });
  return place;
}

/** Splits the rows that have a target; the parts hold table rows. */
function splitTable({ rows, ...target }: TargetColumns, trainFraction: number, seed: number): Split {
  const classOf = target.kind === 'classes' ? rows.map((row) => target.classOf[row] ?? 0) : undefined;
  const { train, test } = splitRows(rows.length, trainFraction, stream(seed, 'split'), classOf);
  const toTable = (part: Int32Array) => part.map((i) => rows[i] ?? 0);
  return { train: toTable(train), test: toTable(test) };
}

function readInputs(
  table: Table,
  chosen: ReadonlyMap<string, ColumnType>,
  targets: readonly string[],
  train: Int32Array,
): InputCells[] {
  const { columns } = table.summary;
  const inputs = columns.flatMap(({ name, detected }, place) => {
    const type = chosen.get(name) ?? detected;
    return targets.includes(name) || type === 'ignore' ? [] : [readInput(table, place, type, train)];
  });
  if (inputs.length === 0) throw new Problem('noInputColumns', { column: targets.join(', ') });
  return inputs;
}

function checkSize(inputs: readonly InputCells[], rows: number): void {
  const width = inputs.reduce((sum, { column }) => sum + (column.type === 'number' ? 1 : column.categories.length), 0);
  const size = (width * rows * Float32Array.BYTES_PER_ELEMENT) / megabyte;
  if (size > mostMegabytes)
    throw new Problem('tooManyInputs', { inputs: width, rows, size: Math.ceil(size), limit: mostMegabytes });
}

/** How the targets are told of and encoded; numbers are standardized on the training rows. */
function describeTarget(
  names: readonly string[],
  target: TargetColumns,
  train: Int32Array,
): { info: TargetInfo; encode: (rows: Int32Array) => Float32Array } {
  if (target.kind === 'classes') {
    const { classes, classOf } = target;
    const info = { kind: 'classes', name: names[0] ?? '', classes } as const;
    return { info, encode: (rows) => encodeClasses(classOf, rows, classes.length) };
  }
  const outputs = target.values.map((values) => ({
    values,
    ...meanAndDeviation(Array.from(train, (row) => values[row] ?? 0)),
  }));
  return {
    info: {
      kind: 'numbers',
      names,
      mean: outputs.map(({ mean }) => mean),
      deviation: outputs.map(({ deviation }) => deviation),
    },
    encode: (rows) => encodeNumbers(outputs, rows),
  };
}

/**
 * A data set of a table: rows with a target split by the seed, blanks filled, categories spread over one input
 * each, numbers standardized. Everything that is learned of the columns is learned from the training rows; what
 * was repaired, left out or looks wrong is in `notes`.
 * @throws {Problem} for a column that is not there, an unfit target, no input column, text in a number column.
 */
export function tableDataset(table: Table, options: TableOptions, seed: number): Dataset {
  const { summary } = table;
  const chosen = new Map(Object.entries(options.columns));
  for (const column of chosen.keys()) columnPlace(summary, column);
  const named = targetNames(
    options.target,
    summary.columns.map(({ name }) => name),
  );
  const targets = named.length > 0 ? named : [summary.suggestedTarget];
  const target = readTarget(
    table,
    targets.map((name) => ({ name, place: columnPlace(summary, name), type: chosen.get(name) })),
  );
  const { train, test } = splitTable(target, options.trainFraction, seed);
  const inputs = readInputs(table, chosen, targets, train);
  checkSize(inputs, target.rows.length);
  const { info, encode } = describeTarget(targets, target, train);
  const examples = (rows: Int32Array): Examples => ({
    count: rows.length,
    inputs: encodeRows(inputs, rows),
    targets: encode(rows),
  });
  return {
    info: {
      name: summary.name,
      rows: summary.rows,
      inputs: { kind: 'columns', columns: inputs.map(({ column }) => column) },
      target: info,
    },
    train: examples(train),
    test: examples(test),
    notes: tableNotes(summary, chosen, targets, target, inputs),
  };
}
