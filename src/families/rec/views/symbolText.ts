/** Signs of what would not be seen. */
const signs: Readonly<Record<string, string>> = { '\n': '↵', ' ': '␣', '\t': '⇥', '': '–' };

/** A symbol as it can be seen. */
export const symbolText = (symbol: string): string => signs[symbol] ?? symbol;

/** Symbols of a text that a vocabulary does not have, each once, in the order of appearance. */
export function unknownSymbols(text: string, vocabulary: readonly string[]): string[] {
  const known = new Set(vocabulary);
  return [...new Set(text)].filter((symbol) => !known.has(symbol));
}
