/** A number in at most so many digits; large ones whole. */
export function digits(value, count = 3) {
  if (value >= 10 ** count - 0.5) return Math.round(value).toLocaleString('en-US');
  return value === 0 ? '0' : value.toPrecision(count);
}

const times = (value) => (value === null ? '' : `${digits(value)}×`);
const known = (value, show = digits) => (value == null ? '' : show(value));
/** Counts per step: whole where they are. */
const each = (value) => (Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 1));
const megabytes = (bytes) => digits(bytes / 2 ** 20);

/** @typedef {readonly [title: string, show: (row: any) => string]} Column */

/** @type {readonly Column[]} */
export const stepColumns = [
  ['workload', (row) => row.workload],
  ['runner', (row) => row.runner],
  ['backend', (row) => row.backend],
  ['ms/step', (row) => digits(row.medianMs)],
  ['spread', (row) => `±${(100 * row.spread).toFixed(0)} %`],
  ['JS ms', (row) => digits(row.scriptMs)],
  ['calls', (row) => known(row.counts?.calls, each)],
  [
    'buffers+uploads',
    (row) => (row.counts?.buffers == null ? '' : `${each(row.counts.buffers)}+${each(row.counts.uploads)}`),
  ],
  ['MiB', (row) => known(row.counts?.bytes, megabytes)],
  ['steps/s', (row) => digits(row.stepsPerSecond)],
  ['× tf.layers', (row) => times(row.timesLayers)],
  ['× best stock', (row) => times(row.timesBestStock)],
  ['× hand-written', (row) => times(row.timesHandwritten)],
];

/** @type {readonly Column[]} */
export const mapColumns = [
  ['workload', (row) => row.workload],
  ['backend', (row) => row.backend],
  ['cells', (row) => `${row.size}×${row.size}`],
  ['maps/s', (row) => digits(row.perSecond)],
  ['steps/s alone', (row) => digits(row.alone)],
  ['steps/s drawn', (row) => digits(row.drawn)],
  ['speed kept', (row) => `${(100 * row.kept).toFixed(0)} %`],
  ['spread', (row) => `±${(100 * row.spread).toFixed(0)} %`],
  ['pause ms', (row) => digits(row.pause)],
];

/**
 * Rows as one table of text. The first `texts` columns are words; the others are numbers, and align at their right
 * ends. A row with a reason in `unavailable` has it in the place of its numbers. A column that is empty is left out.
 * @param {readonly any[]} rows
 * @param {readonly Column[]} columns
 */
export function formatTable(rows, columns = stepColumns, texts = 3) {
  const cellsOf = (row) => columns.map(([, show], i) => (row.unavailable && i >= texts ? '' : show(row)));
  const all = rows.map(cellsOf);
  const shown = columns.map((_, i) => i < texts || all.some((cells) => cells[i] !== ''));
  const widths = columns.map(([title], i) => Math.max(title.length, ...all.map((cells) => cells[i].length)));
  const line = (cells) =>
    cells
      .map((text, i) => (i < texts ? text.padEnd(widths[i]) : text.padStart(widths[i])))
      .filter((_, i) => shown[i])
      .join('  ')
      .trimEnd();
  const rule = widths
    .filter((_, i) => shown[i])
    .map((width) => '─'.repeat(width))
    .join('  ');
  const lines = rows.flatMap((row, i) => {
    const cells = all[i];
    const text = row.unavailable ? `${line(cells.slice(0, texts))}  not available: ${row.unavailable}` : line(cells);
    return i > 0 && row.workload !== rows[i - 1].workload ? [rule, text] : [text];
  });
  return [line(columns.map(([title]) => title)), rule, ...lines].join('\n');
}
