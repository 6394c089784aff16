import type { Distribution } from './distribution';
import { drawPoints } from './draw';

const blobRadius = 0.6;
const centres = [90, 210, 330].map((degrees) => {
  const angle = (degrees * Math.PI) / 180;
  return [1.7 * Math.cos(angle), 1.7 * Math.sin(angle)] as const;
});

/** Three evenly filled discs that do not touch. One of GAN Lab's shapes (Kahng et al. 2019), by a formula of our own. */
export const threeBlobs: Distribution = {
  id: 'threeBlobs',
  coordinates: ['x', 'y'],
  extent: 3,
  /** Half the radius is the deviation of an even disc in every direction; all of the disc lies within twice that. */
  modes: { centres: Float32Array.from(centres.flat()), deviation: blobRadius / 2 },
  sample: drawPoints((random) => {
    const [x, y] = centres[random.integer(centres.length)] ?? [0, 0];
    const angle = 2 * Math.PI * random.uniform();
    const distance = blobRadius * Math.sqrt(random.uniform());
    return [x + distance * Math.cos(angle), y + distance * Math.sin(angle)];
  }),
  density: ({ 0: x = 0, 1: y = 0 }) =>
    centres.some(([cx, cy]) => Math.hypot(x - cx, y - cy) <= blobRadius)
      ? 1 / (centres.length * Math.PI * blobRadius ** 2)
      : 0,
};
