import Papa from 'papaparse';

const delimiters = [',', ';', '\t', '|'] as const;
const sampleSize = 65_536;
const sampleRows = 100;
/** Never in a text that gets here, so that no character opens a quoted cell. */
const noQuote = '\0';

export interface ParsedText {
  readonly delimiter: string;
  /** Every row of the file, blank lines included, cells trimmed. */
  readonly rows: readonly (readonly string[])[];
  /** Index of a row with a quoted cell that is not closed properly. */
  readonly openQuote: number | null;
}

function isBlank(row: readonly string[]): boolean {
  return row.every((cell) => cell === '');
}

/**
 * The delimiter under which most rows of the beginning are as wide as the header, the wider where equal; a comma
 * where none divides the header.
 */
function detectDelimiter(text: string): string {
  let best = { delimiter: ',', share: 0, width: 0 };
  for (const delimiter of delimiters) {
    const { data } = Papa.parse<string[]>(text.slice(0, sampleSize), { delimiter, newline: '\n', preview: sampleRows });
    const complete = text.length > sampleSize && data.length < sampleRows ? data.slice(0, -1) : data;
    const rows = complete.filter((row) => !isBlank(row));
    const width = rows[0]?.length ?? 0;
    if (width < 2) continue;
    const share = rows.filter((row) => row.length === width).length / rows.length;
    if (share > best.share || (share === best.share && width > best.width)) best = { delimiter, share, width };
  }
  return best.delimiter;
}

/**
 * Divides a text with \n line ends into rows and cells, by RFC 4180 with any of four delimiters. Tab-separated
 * text is seldom quoted and often holds lone quotation marks: where quotes fail there, they are characters.
 */
export function parseText(text: string): ParsedText {
  const delimiter = detectDelimiter(text);
  const options = { delimiter, newline: '\n', transform: (cell: string) => cell.trim() } as const;
  const { data, errors } = Papa.parse<string[]>(text, options);
  const quoteError = errors.find((error) => error.type === 'Quotes');
  if (!quoteError) return { delimiter, rows: data, openQuote: null };
  if (delimiter === '\t') {
    const plain = Papa.parse<string[]>(text, { ...options, quoteChar: noQuote });
    return { delimiter, rows: plain.data, openQuote: null };
  }
  return { delimiter, rows: data, openQuote: quoteError.row ?? 0 };
}
