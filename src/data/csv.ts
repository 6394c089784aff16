type CsvCell = string | number | boolean | null;

function encodeCell(cell: CsvCell): string {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Rows as CSV text by RFC 4180: commas between cells, CRLF after every row, quotes where a cell needs them.
 * Null is an empty cell.
 */
export function encodeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(encodeCell).join(',')}\r\n`).join('');
}
