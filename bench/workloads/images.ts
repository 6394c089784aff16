import type { ImageWorkload } from '../workload';

/** A generator and a discriminator of images, as in Radford et al. 2016 but small. */
const pair = (side: number): ImageWorkload => ({
  kind: 'images',
  id: `conv G + D ${side}×${side} b32`,
  runners: ['tf.core', 'ours (eager)'],
  backends: ['cpu', 'wasm', 'webgl'],
  batchSize: 32,
  side,
  latent: 64,
  channels: [64, 32],
  // A step takes half a second on cpu.
  heavy: { checkedSteps: 4, rounds: 5, slowestMs: 20_000 },
  extra: side > 16,
});

export const imageWorkloads: readonly ImageWorkload[] = [pair(16), pair(28)];
