import { median } from '../../../data/statistics';

/** What an evaluation told of both networks. What is not known or has no meaning (a critic's accuracy) is left out. */
export interface HealthRow {
  readonly generatorLoss: number;
  /** Share of real and of generated samples that the discriminator tells rightly. */
  readonly realAccuracy?: number;
  readonly generatedAccuracy?: number;
  /** Spread of the generated samples over that of the data (spread.ts). */
  readonly spread?: number;
  /** Share of the modes that are covered (modes.ts). */
  readonly modesCovered?: number;
  /** Share of samples near-identical to another (spread.ts). */
  readonly identical?: number;
}

export type Health =
  | { readonly kind: 'fine' }
  /** The generator makes too little that differs: which sign told it, its value and where it starts to tell. */
  | { readonly kind: 'collapse'; readonly sign: CollapseSign; readonly value: number; readonly limit: number }
  /** The discriminator is nearly always right and the generator's loss grew by `rise` within the rows looked at. */
  | {
      readonly kind: 'overwhelmed';
      readonly realAccuracy: number;
      readonly generatedAccuracy: number;
      readonly generatorLoss: number;
      readonly rise: number;
    };

type CollapseSign = 'identical' | 'spread' | 'modesCovered';

/** So many of the last rows are looked at; with fewer than the least nothing is said. */
const mostRows = 10;
const leastRows = 4;
const nearlyAlways = 0.98;
/** A sign that got better by this factor from the first half of the rows to the second is mending. */
const mended = 1.1;
/** The loss has to grow by this share of its size, so that noise is no rise. */
const leastRise = 0.05;

/** In the order they are told: the first that holds is the plainest. */
const signs: readonly { readonly sign: CollapseSign; readonly limit: number; readonly below: boolean }[] = [
  { sign: 'identical', limit: 0.5, below: false },
  { sign: 'spread', limit: 0.25, below: true },
  { sign: 'modesCovered', limit: 0.5, below: true },
];

/** Medians of the first and the second half of the rows, and of all; null where a row lacks the value. */
function trendOf(rows: readonly HealthRow[], key: keyof HealthRow) {
  const values: number[] = [];
  for (const row of rows) {
    const value = row[key];
    if (value === undefined || !Number.isFinite(value)) return null;
    values.push(value);
  }
  const half = Math.floor(values.length / 2);
  return { early: median(values.slice(0, half)), late: median(values.slice(-half)), middle: median(values) };
}

function findCollapse(rows: readonly HealthRow[]): Health | null {
  for (const { sign, limit, below } of signs) {
    const trend = trendOf(rows, sign);
    if (!trend) continue;
    const beyond = below ? trend.late < limit : trend.late > limit;
    // A young generator starts narrow and spreads: what gets clearly better is no collapse.
    const mending = below ? trend.late > mended * trend.early : trend.late * mended < trend.early;
    if (beyond && !mending) return { kind: 'collapse', sign, value: trend.late, limit };
  }
  return null;
}

function findOverwhelmed(rows: readonly HealthRow[]): Health | null {
  const real = trendOf(rows, 'realAccuracy');
  const generated = trendOf(rows, 'generatedAccuracy');
  const loss = trendOf(rows, 'generatorLoss');
  if (!real || !generated || !loss) return null;
  const rise = loss.late - loss.early;
  if (Math.min(real.middle, generated.middle) < nearlyAlways || rise <= leastRise * Math.abs(loss.early)) return null;
  return {
    kind: 'overwhelmed',
    realAccuracy: real.middle,
    generatedAccuracy: generated.middle,
    generatorLoss: loss.late,
    rise,
  };
}

/**
 * A plain verdict from the last rows of a run, oldest first. Collapse is told before an overwhelmed generator: it is
 * what a person sees. A value that a row lacks, or that is not finite, leaves its sign out; losses that are no numbers
 * are the trainer's to report.
 *
 * Source: the signs as in Goodfellow, "NIPS 2016 Tutorial: Generative Adversarial Networks" (collapse), and Arjovsky,
 * Bottou, "Towards Principled Methods for Training Generative Adversarial Networks", ICLR 2017 (a perfect
 * discriminator).
 */
export function healthOf(history: readonly HealthRow[]): Health {
  const rows = history.slice(-mostRows);
  if (rows.length < leastRows) return { kind: 'fine' };
  return findCollapse(rows) ?? findOverwhelmed(rows) ?? { kind: 'fine' };
}
