import { linearTicks, logTicks } from '../canvas/ticks';
import type { ChartRow } from './rows';

export interface Axis {
  readonly domain: readonly [low: number, high: number];
  readonly ticks: number[];
}

function span(rows: readonly ChartRow[], keys: readonly string[]): [low: number, high: number] | null {
  let [low, high] = [Infinity, -Infinity];
  for (const row of rows) {
    for (const key of keys) {
      const value = row[key];
      if (value === null || value === undefined) continue;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  }
  return low <= high ? [low, high] : null;
}

/** Room, in pixels, that a tick's words take along an axis. */
const tickRoom = 44;

/** The axis of the steps: from 0 or the first step to the last. */
export function stepAxis(rows: readonly ChartRow[]): Axis {
  const [low, high] = span(rows, ['step']) ?? [0, 1];
  const start = low < (high - low) * 0.1 ? 0 : low;
  const end = Math.max(high, start + 1);
  return { domain: [start, end], ticks: linearTicks(start, end, 4).filter(Number.isInteger) };
}

/** An axis that holds every value with a little room; `limits` are ends that the metric cannot pass. */
export function valueAxis(
  rows: readonly ChartRow[],
  keys: readonly string[],
  {
    log = false,
    limits = [-Infinity, Infinity],
    height = 180,
  }: { log?: boolean; limits?: readonly [number, number]; height?: number } = {},
): Axis {
  const [low, high] = span(rows, keys) ?? [log ? 0.1 : 0, 1];
  if (log) {
    const room = Math.max(1.05, (high / low) ** 0.04);
    const domain = [low / room, high * room] as const;
    return { domain, ticks: logTicks(...domain) };
  }
  const room = (high - low) * 0.06 || Math.abs(high) * 0.1 || 0.1;
  const beyond = high <= limits[0] || low > limits[1];
  const domain = beyond ? limits : ([Math.max(limits[0], low - room), Math.min(limits[1], high + room)] as const);
  // A constant says what it is and nothing of its surroundings.
  const ticks = low === high ? [low] : linearTicks(...domain, Math.max(2, height / tickRoom));
  return { domain, ticks };
}
