import type { Point } from '../pen/curve';

/** What is drawn into a picture; places and lengths in pixels, from the upper left corner. */
export interface Drawing {
  /** Lines from point to point. */
  readonly lines: readonly (readonly Point[])[];
  readonly thickness: number;
  /** Whether what the lines enclose is ink too (even-odd rule); they have to end where they began. */
  readonly filled?: boolean;
}

/** Lowers each pixel's squared distance to that to the segment from a to b, as far as the ink can reach. */
function approach(near: Float32Array, size: number, [ax, ay]: Point, [bx, by]: Point, reach: number): void {
  const [dx, dy] = [bx - ax, by - ay];
  const squared = dx * dx + dy * dy;
  const inverse = squared > 0 ? 1 / squared : 0;
  const left = Math.max(0, Math.floor(Math.min(ax, bx) - reach));
  const right = Math.min(size - 1, Math.floor(Math.max(ax, bx) + reach));
  const top = Math.max(0, Math.floor(Math.min(ay, by) - reach));
  const bottom = Math.min(size - 1, Math.floor(Math.max(ay, by) + reach));
  for (let row = top; row <= bottom; row++) {
    const y = row + 0.5 - ay;
    for (let column = left; column <= right; column++) {
      const x = column + 0.5 - ax;
      const along = (x * dx + y * dy) * inverse;
      const t = along < 0 ? 0 : along > 1 ? 1 : along;
      const [ox, oy] = [x - t * dx, y - t * dy];
      const distance = ox * ox + oy * oy;
      const at = row * size + column;
      if (distance < (near[at] as number)) near[at] = distance;
    }
  }
}

/** Marks with 1 the pixels whose middle the lines enclose. */
function enclose(inside: Uint8Array, size: number, lines: Drawing['lines']): void {
  for (let row = 0; row < size; row++) {
    const y = row + 0.5;
    const crossings: number[] = [];
    for (const line of lines)
      for (let i = 1; i < line.length; i++) {
        const [[ax, ay], [bx, by]] = [line[i - 1] as Point, line[i] as Point];
        if (ay <= y !== by <= y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
      }
    crossings.sort((a, b) => a - b);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i] as number) - 0.5));
      const to = Math.min(size, Math.ceil((crossings[i + 1] as number) - 0.5));
      if (to > from) inside.fill(1, row * size + from, row * size + to);
    }
  }
}

export type Renderer = (drawing: Drawing, out: Uint8Array, at: number) => void;

/**
 * A pen for pictures of one size: it writes size² pixels to `out[at …]`, 0 to 255. How dark a pixel is follows from
 * the distance of its middle to the edge of the ink, from nothing half a pixel outside to all half a pixel inside.
 */
export function renderer(size: number): Renderer {
  const near = new Float32Array(size * size);
  const inside = new Uint8Array(size * size);
  return ({ lines, thickness, filled = false }, out, at) => {
    const reach = thickness / 2 + 0.5;
    near.fill(Number.POSITIVE_INFINITY);
    for (const line of lines)
      for (let i = 0; i < line.length; i++)
        approach(near, size, line[Math.max(0, i - 1)] as Point, line[i] as Point, reach);
    if (filled) {
      inside.fill(0);
      enclose(inside, size, lines);
    }
    for (let i = 0; i < near.length; i++) {
      const distance = Math.sqrt(near[i] as number);
      const ink = filled && inside[i] === 1 ? reach + distance : reach - distance;
      out[at + i] = ink >= 1 ? 255 : ink <= 0 ? 0 : Math.round(255 * ink);
    }
  };
}
