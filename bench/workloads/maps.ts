import { parseConfig } from '../../src/config/gate';
import { featureNames } from '../../src/data/info';
import type { Config } from '../../src/families';
import type { BackendId } from '../../src/training/names';

/** A run as the page has it: trained by the worker's loop, and drawn. */
export interface MapsWorkload {
  readonly id: string;
  readonly config: Config;
  readonly backends: readonly BackendId[];
}

const depth = 6;

/** What TensorFlow Playground can draw at most: seven features, six layers of eight. */
const largestDrawn: MapsWorkload = {
  id: `maps of 7-${'8-'.repeat(depth)}1 b10`,
  config: parseConfig({
    family: 'net',
    seed: 7,
    data: { dataset: 'spiral', samples: 500, features: featureNames },
    model: { layers: Array.from({ length: depth }, () => 8), activation: 'tanh' },
    train: { optimizer: 'adam', batchSize: 10 },
  }),
  backends: ['cpu', 'wasm'],
};

/** Gen as it opens: points of a plane, the discriminator's map and all else that a frame of it holds. */
const adversariesDrawn: MapsWorkload = {
  id: 'gan live b128',
  config: parseConfig({ family: 'gen', seed: 7 }),
  backends: ['cpu', 'wasm'],
};

export const mapsWorkloads: readonly MapsWorkload[] = [largestDrawn, adversariesDrawn];
