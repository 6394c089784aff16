import { Problem } from '../../problem';
import type { Table } from '../dataset';
import { mendDecimalCommas } from './decimal';
import { hasHeader } from './header';
import { parseText } from './parse';
import { suggestTarget } from './suggest';
import { decodeText, looksBinary } from './text';
import { summarizeColumn } from './types';

const megabyte = 2 ** 20;
const largestFile = 200 * megabyte;
const leastRows = 2;
const headRows = 8;

async function readText(file: Blob, name: string): Promise<string> {
  if (file.size > largestFile)
    throw new Problem('tableTooLarge', {
      name,
      size: Math.ceil(file.size / megabyte),
      limit: largestFile / megabyte,
    });
  let text: string;
  try {
    text = decodeText(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    throw new Problem('tableUnreadable', { name, reason: error instanceof Error ? error.message : String(error) });
  }
  if (looksBinary(text)) throw new Problem('tableBinary', { name });
  return text;
}

interface NumberedRow {
  /** In the file, from 1, blank lines counted. */
  readonly number: number;
  readonly cells: readonly string[];
}

/**
 * The names in the header line, or column1, column2 … without one. A blank name becomes `column…`, and `#` in the
 * first place, where exports put the running number.
 */
function columnNames({ cells }: NumberedRow, header: boolean, name: string): readonly string[] {
  const names = cells.map((cell, i) => {
    const numbered = `column${i + 1}`;
    return header ? cell || (i === 0 ? '#' : numbered) : numbered;
  });
  const twice = names.find((column, i) => names.indexOf(column) !== i);
  if (twice !== undefined) throw new Problem('duplicateColumn', { name, column: twice });
  return names;
}

function isLineEnd(row: readonly string[] | undefined): boolean {
  return row?.length === 1 && row[0] === '';
}

function checkWidths(rows: readonly NumberedRow[], expected: number, name: string): void {
  for (const { number, cells } of rows)
    if (cells.length !== expected) throw new Problem('rowWidth', { name, row: number, found: cells.length, expected });
}

/**
 * Reads a table from a CSV or TSV file: cells divided by commas, semicolons, tabs or bars; quotes by RFC 4180;
 * one header line, or none (hasHeader tells; the columns are then column1, column2 …).
 * Lines without any value are skipped.
 * @throws {Problem} for a file that is too large, not text, empty or without two rows, for a row that is wider or
 * narrower than the header (with its number in the file), for two columns with one name, for an open quote.
 */
export async function readTable(file: Blob, name: string): Promise<Table> {
  const { delimiter, rows: all, openQuote } = parseText(await readText(file, name));
  if (openQuote !== null) throw new Problem('quoteOpen', { name, row: openQuote + 1 });
  const filled = all
    .map((cells, i): NumberedRow => ({ number: i + 1, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const first = filled[0];
  if (!first) throw new Problem('tableEmpty', { name });
  const header = hasHeader(
    filled.map((row) => row.cells),
    delimiter,
  );
  const names = columnNames(first, header, name);
  const rows = header ? filled.slice(1) : filled;
  if (rows.length < leastRows) throw new Problem('tableEmpty', { name });
  checkWidths(rows, names.length, name);

  const asWritten = names.map((_, j) => rows.map((row) => row.cells[j] ?? ''));
  const cells = delimiter === ';' ? asWritten.map(mendDecimalCommas) : asWritten;
  const columns = names.map((column, j) => summarizeColumn(column, cells[j] ?? []));
  // The line end that closes the last row makes one more, empty row that nobody sees as a line.
  const lines = all.length - (isLineEnd(all.at(-1)) ? 1 : 0);
  return {
    summary: {
      name,
      rows: rows.length,
      delimiter,
      header,
      columns,
      suggestedTarget: suggestTarget(columns),
      skipped: lines - filled.length,
      head: rows.slice(0, headRows).map((row) => row.cells),
    },
    cells,
    rowNumbers: Int32Array.from(rows, (row) => row.number),
  };
}
