import { useEffect, useState } from 'react';
import { stream } from '../../random/stream';
import { apply, type Points, type Spot, type ToolName } from './tools';

interface Drawn {
  readonly points: Points;
  /** What undo goes back to, the last at the end. */
  readonly before: readonly Points[];
}

const nothing: Drawn = { points: [], before: [] };
/** Stays while the panel is away, as other families are looked at. */
let last = nothing;
const random = stream(0, 'drawing');

/** A drawing that grows stroke by stroke. */
export function useDrawing() {
  const [drawn, setDrawn] = useState(last);
  useEffect(() => {
    last = drawn;
  }, [drawn]);
  return {
    points: drawn.points,
    canUndo: drawn.before.length > 0,
    /** Whatever follows up to the next call is undone together. */
    begin: () => setDrawn(({ points, before }) => ({ points, before: [...before, points] })),
    move: (tool: ToolName, from: Spot, to: Spot) =>
      setDrawn(({ points, before }) => ({ points: apply(points, tool, from, to, random), before })),
    undo: () => setDrawn(({ points, before }) => ({ points: before.at(-1) ?? points, before: before.slice(0, -1) })),
    clear: () => setDrawn(({ points, before }) => ({ points: [], before: [...before, points] })),
  };
}
