// A convolution is a product of matrices: every place of the filter on the image becomes a row of the values that the
// filter covers there, [batch · outHeight · outWidth, filterHeight · filterWidth · channels]. Images are NHWC; values
// outside of an image are 0.

/** Rows of more bytes are copied by a call, shorter ones in a loop. */
const longRow: usize = 512;

// @inline
function zero(to: usize, bytes: usize): void {
  for (; bytes >= 16; bytes -= 16) {
    v128.store(to, f32x4.splat(0));
    to += 16;
  }
  for (; bytes > 0; bytes -= 4) {
    store<f32>(to, 0);
    to += 4;
  }
}

// @inline
function copy(to: usize, from: usize, bytes: usize): void {
  if (bytes > longRow) {
    memory.copy(to, from, bytes);
    return;
  }
  for (; bytes >= 16; bytes -= 16) {
    v128.store(to, v128.load(from));
    to += 16;
    from += 16;
  }
  for (; bytes > 0; bytes -= 4) {
    store<f32>(to, load<f32>(from));
    to += 4;
    from += 4;
  }
}

// @inline
function add(to: usize, from: usize, bytes: usize): void {
  for (; bytes >= 16; bytes -= 16) {
    v128.store(to, f32x4.add(v128.load(to), v128.load(from)));
    to += 16;
    from += 16;
  }
  for (; bytes > 0; bytes -= 4) {
    store<f32>(to, load<f32>(to) + load<f32>(from));
    to += 4;
    from += 4;
  }
}

/** Writes rows `first` to `first + count` of the matrix. */
export function unfold(
  to: usize,
  images: usize,
  first: i32,
  count: i32,
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
  const line = <usize>filterWidth * pixel;
  for (let place = first; place < first + count; place++) {
    const outRow = place / outWidth;
    const image = images + <usize>(outRow / outHeight) * height * width * pixel;
    const y0 = (outRow % outHeight) * strideY - top;
    const x0 = (place % outWidth) * strideX - left;
    // Columns of the filter that are on the image.
    const start = min(max(-x0, 0), filterWidth);
    const end = max(min(width - x0, filterWidth), start);
    const before = <usize>start * pixel;
    const inside = <usize>(end - start) * pixel;
    for (let y = y0; y < y0 + filterHeight; y++) {
      if (y < 0 || y >= height) zero(to, line);
      else {
        zero(to, before);
        copy(to + before, image + <usize>(y * width + x0 + start) * pixel, inside);
        zero(to + before + inside, line - before - inside);
      }
      to += line;
    }
  }
}

/** Adds rows `first` to `first + count` of such a matrix to the images, each value where it would have come from. */
export function fold(
  images: usize,
  from: usize,
  first: i32,
  count: i32,
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
  const line = <usize>filterWidth * pixel;
  for (let place = first; place < first + count; place++) {
    const outRow = place / outWidth;
    const image = images + <usize>(outRow / outHeight) * height * width * pixel;
    const y0 = (outRow % outHeight) * strideY - top;
    const x0 = (place % outWidth) * strideX - left;
    const start = min(max(-x0, 0), filterWidth);
    const end = max(min(width - x0, filterWidth), start);
    for (let y = y0; y < y0 + filterHeight; y++) {
      if (y >= 0 && y < height)
        add(image + <usize>(y * width + x0 + start) * pixel, from + <usize>start * pixel, <usize>(end - start) * pixel);
      from += line;
    }
  }
}
