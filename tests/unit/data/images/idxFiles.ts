import type { NamedFile } from '../../../../src/data/images/idx';

/** An IDX file of bytes: the type, the dimensions, the values. */
export function writeIdx(shape: readonly number[], values: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const header = 4 + 4 * shape.length;
  const bytes = new Uint8Array(header + values.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x0800 + shape.length);
  for (const [i, length] of shape.entries()) view.setUint32(4 + 4 * i, length);
  bytes.set(Array.from(values), header);
  return bytes;
}

export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const packed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(packed).arrayBuffer());
}

export const named = (name: string, bytes: Uint8Array<ArrayBuffer>): NamedFile => ({ name, file: new Blob([bytes]) });
