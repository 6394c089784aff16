import type { ColumnValues } from '../../../data/imitated/rows';
import { countValues } from '../../../data/statistics';

/** Bars of a histogram, and categories that have one of their own. */
const barsShown = 20;
const categoriesShown = 8;

/** Shares of real and of made rows in one bar. */
export interface Bar {
  /** The category; null for those that have no bar of their own, undefined for a stretch of numbers. */
  readonly name?: string | null;
  readonly real: number;
  readonly made: number;
}

export interface Marginal {
  readonly bars: readonly Bar[];
  /** Of numbers: from the first bar to the last. Made ones beyond are counted in the outermost. */
  readonly range?: readonly [low: number, high: number];
}

function numberBars(real: ArrayLike<number>, made: ArrayLike<number>): Marginal {
  const values = Array.from(real);
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  if (!(high >= low)) return { bars: [] };
  const distinct = new Set(values);
  // Few different whole numbers have a bar each.
  const whole = [...distinct].every(Number.isInteger) && high - low < barsShown;
  const bars = whole ? high - low + 1 : barsShown;
  const [from, width] = whole ? [low - 0.5, 1] : [low, (high - low) / bars || 1];
  const shares = (all: ArrayLike<number>) => {
    const counts = new Float64Array(bars);
    for (const value of Array.from(all)) {
      const bar = Math.min(bars - 1, Math.max(0, Math.floor((value - from) / width)));
      counts[bar] = (counts[bar] ?? 0) + 1 / all.length;
    }
    return counts;
  };
  const [ofReal, ofMade] = [shares(real), shares(made)];
  return {
    bars: Array.from(ofReal, (share, i) => ({ real: share, made: ofMade[i] ?? 0 })),
    range: [low, high],
  };
}

function categoryBars(real: readonly string[], made: readonly string[]): Marginal {
  const [ofReal, ofMade] = [countValues(real), countValues(made)];
  const share = (counts: ReadonlyMap<string, number>, name: string, all: readonly string[]) =>
    (counts.get(name) ?? 0) / Math.max(1, all.length);
  const names = [...new Set([...ofReal.keys(), ...ofMade.keys()])].sort(
    (a, b) => (ofReal.get(b) ?? 0) - (ofReal.get(a) ?? 0),
  );
  const own = names.length > categoriesShown ? names.slice(0, categoriesShown - 1) : names;
  const bars = own.map((name) => ({ name, real: share(ofReal, name, real), made: share(ofMade, name, made) }));
  if (own.length === names.length) return { bars };
  const rest = (key: 'real' | 'made') => 1 - bars.reduce((sum, bar) => sum + bar[key], 0);
  return { bars: [...bars, { name: null, real: rest('real'), made: rest('made') }] };
}

/** How often real and made rows have each value of a column. */
export function marginalOf(real: ColumnValues, made: ColumnValues): Marginal {
  if (real.kind === 'number' && made.kind === 'number') return numberBars(real.values, made.values);
  if (real.kind === 'category' && made.kind === 'category') return categoryBars(real.values, made.values);
  return { bars: [] };
}
