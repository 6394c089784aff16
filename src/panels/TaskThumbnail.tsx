import './tasks.css';
import { type SequenceTaskId, sequenceTaskIds } from '../data/sequences/tasks';
import { type Glimpse, glimpseOf, type Point } from './glimpse';

/** Side of the square that is drawn in; it is scaled to the room there is. */
const side = 48;
const middle = side / 2;

/** As large as the width allows; a Chinese character is as wide as two letters. */
function fontSize(texts: readonly string[], most: number): number {
  const width = (text: string) => Array.from(text).reduce((sum, symbol) => sum + (symbol > '\u2E80' ? 1 : 0.61), 0);
  return Math.min(most, (side - 6) / Math.max(1, ...texts.map(width)));
}

function Lines({ lines }: { readonly lines: readonly string[] }) {
  const size = fontSize(lines, 11);
  return lines.map((line, i) => (
    <text key={line} x={middle} y={middle + (i - (lines.length - 1) / 2) * 13.5} fontSize={size}>
      {line}
    </text>
  ));
}

function Answer({ read, said }: { readonly read: string; readonly said: string }) {
  const size = fontSize([read, said], 13);
  return (
    <>
      <text x={middle} y={16} fontSize={size}>
        {read}
      </text>
      <text x={middle} y={33} fontSize={size} className="said">
        {said}
      </text>
    </>
  );
}

function Rows({ rows }: Extract<Glimpse, { kind: 'rows' }>) {
  return rows.map(({ read, said }, i) => {
    const y = middle + (i - (rows.length - 1) / 2) * 13;
    return (
      <g key={read}>
        <text x={18} y={y} fontSize={11}>
          {read}
        </text>
        <text x={39} y={y} fontSize={11} className="said">
          {said}
        </text>
      </g>
    );
  });
}

const path = (points: readonly Point[]) => points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L');

/** A series; its last quarter, which is to be forecast, in the colour of what the network says. */
function Series({ values }: { readonly values: readonly number[] }) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const points = values.map((value, i): Point => {
    return [3 + (i / (values.length - 1)) * (side - 6), 9 + (1 - (value - low) / (high - low || 1)) * (side - 18)];
  });
  const cut = Math.floor(points.length * 0.75);
  return (
    <>
      <path className="known" d={`M${path(points.slice(0, cut + 1))}`} />
      <path className="ahead" d={`M${path(points.slice(cut))}`} />
    </>
  );
}

const shades = [0.15, 0.35, 0.6, 0.85] as const;

/** Time to the right, frequency upward, the louder the darker. */
function Bands({ bands, values }: Extract<Glimpse, { kind: 'bands' }>) {
  const steps = values.length / bands;
  const [width, height] = [(side - 6) / steps, (side - 10) / bands];
  const cells = shades.map(() => '');
  for (const [i, value] of values.entries()) {
    const shade = shades.findLastIndex((least) => value >= least);
    if (shade < 0) continue;
    const x = 3 + Math.floor(i / bands) * width;
    const y = side - 5 - ((i % bands) + 1) * height;
    cells[shade] += `M${x.toFixed(1)} ${y.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}h-${width.toFixed(1)}z`;
  }
  return cells.map((d, shade) => <path key={d} className="band" d={d} opacity={(shade + 1) / shades.length} />);
}

/** A figure as it is written: from the warm end to the cool one. */
function Strokes({ strokes }: Extract<Glimpse, { kind: 'strokes' }>) {
  const points = strokes.map((stroke) => stroke.map(([x, y]): Point => [8 + x * (side - 16), 8 + y * (side - 16)]));
  const total = points.flat().length;
  let written = 0;
  return points.flatMap((stroke) =>
    stroke.map((point, i) => {
      written += 1;
      const before = stroke[i - 1];
      if (!before) return null;
      const share = Math.round((100 * written) / total);
      const stroked = `color-mix(in oklab, var(--cool) ${share}%, var(--warm))`;
      return <path key={written} className="pen" d={`M${path([before, point])}`} style={{ stroke: stroked }} />;
    }),
  );
}

/** A sheet with lines, a table with a curve, a table with classes. */
const ownSigns: Readonly<Record<string, string>> = {
  text: 'M13 9h16l7 7v23H13zM29 9v7h7M18 22h13M18 27h13M18 32h8',
  table: 'M8 10h32v28H8zM8 18h32M12 33l6-7 5 4 6-9 7 4',
  sequences:
    'M8 10h32v28H8zM8 18h32M12 24h14M12 31h9M33 22.5h.01M33 24h.01M32 24a1.5 1.5 0 1 0 3 0a1.5 1.5 0 1 0-3 0M31.5 29.5h4v4h-4z',
};

function picture(glimpse: Glimpse) {
  switch (glimpse.kind) {
    case 'lines':
      return <Lines lines={glimpse.lines} />;
    case 'answer':
      return <Answer read={glimpse.read} said={glimpse.said} />;
    case 'rows':
      return <Rows {...glimpse} />;
    case 'series':
      return <Series values={glimpse.values} />;
    case 'bands':
      return <Bands {...glimpse} />;
    case 'strokes':
      return <Strokes {...glimpse} />;
  }
}

const isTask = (dataset: string): dataset is SequenceTaskId => sequenceTaskIds.some((id) => id === dataset);

/** A glimpse of a task, drawn from its own examples; a sign for those that read what a person brings. */
export function TaskThumbnail({ dataset }: { readonly dataset: string }) {
  const glimpse = isTask(dataset) ? glimpseOf(dataset) : null;
  return (
    <svg className="thumbnail task" viewBox={`0 0 ${side} ${side}`} aria-hidden="true">
      {glimpse ? picture(glimpse) : <path className="own" d={ownSigns[dataset]} />}
    </svg>
  );
}
