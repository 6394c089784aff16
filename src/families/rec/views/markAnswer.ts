import { blank } from '../../../data/sequences/info';
import type { SaidSymbol } from '../view';

/** A place of an answer: what was said there, and whether that is right. */
export interface MarkedSymbol {
  /** '' where nothing was said and something should have been. */
  readonly symbol: string;
  readonly right: boolean;
  readonly probability: number;
}

/**
 * An answer place by place. Blanks after its end are left out; a blank where something should stand is a gap, and
 * wrong.
 */
export function markAnswer(said: readonly SaidSymbol[], expected: string): MarkedSymbol[] {
  const right = Array.from(expected);
  const last = said.findLastIndex(({ symbol }) => symbol !== blank);
  return Array.from({ length: Math.max(right.length, last + 1) }, (_, i) => {
    const { symbol = blank, probability = 0 } = said[i] ?? {};
    return { symbol: symbol === blank ? '' : symbol, right: symbol === (right[i] ?? blank), probability };
  });
}
