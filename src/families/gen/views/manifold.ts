/** A cell of the warped lattice: its corners among the lattice's points, and how dense points lie in it. */
export interface Cell {
  readonly corners: readonly [number, number, number, number];
  /** 0 … 1; equal shares of points in ever smaller cells come close to 1. */
  readonly density: number;
}

/**
 * The cells of a lattice, side × side points row by row. All stand for as many points, so that a cell's density is the
 * inverse of its area.
 * @param places x, y, x, y …
 * @param area of a cell that is to be as dense as 0.5
 */
export function cellsOf(places: ArrayLike<number>, side: number, area: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = 0; row + 1 < side; row++) {
    for (let column = 0; column + 1 < side; column++) {
      const first = row * side + column;
      const corners = [first, first + 1, first + side + 1, first + side] as const;
      cells.push({ corners, density: area / (area + areaOf(places, corners)) });
    }
  }
  return cells;
}

/** A folded cell counts both of its halves. */
function areaOf(places: ArrayLike<number>, [a, b, c, d]: Cell['corners']): number {
  return triangle(places, a, b, c) + triangle(places, a, c, d);
}

function triangle(places: ArrayLike<number>, a: number, b: number, c: number): number {
  const at = (i: number) => [places[2 * i] as number, places[2 * i + 1] as number] as const;
  const [[ax, ay], [bx, by], [cx, cy]] = [at(a), at(b), at(c)];
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2;
}
