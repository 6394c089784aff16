/** Shapes that stay apart at a few pixels; a class keeps its place in this list. */
export const markShapes = [
  'circle',
  'square',
  'triangle',
  'diamond',
  'plus',
  'triangleDown',
  'star',
  'hexagon',
  'cross',
  'pentagon',
] as const;
export type MarkShape = (typeof markShapes)[number];

type Corner = readonly [x: number, y: number];

function polygon(corners: number, turn: number, radius: number): Corner[] {
  return Array.from({ length: corners }, (_, i) => {
    const angle = turn + (2 * Math.PI * i) / corners;
    return [radius * Math.sin(angle), -radius * Math.cos(angle)];
  });
}

function star(points: number, outer: number, inner: number): Corner[] {
  return polygon(points * 2, 0, 1).map(([x, y], i) => (i % 2 ? [x * inner, y * inner] : [x * outer, y * outer]));
}

function plus(reach: number, half: number): Corner[] {
  const quarter: Corner[] = [
    [half, -half],
    [half, -reach],
    [-half, -reach],
  ];
  return [0, 1, 2, 3].flatMap((turn) =>
    quarter.map(([x, y]): Corner => {
      const [cos, sin] = [[1, 0, -1, 0][turn] as number, [0, -1, 0, 1][turn] as number];
      return [x * cos - y * sin, x * sin + y * cos];
    }),
  );
}

const turned = (corners: readonly Corner[], angle: number): Corner[] =>
  corners.map(([x, y]) => [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)]);

/** Corners for a unit radius, sized so that all shapes look equally large. */
const corners: Readonly<Record<Exclude<MarkShape, 'circle'>, readonly Corner[]>> = {
  square: polygon(4, Math.PI / 4, 1.25),
  triangle: polygon(3, 0, 1.4),
  diamond: polygon(4, 0, 1.3),
  plus: plus(1.3, 0.45),
  triangleDown: polygon(3, Math.PI, 1.4),
  star: star(5, 1.5, 0.68),
  hexagon: polygon(6, Math.PI / 6, 1.15),
  cross: turned(plus(1.35, 0.45), Math.PI / 4),
  pentagon: polygon(5, 0, 1.2),
};

/** Begins a path around (x, y); the caller fills or strokes it. */
export function traceMark(
  context: CanvasPath & { beginPath(): void },
  shape: MarkShape,
  x: number,
  y: number,
  r: number,
) {
  context.beginPath();
  if (shape === 'circle') {
    context.arc(x, y, r, 0, 2 * Math.PI);
    return;
  }
  corners[shape].forEach(([dx, dy], i) => {
    if (i === 0) context.moveTo(x + dx * r, y + dy * r);
    else context.lineTo(x + dx * r, y + dy * r);
  });
  context.closePath();
}

/** The same shape as an SVG path around the origin, for legends. */
export function markPath(shape: MarkShape, r: number): string {
  if (shape === 'circle') return `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
  return `M${corners[shape].map(([x, y]) => `${(x * r).toFixed(2)} ${(y * r).toFixed(2)}`).join('L')}z`;
}
