import { Problem } from '../../problem';
import { refuseBlank } from './blank';
import { unpack } from './gzip';
import type { ImageSet } from './set';

/** A file that was opened or dropped. */
export interface NamedFile {
  readonly name: string;
  readonly file: Blob;
}

const pictureMagic = 0x00000803;
const labelMagic = 0x00000801;
const megabyte = 2 ** 20;
/** MNIST is 45 MB of pixels; a set in memory is kept as it is, a byte a pixel. */
const mostBytes = 256 * megabyte;

type Idx =
  | { readonly kind: 'pictures'; readonly name: string; readonly shape: Shape; readonly bytes: Uint8Array }
  | { readonly kind: 'labels'; readonly name: string; readonly bytes: Uint8Array };
type Pictures = Extract<Idx, { kind: 'pictures' }>;
type Labels = Extract<Idx, { kind: 'labels' }>;
type Shape = readonly [count: number, height: number, width: number];

function hex(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ') || '–';
}

/** What follows the header: as many bytes as it says, no more and no less. */
function body(bytes: Uint8Array, header: number, length: number, name: string): Uint8Array {
  const expected = header + length;
  if (bytes.length !== expected) throw new Problem('idxLength', { name, expected, found: bytes.length });
  return bytes.subarray(header);
}

/**
 * What an IDX file holds, after Yann LeCun's description of the format: four bytes that tell the type and the number of
 * dimensions, each dimension as a 32-bit integer, then the values; big-endian.
 * @throws {Problem} `idxMagic`, `idxLength`, `idxEmpty`, `picturesTooLarge`.
 */
function parseIdx(bytes: Uint8Array, name: string): Idx {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = bytes.length >= 4 ? view.getUint32(0) : 0;
  if (magic !== pictureMagic && magic !== labelMagic) throw new Problem('idxMagic', { name, found: hex(bytes) });
  const header = magic === labelMagic ? 8 : 16;
  if (bytes.length < header) throw new Problem('idxLength', { name, expected: header, found: bytes.length });
  const count = view.getUint32(4);
  if (magic === labelMagic) return { kind: 'labels', name, bytes: body(bytes, header, count, name) };

  const [height, width] = [view.getUint32(8), view.getUint32(12)];
  const shape = `${count} × ${height} × ${width}`;
  if (count * height * width === 0) throw new Problem('idxEmpty', { name, shape });
  const size = count * Math.max(height, width) ** 2;
  if (size > mostBytes)
    throw new Problem('picturesTooLarge', { name, size: Math.ceil(size / megabyte), limit: mostBytes / megabyte });
  return {
    kind: 'pictures',
    name,
    shape: [count, height, width],
    bytes: body(bytes, header, count * height * width, name),
  };
}

/** Pictures that are higher than wide, or wider than high, in the middle of a blank square. */
function squared({ bytes, shape: [count, height, width] }: Pictures): Uint8Array {
  if (height === width) return bytes;
  const size = Math.max(height, width);
  const [top, left] = [Math.floor((size - height) / 2), Math.floor((size - width) / 2)];
  const out = new Uint8Array(count * size * size);
  for (let i = 0; i < count; i++)
    for (let y = 0; y < height; y++) {
      const from = (i * height + y) * width;
      out.set(bytes.subarray(from, from + width), (i * size + top + y) * size + left);
    }
  return out;
}

/** How many characters two names begin with in common: train-images goes with train-labels. */
function likeness(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/**
 * For each file of pictures the labels that are as many; where several are, those with the most similar name.
 * @throws {Problem} `idxLabelsAlone`, `idxLabelCount`.
 */
function pair(pictures: readonly Pictures[], labels: readonly Labels[]): (Labels | null)[] {
  const left = new Set(labels);
  const pairs = pictures.map(({ name, shape }) => {
    const [nearest] = [...left]
      .filter(({ bytes }) => bytes.length === shape[0])
      .sort((a, b) => likeness(b.name, name) - likeness(a.name, name));
    if (nearest) left.delete(nearest);
    return nearest ?? null;
  });
  const [over] = left;
  if (!over) return pairs;
  const [unlabelled] = pictures.filter((_, i) => pairs[i] === null);
  const { name, bytes } = over;
  if (!unlabelled) throw new Problem('idxLabelsAlone', { name, count: bytes.length });
  throw new Problem('idxLabelCount', {
    name,
    found: bytes.length,
    pictures: unlabelled.name,
    expected: unlabelled.shape[0],
  });
}

/**
 * Sets of pictures from IDX files, gzipped or not, in the order of the picture files, such as MNIST's training and
 * test pictures with the labels of each. Classes are the labels that occur in any of them.
 * @throws {Problem} for a file that is no IDX file of bytes, is longer or shorter than it says, too large, cannot be
 * unpacked or has blank pictures only; for labels without pictures, or of another number.
 */
export async function readIdx(files: readonly NamedFile[]): Promise<ImageSet[]> {
  const parts: Idx[] = [];
  for (const { name, file } of files) parts.push(parseIdx(await unpack(file, name, mostBytes + 16), name));
  const pictures = parts.filter((part) => part.kind === 'pictures');
  const pairs = pair(
    pictures,
    parts.filter((part) => part.kind === 'labels'),
  );
  const known = [...new Set(pairs.flatMap((labels) => (labels ? [...new Set(labels.bytes)] : [])))].sort(
    (a, b) => a - b,
  );
  return pictures.map((part, i): ImageSet => {
    const labels = pairs[i];
    return refuseBlank({
      name: part.name,
      size: Math.max(part.shape[1], part.shape[2]),
      count: part.shape[0],
      pixels: squared(part),
      labels: labels ? labels.bytes.map((label) => known.indexOf(label)) : null,
      classes: labels ? known.map(String) : [],
    });
  });
}
