/** A picture of any shape: width × height levels, row after row. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

export interface SheetOptions {
  /** Pictures a row. */
  readonly columns: number;
  /** Pixels between two pictures and around all of them; 1 by default. */
  readonly gap?: number;
  /** Pixels of the sheet for each pixel of a picture; 1 by default. */
  readonly scale?: number;
  /** The level between the pictures; 0 by default. */
  readonly between?: number;
}

/** Square pictures, size² levels each, in rows on one sheet, from the upper left. */
export function layOut(pixels: Uint8Array, size: number, options: SheetOptions): GreyPicture {
  const { gap = 1, scale = 1, between = 0 } = options;
  const count = Math.floor(pixels.length / (size * size));
  const columns = Math.max(1, Math.min(options.columns, count));
  const step = size * scale + gap;
  const [width, height] = [gap + columns * step, gap + Math.ceil(count / columns) * step];
  const sheet = new Uint8Array(width * height).fill(between);
  for (let picture = 0; picture < count; picture++) {
    const left = gap + (picture % columns) * step;
    const top = gap + Math.floor(picture / columns) * step;
    for (let y = 0; y < size * scale; y++) {
      const from = (picture * size + Math.floor(y / scale)) * size;
      const to = (top + y) * width + left;
      for (let x = 0; x < size * scale; x++) sheet[to + x] = pixels[from + Math.floor(x / scale)] as number;
    }
  }
  return { width, height, pixels: sheet };
}

export type Rgb = readonly [red: number, green: number, blue: number];

/** A grey picture in colours from that of the background to that of the ink, opaque, as canvases take it. */
export function toRgba(
  { pixels }: GreyPicture,
  paper: Rgb = [0, 0, 0],
  ink: Rgb = [255, 255, 255],
): Uint8ClampedArray<ArrayBuffer> {
  const out = new Uint8ClampedArray(4 * pixels.length).fill(255);
  for (let i = 0; i < pixels.length; i++) {
    const level = (pixels[i] as number) / 255;
    for (let k = 0; k < 3; k++) {
      const from = paper[k] as number;
      out[4 * i + k] = from + level * ((ink[k] as number) - from);
    }
  }
  return out;
}
