import { articleGen } from './articleGen';
import { checkerboard } from './checkerboard';
import type { Distribution } from './distribution';
import { grid25 } from './grid25';
import { line } from './line';
import { moons } from './moons';
import { normal } from './normal';
import { ring } from './ring';
import { ring8 } from './ring8';
import { skewed } from './skewed';
import { spiral } from './spiral';
import { swissRoll } from './swissRoll';
import { threeBlobs } from './threeBlobs';
import { threeHumps } from './threeHumps';
import { twoGaussians } from './twoGaussians';
import { twoHumps } from './twoHumps';
import { uniform } from './uniform';

/** Ids of the built-in distributions, in the order the Data panel shows them: of the plane, then of the line. */
export const distributionIds = [
  'line',
  'twoGaussians',
  'ring',
  'threeBlobs',
  'ring8',
  'grid25',
  'moons',
  'swissRoll',
  'checkerboard',
  'spiral',
  'normal',
  'twoHumps',
  'threeHumps',
  'uniform',
  'skewed',
  'articleGen',
] as const;
export type DistributionId = (typeof distributionIds)[number];

/** The built-in distributions by id. */
export const distributions: Readonly<Record<DistributionId, Distribution>> = {
  line,
  twoGaussians,
  ring,
  threeBlobs,
  ring8,
  grid25,
  moons,
  swissRoll,
  checkerboard,
  spiral,
  normal,
  twoHumps,
  threeHumps,
  uniform,
  skewed,
  articleGen,
};
