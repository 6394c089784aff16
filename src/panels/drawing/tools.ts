import { boardExtent } from '../../data/imitated/drawing';
import type { Stream } from '../../random/stream';

export const toolNames = ['brush', 'spray', 'erase'] as const;
export type ToolName = (typeof toolNames)[number];

/** A place on the board, or a point: x and y from −boardExtent to boardExtent. */
export type Spot = readonly [x: number, y: number];
/** x, y, x, y … */
export type Points = readonly number[];

/** Distance along a stroke from one dab to the next. */
const stride = 0.06;
/** Points of one dab, and the standard deviation in which they scatter. */
const dabs = { brush: { count: 2, scatter: 0.05 }, spray: { count: 6, scatter: 0.3 } } as const;
const eraserRadius = 0.3;

/** Spots along a stroke from one place to another, the first place left out. */
function along([x0, y0]: Spot, [x1, y1]: Spot): Spot[] {
  const count = Math.max(1, Math.round(Math.hypot(x1 - x0, y1 - y0) / stride));
  return Array.from({ length: count }, (_, i) => {
    const share = (i + 1) / count;
    return [x0 + (x1 - x0) * share, y0 + (y1 - y0) * share];
  });
}

const onBoard = (value: number) => Math.min(boardExtent, Math.max(-boardExtent, value));

function without(points: Points, spots: readonly Spot[]): Points {
  const far = (i: number) =>
    spots.every(([x, y]) => Math.hypot((points[i] ?? 0) - x, (points[i + 1] ?? 0) - y) > eraserRadius);
  return points.filter((_, i) => far(i - (i % 2)));
}

/** The points after a tool was moved from one place to another; the same place is a dab. */
export function apply(points: Points, tool: ToolName, from: Spot, to: Spot, random: Stream): Points {
  const spots = along(from, to);
  if (tool === 'erase') return without(points, spots);
  const { count, scatter } = dabs[tool];
  const made = spots.flatMap((spot) =>
    Array.from({ length: count }, () => spot.map((value) => onBoard(value + scatter * random.normal()))),
  );
  return [...points, ...made.flat()];
}
