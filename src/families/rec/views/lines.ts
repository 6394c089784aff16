import { classColourCount } from '../../../canvas/themeColours';

/** How a line of a chart is told from the others: never by its colour alone. */
export interface LineSign {
  readonly css: string;
  readonly dash: readonly number[];
  readonly width: number;
  /** Whether its steps are marked: filled or hollow. */
  readonly dots?: 'filled' | 'hollow';
}

const known: Readonly<Record<string, LineSign>> = {
  past: { css: 'var(--soft)', dash: [], width: 1.75 },
  actual: { css: 'var(--ink)', dash: [], width: 1.75, dots: 'hollow' },
  network: { css: 'var(--warm)', dash: [], width: 2.75, dots: 'filled' },
  persistence: { css: 'var(--test)', dash: [2, 3], width: 1.75 },
  season: { css: 'var(--class-2)', dash: [7, 4], width: 1.75 },
  drift: { css: 'var(--class-3)', dash: [9, 3, 2, 3], width: 1.75 },
};

/** The sign of a line by its name; of a baseline that is not known, by its place. */
export function lineSign(name: string, place = 0): LineSign {
  return known[name] ?? { css: `var(--class-${(place + 5) % classColourCount})`, dash: [4, 2], width: 1.75 };
}
