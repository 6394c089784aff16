import type { DataInfo } from '../../../src/data/info';
import { stream } from '../../../src/random/stream';
import type { OutputKind } from '../../../src/training/names';
import type { Rows } from './reference';

/** One way in which a net's outputs are read, with targets to match. */
export interface OutputCase {
  readonly kind: OutputKind;
  readonly width: number;
  readonly target: DataInfo['target'];
  targets(count: number): Rows;
}

const ofEach = <T>(count: number, value: (i: number) => T) => Array.from({ length: count }, (_, i) => value(i));

export const outputCases: readonly [OutputCase, OutputCase, OutputCase] = [
  {
    kind: 'linear',
    width: 2,
    target: { kind: 'numbers', names: ['u', 'v'], mean: [1, -2], deviation: [2, 0.5] },
    targets: (count) => {
      const random = stream(3, 'targets');
      return ofEach(count, () => [random.normal(), random.normal()]);
    },
  },
  {
    kind: 'sigmoid',
    width: 1,
    target: { kind: 'classes', name: 'c', classes: ['no', 'yes'] },
    targets: (count) => ofEach(count, (i) => [i % 2]),
  },
  {
    kind: 'softmax',
    width: 3,
    target: { kind: 'classes', name: 'c', classes: ['a', 'b', 'c'] },
    targets: (count) => ofEach(count, (i) => ofEach(3, (j) => (j === i % 3 ? 1 : 0))),
  },
];

/** Data of standardized columns x0, x1 … with this target. */
export function infoOf(inputs: number, { target }: OutputCase): DataInfo {
  const columns = ofEach(inputs, (i) => ({ name: `x${i}`, type: 'number', mean: 0, deviation: 1, fill: 0 }) as const);
  return { name: 'made up', rows: 100, inputs: { kind: 'columns', columns }, target };
}
