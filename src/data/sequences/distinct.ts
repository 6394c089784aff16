import type { Stream } from '../../random/stream';
import { splitRows } from '../split';
import type { SequenceNote } from './note';

/** So many draws in a row that were all there before, and more the more there are, mean that nothing new is left. */
const patience = 200;

/**
 * Up to `count` draws that differ by their key, in the order in which they came; fewer where the supply is
 * exhausted.
 */
export function distinctDraws<T>(count: number, draw: () => T, keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  const items: T[] = [];
  for (let misses = 0; items.length < count && misses < patience + 4 * items.length; misses++) {
    const item = draw();
    const key = keyOf(item);
    if (seen.has(key)) continue;
    seen.add(key);
    items.push(item);
    misses = 0;
  }
  return items;
}

/** The note that fewer examples than asked for could be made. */
export function fewerNotes(asked: number, count: number): SequenceNote[] {
  return count < asked ? [{ kind: 'fewerExamples', asked, count }] : [];
}

/** Items divided at random; items with the same key are on the same side. */
export function splitItems<T>(
  items: readonly T[],
  trainFraction: number,
  random: Stream,
  keyOf?: (item: T) => string,
): { readonly train: T[]; readonly test: T[] } {
  const groups = new Map<string | number, T[]>();
  for (const [i, item] of items.entries()) {
    const key = keyOf ? keyOf(item) : i;
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  const list = [...groups.values()];
  const { train, test } = splitRows(list.length, trainFraction, random);
  const take = (part: Int32Array) => Array.from(part).flatMap((i) => list[i] ?? []);
  return { train: take(train), test: take(test) };
}
