import { Pool } from './kinds';

// Windows go over images, NHWC; what lies outside of an image does not count.

/** A pixel's values into those gathered so far. */
// @inline
function gather(kind: i32, to: usize, pixel: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16) {
    const before = v128.load(to + i);
    const value = v128.load(pixel + i);
    v128.store(to + i, kind == Pool.maximum ? f32x4.pmax(before, value) : f32x4.add(before, value));
  }
  for (; i < bytes; i += 4) {
    const before = v128.load32_splat(to + i);
    const value = v128.load32_splat(pixel + i);
    v128.store32_lane(to + i, kind == Pool.maximum ? f32x4.pmax(before, value) : f32x4.add(before, value), 0);
  }
}

// @inline
function divide(to: usize, bytes: usize, by: f32): void {
  for (let i: usize = 0; i < bytes; i += 4) store<f32>(to + i, load<f32>(to + i) / by);
}

/** Adds dy · factor to a pixel. */
// @inline
function addScaled(pixel: usize, dy: usize, bytes: usize, factor: f32): void {
  const four = f32x4.splat(factor);
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16)
    v128.store(pixel + i, f32x4.add(v128.load(pixel + i), f32x4.mul(v128.load(dy + i), four)));
  for (; i < bytes; i += 4) store<f32>(pixel + i, load<f32>(pixel + i) + load<f32>(dy + i) * factor);
}

/** Adds dy to the first of the largest values of one channel in rows y0 … y1 and columns x0 … x1 of an image. */
// @inline
function addToLargest(
  dx: usize,
  image: usize,
  dy: f32,
  y0: i32,
  y1: i32,
  x0: i32,
  x1: i32,
  line: usize,
  pixel: usize,
): void {
  let largest: f32 = -Infinity;
  let at = <usize>y0 * line + <usize>x0 * pixel;
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++) {
      const place = <usize>y * line + <usize>x * pixel;
      const value = load<f32>(image + place);
      if (value > largest) {
        largest = value;
        at = place;
      }
    }
  store<f32>(dx + at, load<f32>(dx + at) + dy);
}

/** The largest value, or the mean, of every channel under every window: [batch, outHeight, outWidth, channels]. */
export function pool(
  kind: i32,
  to: usize,
  images: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideY: i32,
  strideX: i32,
  top: i32,
  left: i32,
  outHeight: i32,
  outWidth: i32,
): void {
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  for (let outRow: i32 = 0; outRow < batch * outHeight; outRow++) {
    const image = images + <usize>(outRow / outHeight) * height * line;
    const corner = (outRow % outHeight) * strideY - top;
    const y0 = max(corner, 0);
    const y1 = min(corner + filterHeight, height);
    for (let outColumn: i32 = 0; outColumn < outWidth; outColumn++) {
      const x0 = max(outColumn * strideX - left, 0);
      const x1 = min(outColumn * strideX - left + filterWidth, width);
      const start: f32 = kind == Pool.maximum ? -Infinity : 0;
      for (let i: usize = 0; i < pixel; i += 4) store<f32>(to + i, start);
      for (let y = y0; y < y1; y++)
        for (let x = x0; x < x1; x++) {
          const from = image + <usize>y * line + <usize>x * pixel;
          if (kind == Pool.maximum) gather(Pool.maximum, to, from, pixel);
          else gather(Pool.average, to, from, pixel);
        }
      if (kind == Pool.average) divide(to, pixel, <f32>((y1 - y0) * (x1 - x0)));
      to += pixel;
    }
  }
}

/**
 * Adds to dx, which is of the images' shape, what windows pass back of dy: to the largest value, the first one where
 * there are several, or to all in equal parts of the whole window, as tfjs does.
 */
export function poolGradient(
  kind: i32,
  dx: usize,
  dy: usize,
  images: usize,
  batch: i32,
  height: i32,
  width: i32,
  channels: i32,
  filterHeight: i32,
  filterWidth: i32,
  strideY: i32,
  strideX: i32,
  top: i32,
  left: i32,
  outHeight: i32,
  outWidth: i32,
): void {
  const pixel = (<usize>channels) << 2;
  const line = <usize>width * pixel;
  const share: f32 = 1 / <f32>(filterHeight * filterWidth);
  for (let outRow: i32 = 0; outRow < batch * outHeight; outRow++) {
    const offset = <usize>(outRow / outHeight) * height * line;
    const corner = (outRow % outHeight) * strideY - top;
    const y0 = max(corner, 0);
    const y1 = min(corner + filterHeight, height);
    for (let outColumn: i32 = 0; outColumn < outWidth; outColumn++) {
      const x0 = max(outColumn * strideX - left, 0);
      const x1 = min(outColumn * strideX - left + filterWidth, width);
      if (kind == Pool.maximum)
        for (let i: usize = 0; i < pixel; i += 4)
          addToLargest(dx + offset + i, images + offset + i, load<f32>(dy + i), y0, y1, x0, x1, line, pixel);
      else
        for (let y = y0; y < y1; y++)
          for (let x = x0; x < x1; x++) addScaled(dx + offset + <usize>y * line + <usize>x * pixel, dy, pixel, share);
      dy += pixel;
    }
  }
}
