import { Depthwise } from './kinds';

/** to[i] += a[i] · b[i] */
// @inline
function multiplyAdd(to: usize, a: usize, b: usize, bytes: usize): void {
  let i: usize = 0;
  for (; i + 16 <= bytes; i += 16)
    v128.store(to + i, f32x4.add(v128.load(to + i), f32x4.mul(v128.load(a + i), v128.load(b + i))));
  for (; i < bytes; i += 4) store<f32>(to + i, load<f32>(to + i) + load<f32>(a + i) * load<f32>(b + i));
}

// @inline
function add(to: usize, value: f32): void {
  store<f32>(to, load<f32>(to) + value);
}

/** What one value of the filter has to do with one pixel, of each channel and each of its `multiplier` results. */
// @inline
function touch(kind: i32, pixel: usize, result: usize, filter: usize, channels: i32, multiplier: i32): void {
  if (multiplier == 1) {
    const bytes = (<usize>channels) << 2;
    if (kind == Depthwise.result) multiplyAdd(result, pixel, filter, bytes);
    else if (kind == Depthwise.images) multiplyAdd(pixel, result, filter, bytes);
    else multiplyAdd(filter, pixel, result, bytes);
    return;
  }
  for (let c: i32 = 0; c < channels; c++) {
    for (let q: i32 = 0; q < multiplier; q++) {
      if (kind == Depthwise.result) add(result, load<f32>(pixel) * load<f32>(filter));
      else if (kind == Depthwise.images) add(pixel, load<f32>(result) * load<f32>(filter));
      else add(filter, load<f32>(pixel) * load<f32>(result));
      result += 4;
      filter += 4;
    }
    pixel += 4;
  }
}

/**
 * A depthwise convolution, in which every channel has filters of its own, or one of its gradients: adds to the operand
 * that `kind` names what comes of the other two.
 * @param images [batch, height, width, channels]
 * @param results [batch, outHeight, outWidth, channels · multiplier]
 * @param filter [filterHeight, filterWidth, channels, multiplier]
 */
export function depthwise(
  kind: i32,
  images: usize,
  results: usize,
  filter: usize,
  batch: i32,
  multiplier: i32,
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
  const pixelBytes = (<usize>channels) << 2;
  const resultBytes = pixelBytes * multiplier;
  let result = results;
  for (let outRow: i32 = 0; outRow < batch * outHeight; outRow++) {
    const image = images + <usize>(outRow / outHeight) * height * width * pixelBytes;
    const y0 = (outRow % outHeight) * strideY - top;
    for (let outColumn: i32 = 0; outColumn < outWidth; outColumn++) {
      const x0 = outColumn * strideX - left;
      for (let i = max(-y0, 0); i < min(height - y0, filterHeight); i++)
        for (let j = max(-x0, 0); j < min(width - x0, filterWidth); j++) {
          const pixel = image + <usize>((y0 + i) * width + x0 + j) * pixelBytes;
          const weights = filter + <usize>(i * filterWidth + j) * resultBytes;
          touch(kind, pixel, result, weights, channels, multiplier);
        }
      result += resultBytes;
    }
  }
}
