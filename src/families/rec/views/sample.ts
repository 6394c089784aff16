import type { SaidSymbol } from '../view';

/** Symbols of a sample that are kept to be read. */
const mostSymbols = 1200;
/** Symbols that are drawn together; a full chunk is never drawn again. */
const chunkSize = 60;

export interface Chunk {
  /** Place of its first symbol in the sample. */
  readonly first: number;
  readonly said: readonly SaidSymbol[];
}

/** The end of a sample that goes on and on. */
export interface Sample {
  readonly chunks: readonly Chunk[];
  /** Symbols said so far, with those that have been let go. */
  readonly length: number;
}

export const emptySample: Sample = { chunks: [], length: 0 };

/** The sample with a piece added, or a new one that begins with it; the oldest chunks are let go. */
export function appendSaid(sample: Sample, said: readonly SaidSymbol[], fresh = false): Sample {
  const before = fresh ? emptySample : sample;
  if (said.length === 0) return before;
  const length = before.length + said.length;
  const chunks = [...before.chunks];
  const open = chunks.at(-1);
  let taken = 0;
  if (open && open.said.length < chunkSize) {
    taken = Math.min(said.length, chunkSize - open.said.length);
    chunks[chunks.length - 1] = { first: open.first, said: [...open.said, ...said.slice(0, taken)] };
  }
  for (; taken < said.length; taken += chunkSize) {
    chunks.push({ first: before.length + taken, said: said.slice(taken, taken + chunkSize) });
  }
  const kept = chunks.findIndex(({ first, said: inside }) => first + inside.length > length - mostSymbols);
  return { chunks: chunks.slice(kept), length };
}

/** What was said at a place; null where it has been let go, or was not reached yet. */
export function saidAt({ chunks }: Sample, place: number): SaidSymbol | null {
  const chunk = chunks.find(({ first, said }) => place >= first && place < first + said.length);
  return chunk?.said[place - chunk.first] ?? null;
}

/** The place of the first symbol that is still kept. */
export const firstPlace = ({ chunks }: Sample): number => chunks[0]?.first ?? 0;

/** How many tones tell how sure the network was. */
const sureLevels = 8;

/**
 * The tone of a probability: 0 for what hardly anything spoke for, 7 for what was nearly certain. By its root, as
 * among many symbols one in four is no surprise: 0 below 1/64, the middle at 1/4, 7 from 49/64 on.
 */
export function sureLevel(probability: number): number {
  return Math.max(0, Math.min(sureLevels - 1, Math.floor(Math.sqrt(probability) * sureLevels)));
}
