const digits = (value, count = 3) => {
  if (value >= 10 ** count) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(count);
};
const times = (value) => (value === null ? '' : `${digits(value)}×`);

const columns = [
  ['workload', (row) => row.workload],
  ['runner', (row) => row.runner],
  ['backend', (row) => row.backend],
  ['ms/step', (row) => digits(row.medianMs)],
  ['spread', (row) => `±${(100 * row.spread).toFixed(0)} %`],
  ['steps/s', (row) => digits(row.stepsPerSecond)],
  ['examples/s', (row) => digits(row.examplesPerSecond)],
  ['× tf.layers', (row) => times(row.timesLayers)],
  ['× best stock', (row) => times(row.timesBestStock)],
  ['× hand-written', (row) => times(row.timesHandwritten)],
];
/** Columns of text; the others are numbers, and align at their right ends. */
const textColumns = 3;

/** The summarized rows as one table of text. A contender without times has the reason in their place. */
export function formatTable(rows) {
  const cells = rows.map((row) => {
    const shown = row.unavailable === null ? columns : columns.slice(0, textColumns);
    return { row: shown.map(([, of]) => of(row)), note: row.unavailable ? `not available: ${row.unavailable}` : '' };
  });
  const widths = columns.map(([title], i) => Math.max(title.length, ...cells.map(({ row }) => row[i]?.length ?? 0)));
  const line = (texts) =>
    texts.map((text, i) => (i < textColumns ? text.padEnd(widths[i]) : text.padStart(widths[i]))).join('  ');
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const lines = cells.flatMap(({ row, note }, i) => {
    const text = `${line(row)}${note && `  ${note}`}`;
    return i > 0 && rows[i].workload !== rows[i - 1].workload ? [rule, text] : [text];
  });
  return [line(columns.map(([title]) => title)), rule, ...lines].join('\n');
}
