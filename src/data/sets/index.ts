import { checkerboard } from './checkerboard';
import { circle } from './circle';
import { clusters } from './clusters';
import { curve } from './curve';
import { gauss } from './gauss';
import { hills } from './hills';
import { moons } from './moons';
import { plane } from './plane';
import type { PointSet } from './set';
import { spiral } from './spiral';
import { xor } from './xor';

/** Ids of the built-in point sets, in the order the Data panel shows them. */
export const pointSetIds = [
  'spiral',
  'circle',
  'xor',
  'gauss',
  'moons',
  'checkerboard',
  'clusters',
  'plane',
  'hills',
  'curve',
] as const;
export type PointSetId = (typeof pointSetIds)[number];

/** The built-in point sets by id. */
export const pointSets: Readonly<Record<PointSetId, PointSet>> = {
  spiral,
  circle,
  xor,
  gauss,
  moons,
  checkerboard,
  clusters,
  plane,
  hills,
  curve,
};
