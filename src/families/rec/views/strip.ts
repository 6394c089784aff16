import type { Box } from '../../../canvas/surface';

/** The part of a strip of steps that a canvas shows. */
export interface Strip {
  readonly box: Box;
  readonly pitch: number;
  /** Pixels that lie before the canvas. */
  readonly scroll: number;
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

/** Steps narrower than this stand without a gap. */
const leastForGap = 9;

/** Pixels between two steps. */
export const gapOf = (pitch: number): number => (pitch < leastForGap ? 0 : pitch < 20 ? 1 : 2);

/** Where a step stands on the canvas: its left side and its width without the gap. */
export function stepBox({ pitch, scroll }: Strip, step: number): { readonly left: number; readonly width: number } {
  return { left: step * pitch - scroll, width: pitch - gapOf(pitch) };
}
