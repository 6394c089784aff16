import { defaultConfig } from '../config/gate';
import { buildSequences } from '../data/sequences/build';
import type { ExamplesDataset, SequenceDataset } from '../data/sequences/dataset';
import { decodeRead, decodeSaid } from '../data/sequences/decode';
import { go } from '../data/sequences/info';
import type { SequenceOptions } from '../data/sequences/options';
import { type SequenceTaskId, sequenceTasks } from '../data/sequences/tasks';
import { decodeSymbols } from '../data/sequences/vocabulary';

export type Point = readonly [x: number, y: number];

/** A little of what a task is about, from its own examples: what its picture in the panel is drawn from. */
export type Glimpse =
  | { readonly kind: 'lines'; readonly lines: readonly string[] }
  | { readonly kind: 'answer'; readonly read: string; readonly said: string }
  /** Each row is read, and answered with a class. */
  | { readonly kind: 'rows'; readonly rows: readonly { readonly read: string; readonly said: string }[] }
  | { readonly kind: 'series'; readonly values: readonly number[] }
  /** Loudness 0 … 1, step after step, of so many bands. */
  | { readonly kind: 'bands'; readonly bands: number; readonly values: readonly number[] }
  /** Strokes of a pen, x to the right and y downward, 0 … 1. */
  | { readonly kind: 'strokes'; readonly strokes: readonly (readonly Point[])[] };

const seed = 3;
/** Made in no time. */
const few = { samples: 24, noise: 0, trainFraction: 1, window: 32, horizon: 1 } as const;

function build(dataset: SequenceTaskId, options: Partial<SequenceOptions> = {}): SequenceDataset {
  const { data } = defaultConfig('rec');
  return buildSequences({ ...data, ...sequenceTasks[dataset].defaults, ...few, ...options, dataset }, seed);
}

function examplesOf(task: SequenceTaskId, samples: number = few.samples): ExamplesDataset {
  const dataset = build(task, { samples });
  if (dataset.kind !== 'examples') throw new Error(`“${task}” has no separate examples`);
  return dataset;
}

/** Words under each other, as many as find room. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

function linesOf(task: SequenceTaskId): Glimpse {
  const { info, train } = examplesOf(task);
  const lines = Array.from(train.lengths, (_, i) => decodeRead(info, train, i));
  const fitting = lines.filter(({ length }) => length < 8).sort((a, b) => b.length - a.length);
  return { kind: 'lines', lines: fitting.slice(0, 3) };
}

function beginningOf(task: SequenceTaskId): Glimpse {
  const dataset = build(task);
  if (dataset.kind !== 'running' || dataset.info.input.kind !== 'symbols') return { kind: 'lines', lines: [] };
  const text = decodeSymbols(dataset.info.input.vocabulary, dataset.train.subarray(0, 60));
  const lines = task === 'verseChinese' ? text.split(/[，。\n]+/) : wrap(text, 8);
  return { kind: 'lines', lines: lines.slice(0, 3) };
}

/** What is read and what is to be said, of each example. */
function written(task: SequenceTaskId) {
  const { info, train } = examplesOf(task);
  return decodeSaid(info, train, train.targets).map((said, i) => ({ read: decodeRead(info, train, i), said }));
}

function question(task: SequenceTaskId): Glimpse {
  const all = written(task).map(({ read, said }) => ({ read: read.split(go)[0]?.trim() ?? '', said }));
  // One that shows what is done: long enough, and changed on the way where it can be.
  const telling = all.find(
    ({ read, said }) =>
      read.length > 3 && read.length < 6 && new Set(said).size > 1 && (task === 'copy' || read !== said),
  );
  return { kind: 'answer', read: '', said: '', ...(telling ?? all[0]) };
}

const bracketMarks: Readonly<Record<string, string>> = { open: '·', balanced: '✓', broken: '×' };

/** The first few steps of a puzzle that answers at each of them. */
function everyStep(task: SequenceTaskId): Glimpse {
  const steps = 5;
  const telling = written(task).find(({ read }) => /[)\]]|01+0/.test(read.slice(0, steps - 1)));
  if (!telling) return { kind: 'answer', read: '', said: '' };
  const { read, said } = telling;
  const answers = task === 'brackets' ? said.split(' ').map((name) => bracketMarks[name] ?? '') : Array.from(said);
  return { kind: 'answer', read: read.slice(0, steps), said: answers.slice(0, steps).join('') };
}

function firstAndLast(task: SequenceTaskId): Glimpse {
  const [{ read, said } = { read: '', said: '' }] = written(task);
  return { kind: 'answer', read: `${read.charAt(0)}…${read.slice(-1)}`, said };
}

function series(task: SequenceTaskId, steps: number): Glimpse {
  const dataset = build(task, { samples: steps });
  return { kind: 'series', values: dataset.kind === 'series' ? [...(dataset.data.series[0]?.values ?? [])] : [] };
}

/** The rows of the first example that ends in a class, in the units of its columns. */
function rowsOf({ info, train }: ExamplesDataset, label: number): number[][] {
  if (info.input.kind !== 'numbers') return [];
  const { length, lengths, targets, inputs } = train;
  const example = Math.max(
    0,
    [...lengths].findIndex((steps, i) => targets[i * length + steps - 1] === label),
  );
  const { columns, scales } = info.input;
  const { mean = [], deviation = [] } = scales[0] ?? {};
  return Array.from({ length: lengths[example] ?? 0 }, (_, step) =>
    columns.map((_, j) => {
      const value = inputs[(example * length + step) * columns.length + j] ?? 0;
      return value * (deviation[j] ?? 1) + (mean[j] ?? 0);
    }),
  );
}

function loudness(task: SequenceTaskId): Glimpse {
  const rows = rowsOf(examplesOf(task, 10), 0);
  const loudest = Math.max(...rows.flat());
  return { kind: 'bands', bands: rows[0]?.length ?? 1, values: rows.flat().map((v) => Math.max(0, v / loudest)) };
}

function pen(task: SequenceTaskId, digit: number): Glimpse {
  const strokes: Point[][] = [];
  let [x, y] = [0, 0];
  for (const [dx = 0, dy = 0, touching = 0] of rowsOf(examplesOf(task, 10), digit)) {
    x += dx;
    y += dy;
    if (touching < 0.5) strokes.push([]);
    strokes.at(-1)?.push([x, y]);
  }
  const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [left, right] = ends(strokes.flat().map(([px]) => px));
  const [top, bottom] = ends(strokes.flat().map(([, py]) => py));
  const size = Math.max(right - left, bottom - top) || 1;
  const place = ([px, py]: Point): Point => [
    (px - (left + right) / 2) / size + 0.5,
    (py - (top + bottom) / 2) / size + 0.5,
  ];
  return { kind: 'strokes', strokes: strokes.map((stroke) => stroke.map(place)) };
}

function table(task: SequenceTaskId): Glimpse {
  const dataset = examplesOf(task);
  const [{ said } = { said: '' }] = written(task);
  const answers = said.split(' ');
  const read = rowsOf(dataset, 0).map((row) => row.map(Math.round).join(' '));
  return { kind: 'rows', rows: read.map((row, i) => ({ read: row, said: answers[i] ?? '' })) };
}

const makers: Readonly<Record<SequenceTaskId, ((task: SequenceTaskId) => Glimpse) | null>> = {
  names: linesOf,
  sums: linesOf,
  nested: linesOf,
  verse: beginningOf,
  verseChinese: beginningOf,
  addition: question,
  parity: everyStep,
  copy: question,
  reverse: question,
  sort: question,
  brackets: everyStep,
  recall: firstAndLast,
  waves: (task) => series(task, 72),
  season: (task) => series(task, 40),
  price: (task) => series(task, 130),
  tones: loudness,
  strokes: (task) => pen(task, 4),
  article: table,
  text: null,
  table: null,
  sequences: null,
};

const made = new Map<SequenceTaskId, Glimpse | null>();

/** A glimpse of a task; null for those that read what a person brings. */
export function glimpseOf(task: SequenceTaskId): Glimpse | null {
  const glimpse = made.get(task) ?? makers[task]?.(task) ?? null;
  made.set(task, glimpse);
  return glimpse;
}
