import type { SaidSymbol } from '../view';

/** A name and its share, likeliest first. */
export type Ranked = readonly (readonly [name: string, share: number])[];

/** The likeliest of several names, most likely first; the first among equals. */
export function rank(names: readonly string[], shares: ArrayLike<number>, most: number): Ranked {
  return names
    .map((name, i) => [name, shares[i] ?? 0] as const)
    .sort(([, a], [, b]) => b - a)
    .slice(0, most);
}

/** The likeliest symbols at a place and, last, the one that was said where it is none of them. */
export function alternatives({ symbol, probability, likeliest }: SaidSymbol): Ranked {
  if (likeliest.length === 0 || likeliest.some(([other]) => other === symbol)) return likeliest;
  return [...likeliest, [symbol, probability]];
}
