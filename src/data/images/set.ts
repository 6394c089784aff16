/** Grey square pictures of one size, with a class each where that is known. */
export interface ImageSet {
  readonly name: string;
  /** Pixels a side. */
  readonly size: number;
  readonly count: number;
  /** count × size × size, row after row, 0 (background) to 255 (ink). */
  readonly pixels: Uint8Array;
  /** Place among the classes of each picture. */
  readonly labels: Uint8Array | null;
  /** Empty where there are no labels. */
  readonly classes: readonly string[];
}

/** What the built-in sets are made by. */
export interface DrawnOptions {
  /** Pixels a side. */
  readonly size: number;
  readonly count: number;
  readonly seed: number;
}

/** Sides of pictures that the built-in sets are made for. */
export const imageSizes = [8, 12, 16, 28] as const;

/** Background and ink as numbers: 0 and 1, or −1 and 1 as a generator with tanh says them. */
export type InkRange = 'unit' | 'signed';

/** The number for each of the 256 levels. */
function levels(range: InkRange): Float32Array {
  return Float32Array.from({ length: 256 }, (_, level) => (range === 'unit' ? level / 255 : (2 * level) / 255 - 1));
}

/** Pictures as rows of numbers, pictures × size²: all of them, or those with the numbers in `pictures`. */
export function imageRows(set: ImageSet, range: InkRange, pictures?: ArrayLike<number>): Float32Array {
  const inks = levels(range);
  const width = set.size * set.size;
  const count = pictures?.length ?? set.count;
  const out = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const from = (pictures ? (pictures[row] as number) : row) * width;
    for (let i = 0; i < width; i++) out[row * width + i] = inks[set.pixels[from + i] as number] as number;
  }
  return out;
}

/** Levels as numbers. */
export function rowsOfPixels(pixels: Uint8Array, range: InkRange): Float32Array {
  const inks = levels(range);
  return Float32Array.from(pixels, (level) => inks[level] as number);
}

/** The way back from `imageRows`: levels of what a generator says, cut to the range; not a number is background. */
export function pixelsOf(values: ArrayLike<number>, range: InkRange): Uint8Array {
  const out = new Uint8ClampedArray(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    out[i] = 255 * (range === 'unit' ? value : (value + 1) / 2);
  }
  return new Uint8Array(out.buffer);
}
