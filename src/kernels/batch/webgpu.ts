import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';
import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import { joint } from '../webgpu/view';
import { type BatchAttrs, type BatchInputs, batchSides, columnsOf, results } from './op';

/** Columns of one dispatch: every device has room for eight arrays in a program, `now` and the result among them. */
const mostColumns = 6;

/** A thread has a value of one of the columns. */
const program = (columns: number) => `
  // Where a value of a batch lies in its column; −1 where there is no such row.
  fn placeOf(index : i32, rows : i32, rowWidth : i32, width : i32) -> i32 {
    let piece = index / width;
    let step = piece / uniforms.examples;
    let first = uniforms.start + piece % uniforms.examples * uniforms.rowsPerExample;
    let isRow = uniforms.rowsPerExample > 1;
    let row = i32(now[select(first, first + step, isRow)]);
    if (row < 0 || row >= rows) { return -1; }
    return row * rowWidth + select(step * width, 0, isRow) + index % width;
  }
  fn main(index : i32) {
    ${Array.from(
      { length: columns },
      (_, i) => `
    let own${i} = index - uniforms.at${i};
    if (own${i} >= 0 && own${i} < uniforms.size${i}) {
      let place = placeOf(own${i}, uniforms.rows${i}, uniforms.rowWidth${i}, uniforms.width${i});
      result[index] = select(column${i}[max(place, 0)], 0.0, place < 0);
    }`,
    ).join('')}
  }
`;

function batch(backend: WebGPUBackend, columns: readonly tf.TensorInfo[], now: tf.TensorInfo, attrs: BatchAttrs) {
  const { from, count, rowsPerExample = 1 } = attrs;
  const all = columns.map((x) => batchSides(x, attrs));
  const together = joint(
    backend,
    all.map(({ shape }) => shape),
  );
  const uniforms = all.flatMap(({ shape, rows, rowWidth, width }, i) =>
    Object.entries({ at: together.starts[i] as number, size: tf.util.sizeFromShape(shape), rows, rowWidth, width }).map(
      ([name, value]) => [`${name}${i}`, ['i32', value] as const] as const,
    ),
  );
  dispatch(backend, {
    key: `batch ${columns.length}`,
    inputs: { ...Object.fromEntries(columns.map((x, i) => [`column${i}`, x])), now },
    uniforms: {
      ...Object.fromEntries(uniforms),
      examples: ['i32', count / rowsPerExample],
      rowsPerExample: ['i32', rowsPerExample],
      start: ['i32', from],
    },
    output: together.all,
    threads: tf.util.sizeFromShape(together.all.shape),
    code: () => program(columns.length),
  });
  return together.views();
}

export function registerBatch(): void {
  registerWebGPU('Batch', (backend, inputs: BatchInputs, attrs: BatchAttrs) => {
    const columns = columnsOf(inputs);
    const batches: tf.TensorInfo[] = [];
    for (let i = 0; i < columns.length; i += mostColumns)
      batches.push(...batch(backend, columns.slice(i, i + mostColumns), inputs.now, attrs));
    return results(batches);
  });
}
