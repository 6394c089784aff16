import { unknownSymbol } from './info';

/** A text as symbols, and what of it the vocabulary does not know. */
export interface EncodedText {
  readonly symbols: Int32Array;
  /** Each unknown symbol once, in the order of appearance. */
  readonly unknown: readonly string[];
}

/** The different code points of a text, sorted, and how often each occurs. */
export function countSymbols(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const symbol of text) counts.set(symbol, (counts.get(symbol) ?? 0) + 1);
  const point = (symbol: string) => symbol.codePointAt(0) ?? 0;
  return new Map([...counts].sort(([a], [b]) => point(a) - point(b)));
}

/**
 * The symbols of a vocabulary with room for `most`: all of them, or the most frequent ones and `unknownSymbol` in
 * the place of the others. `dropped` says how many these are.
 */
export function makeVocabulary(
  counts: ReadonlyMap<string, number>,
  most: number,
): { readonly vocabulary: readonly string[]; readonly dropped: number } {
  const all = [...counts.keys()];
  if (all.length <= most) return { vocabulary: all, dropped: 0 };
  const others = all.filter((symbol) => symbol !== unknownSymbol);
  const frequent = others.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, most - 1);
  const kept = new Set([...frequent, unknownSymbol]);
  const vocabulary = [...all.filter((symbol) => kept.has(symbol) && symbol !== unknownSymbol), unknownSymbol];
  return { vocabulary, dropped: all.length - frequent.length };
}

/**
 * Turns texts into symbols of a vocabulary. One that the vocabulary does not have becomes its `unknownSymbol`, or
 * is left out where it has none.
 */
export function symbolEncoder(vocabulary: readonly string[]): (text: string) => EncodedText {
  const places = new Map(vocabulary.map((symbol, place) => [symbol, place]));
  const stand = places.get(unknownSymbol);
  return (text) => {
    const unknown = new Set<string>();
    const symbols = new Int32Array(text.length);
    let length = 0;
    for (const symbol of text) {
      const known = places.get(symbol);
      if (known === undefined) unknown.add(symbol);
      const place = known ?? stand;
      if (place === undefined) continue;
      symbols[length] = place;
      length += 1;
    }
    return { symbols: symbols.slice(0, length), unknown: [...unknown] };
  };
}

/** The text of symbols; the inverse of symbolEncoder for a text whose symbols are all known. */
export function decodeSymbols(vocabulary: readonly string[], symbols: ArrayLike<number>): string {
  return Array.from(symbols, (symbol) => vocabulary[symbol] ?? unknownSymbol).join('');
}
