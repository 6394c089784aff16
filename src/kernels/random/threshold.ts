/** Dropout keeps where the upper 24 bits of a word are at least this. */
export const dropoutThreshold = (rate: number): number => Math.ceil(Math.fround(rate) * 2 ** 24);
