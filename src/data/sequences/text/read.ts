import { Problem } from '../../../problem';
import { decodeText, looksBinary } from '../../table/text';
import type { TextSource } from '../dataset';

const megabyte = 2 ** 20;
/** Longer texts are sampled: more would fill the memory and make no better model of this size. */
export const mostTextBytes = 8 * megabyte;
const pieces = 64;
const newline = 0x0a;

/** Whether a byte is in the middle of a character of UTF-8. */
const continues = (byte: number) => (byte & 0xc0) === 0x80;

/**
 * A piece cut to whole lines, or where it has no two line ends, to whole characters of UTF-8. No multi-byte
 * character of UTF-8 or GB 18030 contains the byte of a line end.
 */
function wholeLines(bytes: Uint8Array): Uint8Array {
  const first = bytes.indexOf(newline);
  const last = bytes.lastIndexOf(newline);
  if (first >= 0 && last > first) return bytes.subarray(first + 1, last + 1);
  let start = 0;
  while (start < 3 && continues(bytes[start] ?? 0)) start += 1;
  let end = bytes.length;
  while (end > bytes.length - 3 && continues(bytes[end - 1] ?? 0)) end -= 1;
  // The lead byte of a character whose other bytes may be missing goes too.
  return bytes.subarray(start, (bytes[end - 1] ?? 0) >= 0xc0 ? end - 1 : end);
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Pieces of a large file, evenly spread, `mostTextBytes` together, without reading the rest of it. */
async function samplePieces(file: Blob): Promise<Uint8Array> {
  const read = async (from: number, size: number) => new Uint8Array(await file.slice(from, from + size).arrayBuffer());
  const mark = await read(0, 2);
  const wide = (mark[0] === 0xff && mark[1] === 0xfe) || (mark[0] === 0xfe && mark[1] === 0xff);
  const size = mostTextBytes / pieces;
  const starts = Array.from({ length: pieces }, (_, i) => 4 * Math.floor(((file.size - size) * i) / (pieces - 1) / 4));
  const parts: Uint8Array[] = wide ? [mark] : [];
  for (const [i, start] of starts.entries()) {
    const from = wide && i === 0 ? 2 : start;
    const part = await read(from, size);
    parts.push(wide ? part : wholeLines(part));
  }
  return join(parts);
}

/**
 * A text from a file: UTF-8, UTF-16 with a byte order mark, GB 18030 or Windows-1252. Of more than 8 MB, pieces
 * from all over it are taken, and `sampledFrom` says of how much.
 * @throws {Problem} `textUnreadable`, `textBinary`.
 */
export async function readText(file: Blob, name: string): Promise<TextSource> {
  const sampled = file.size > mostTextBytes;
  let text: string;
  try {
    text = decodeText(sampled ? await samplePieces(file) : new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    throw new Problem('textUnreadable', { name, reason: error instanceof Error ? error.message : String(error) });
  }
  if (looksBinary(text)) throw new Problem('textBinary', { name });
  return sampled ? { name, text, sampledFrom: file.size } : { name, text };
}

/** A text that was pasted, read as a file of it would be. @throws {Problem} as readText. */
export function pastedText(text: string, name: string): Promise<TextSource> {
  return readText(new Blob([text]), name);
}
