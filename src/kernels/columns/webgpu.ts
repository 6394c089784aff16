import type * as tf from '../../engine/tf';
import { dispatch, registerWebGPU } from '../webgpu/dispatch';

// A workgroup has a block of columns; lanes of its threads go over the rows, and a tree of fixed shape joins them. So
// the order of additions never changes, and neighbouring threads read neighbouring values.
const columnsInGroup = 16;
const lanes = 16;
const group = columnsInGroup * lanes;

const program = `
  var<workgroup> parts : array<f32, ${group}>;
  fn main(index : i32) {
    let lane = i32(localIndex) / ${columnsInGroup};
    let column = index / ${group} * ${columnsInGroup} + i32(localIndex) % ${columnsInGroup};
    var sum = 0.0;
    if (column < uniforms.columns) {
      for (var row = lane; row < uniforms.rows; row += ${lanes}) { sum += x[row * uniforms.columns + column]; }
    }
    parts[localIndex] = sum;
    workgroupBarrier();
    for (var distance = ${group / 2}u; distance >= ${columnsInGroup}u; distance = distance / 2u) {
      if (localIndex < distance) { parts[localIndex] += parts[localIndex + distance]; }
      workgroupBarrier();
    }
    if (lane == 0 && column < uniforms.columns) { result[column] = parts[localIndex]; }
  }
`;

export function registerColumnSums(): void {
  registerWebGPU('ColumnSums', (backend, { x }: { readonly x: tf.TensorInfo }) => {
    const [rows = 0, columns = 0] = x.shape;
    return dispatch(backend, {
      key: 'column sums',
      inputs: { x },
      uniforms: { rows: ['i32', rows], columns: ['i32', columns] },
      output: backend.makeTensorInfo([columns], 'float32'),
      threads: Math.ceil(columns / columnsInGroup) * group,
      group,
      code: () => program,
    });
  });
}
