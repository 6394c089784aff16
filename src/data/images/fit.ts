import { averager } from './average';

/** The part of grey in red, green and blue, after Rec. 601. */
const [redShare, greenShare, blueShare] = [0.299, 0.587, 0.114];

function median(values: Uint8Array): number {
  return values.toSorted()[values.length >> 1] ?? 0;
}

/**
 * Grey levels of a picture. What is transparent becomes paper: black where what can be seen is light, else white.
 */
function toGrey(rgba: Uint8ClampedArray, count: number): Uint8Array {
  const grey = new Float32Array(count);
  let [light, opaque] = [0, 0];
  for (let i = 0; i < count; i++) {
    const [red, green, blue, alpha] = [rgba[4 * i], rgba[4 * i + 1], rgba[4 * i + 2], rgba[4 * i + 3]] as [
      number,
      number,
      number,
      number,
    ];
    grey[i] = redShare * red + greenShare * green + blueShare * blue;
    light += alpha * (grey[i] as number);
    opaque += alpha;
  }
  const paper = light > 127.5 * opaque ? 0 : 255;
  const out = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    const alpha = (rgba[4 * i + 3] as number) / 255;
    out[i] = Math.round(alpha * (grey[i] as number) + (1 - alpha) * paper);
  }
  return out;
}

/** The pixels along the four edges. */
function border(grey: Uint8Array, width: number, height: number): Uint8Array {
  const edge: number[] = [];
  for (let x = 0; x < width; x++) edge.push(grey[x] as number, grey[(height - 1) * width + x] as number);
  for (let y = 0; y < height; y++) edge.push(grey[y * width] as number, grey[y * width + width - 1] as number);
  return Uint8Array.from(edge);
}

/**
 * A picture of any shape as size × size grey levels: in the middle of a square of its own background, each new pixel
 * the mean of what it covers. The background is what most of the border has: where it is lighter than half, the
 * picture is taken for dark ink on light paper and inverted, so that ink is always the bright part.
 */
export function fitPicture(rgba: Uint8ClampedArray, width: number, height: number, size: number): Uint8Array {
  const grey = toGrey(rgba, width * height);
  const paper = median(border(grey, width, height));
  const side = Math.max(width, height);
  const square = new Uint8Array(side * side).fill(paper);
  const [left, top] = [Math.floor((side - width) / 2), Math.floor((side - height) / 2)];
  for (let y = 0; y < height; y++) square.set(grey.subarray(y * width, (y + 1) * width), (top + y) * side + left);
  if (paper > 127) for (let i = 0; i < square.length; i++) square[i] = 255 - (square[i] as number);
  const out = new Uint8Array(size * size);
  averager(side, size)(square, 0, out, 0);
  return out;
}
