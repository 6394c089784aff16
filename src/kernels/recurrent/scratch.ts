/** Bytes of scratch for products of […, depth] and [depth, columns] with packed weights (recurrent.as.ts). */
export const recurrentScratch = (depth: number, columns: number): number => 4 * (depth * (columns + 80) + 32);
