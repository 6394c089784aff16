import { Problem } from '../../problem';

const isGzip = (bytes: Uint8Array) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** All bytes of a stream, or a few more than `most` of one that is longer: nobody has to unpack a bomb to the end. */
async function collect(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length <= most) {
    const { done, value } = await reader.read();
    if (done) break;
    parts.push(value);
    length += value.length;
  }
  if (length > most) await reader.cancel();
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/**
 * The bytes of a file, unpacked where it is gzipped, whatever its name ends in; a little more than `most` where there
 * are more.
 * @throws {Problem} `fileUnreadable`.
 */
export async function unpack(file: Blob, name: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    if (!isGzip(new Uint8Array(await file.slice(0, 2).arrayBuffer()))) return await collect(file.stream(), most);
    return await collect(file.stream().pipeThrough(new DecompressionStream('gzip')), most);
  } catch (error) {
    throw new Problem('fileUnreadable', { name, reason: error instanceof Error ? error.message : String(error) });
  }
}
