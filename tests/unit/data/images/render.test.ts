import { describe, expect, test } from 'vitest';
import { type Drawing, renderer } from '../../../../src/data/images/render';
import type { Point } from '../../../../src/data/pen/curve';

function draw(drawing: Drawing, size = 16): number[][] {
  const out = new Uint8Array(size * size);
  renderer(size)(drawing, out, 0);
  return Array.from({ length: size }, (_, row) => [...out.subarray(row * size, (row + 1) * size)]);
}

const total = (rows: readonly number[][]) => rows.flat().reduce((sum, level) => sum + level, 0) / 255;
const square = (from: number, to: number): Point[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
];

describe('a drawn line', () => {
  test('covers its pixels wholly where it lies on them, and no others', () => {
    const rows = draw({
      lines: [
        [
          [0, 8],
          [16, 8],
        ],
      ],
      thickness: 2,
    });
    for (const [row, levels] of rows.entries())
      expect(levels).toEqual(levels.map(() => (row === 7 || row === 8 ? 255 : 0)));
  });

  test('has as much ink as it is long and thick, wherever it lies', () => {
    for (const off of [0, 0.3, 0.77]) {
      const straight: Point[] = [
        [4 + off, 8.1 + off],
        [11 + off, 8.1 + off],
      ];
      const slanted: Point[] = [
        [4 + off, 4],
        [10 + off, 12],
      ];
      expect(total(draw({ lines: [straight], thickness: 1.6 }))).toBeCloseTo(7 * 1.6 + Math.PI * 0.8 ** 2, 0);
      expect(Math.abs(total(draw({ lines: [slanted], thickness: 2 })) - (10 * 2 + Math.PI))).toBeLessThan(1);
    }
  });

  test('is no darker where two of them cross', () => {
    const lines: Point[][] = [
      [
        [2, 2],
        [14, 14],
      ],
      [
        [14, 2],
        [2, 14],
      ],
    ];
    expect(Math.max(...draw({ lines, thickness: 0.6 }).flat())).toBeLessThanOrEqual(Math.round(255 * 0.8));
  });

  test('of one point is a dot, and without any points leaves the picture blank', () => {
    expect(total(draw({ lines: [[[8, 8]]], thickness: 4 }))).toBeCloseTo(Math.PI * 4, 0);
    expect(total(draw({ lines: [[]], thickness: 4 }))).toBe(0);
  });

  test('may leave the picture', () => {
    const beyond: Point[] = [
      [-50, 8],
      [70, 8],
    ];
    expect(total(draw({ lines: [beyond], thickness: 2 }))).toBe(32);
  });
});

describe('a filled line', () => {
  test('has the ink of the area that it encloses', () => {
    for (const [from, to] of [
      [3, 13],
      [3.3, 12.6],
      [4.5, 11.5],
    ] as const)
      expect(
        Math.abs(total(draw({ lines: [square(from, to)], thickness: 0, filled: true })) - (to - from) ** 2),
      ).toBeLessThan(1.5);
  });

  test('leaves what is enclosed twice blank', () => {
    const rows = draw({ lines: [square(2, 14), square(5, 11)], thickness: 0, filled: true });
    expect(rows[8]?.[8]).toBe(0);
    expect(rows[3]?.[3]).toBe(255);
    expect(total(rows)).toBeCloseTo(144 - 36, 0);
  });
});

test('a renderer keeps nothing of the picture before, and writes where it is told', () => {
  const render = renderer(4);
  const out = new Uint8Array(48).fill(9);
  render({ lines: [square(0, 4)], thickness: 0, filled: true }, out, 0);
  render({ lines: [], thickness: 1 }, out, 16);
  expect([...out]).toEqual([
    ...Array<number>(16).fill(255),
    ...Array<number>(16).fill(0),
    ...Array<number>(16).fill(9),
  ]);
});
