import type { GeneratedPoints } from './set';

/** Runs `draw` for every sample and packs what it gives: the coordinates, then the target. */
export function collect(
  samples: number,
  width: 1 | 2,
  draw: (index: number) => readonly [...coordinates: number[], target: number],
): GeneratedPoints {
  const points = new Float32Array(samples * width);
  const targets = new Float32Array(samples);
  for (let i = 0; i < samples; i++) {
    const values = draw(i);
    for (let j = 0; j < width; j++) points[i * width + j] = values[j] ?? 0;
    targets[i] = values[width] ?? 0;
  }
  return { points, targets };
}
