const words = (values: Float32Array) => new Uint32Array(values.buffer, values.byteOffset, values.length);

/** Whether values are the same bit for bit: NaN equals itself, −0 differs from 0. */
export function sameBits(a: Float32Array, b: Float32Array): boolean {
  const [these, those] = [words(a), words(b)];
  return these.length === those.length && these.every((word, i) => word === those[i]);
}
