import type { Stream } from '../../random/stream';

/** The sampler that draws one number after another. */
export function drawNumbers(draw: (random: Stream) => number) {
  return (random: Stream, count: number): Float32Array => {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = draw(random);
    return values;
  };
}

/** The sampler that draws one point of the plane after another. */
export function drawPoints(draw: (random: Stream) => readonly [x: number, y: number]) {
  return (random: Stream, count: number): Float32Array => {
    const points = new Float32Array(2 * count);
    for (let i = 0; i < count; i++) points.set(draw(random), 2 * i);
    return points;
  };
}

/** Density of the normal distribution around 0. */
export function normalDensity(value: number, deviation: number): number {
  return Math.exp(-0.5 * (value / deviation) ** 2) / (deviation * Math.sqrt(2 * Math.PI));
}
