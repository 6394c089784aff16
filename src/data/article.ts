import type { Dataset } from './dataset';
import { encodeInputs } from './encode';
import type { DataInfo, InputColumn } from './info';
import { meanAndDeviation, median } from './statistics';

const width = 10;

/**
 * The article's example with its slip mended. It gives one input vector, 1 … 10, and ten labels, 0, 1, 0, 1 …;
 * here the labels have ten examples: example i is the vector rotated left by i places. All are for training.
 */
export function articleDataset(): Dataset {
  const rows = Array.from({ length: width }, (_, i) => Array.from({ length: width }, (_, j) => ((i + j) % width) + 1));
  const columns = Array.from({ length: width }, (_, j): InputColumn => {
    const values = rows.map((row) => row[j] ?? 0);
    return { name: `x${j + 1}`, type: 'number', ...meanAndDeviation(values), fill: median(values) };
  });
  const info: DataInfo = {
    name: 'article',
    rows: width,
    inputs: { kind: 'columns', columns },
    target: { kind: 'classes', name: 'y', classes: ['0', '1'] },
  };
  return {
    info,
    train: {
      count: width,
      inputs: encodeInputs(info, rows),
      targets: Float32Array.from({ length: width }, (_, i) => i % 2),
    },
    test: { count: 0, inputs: new Float32Array(0), targets: new Float32Array(0) },
    notes: [],
  };
}
