import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';
import { dispatch, groupSum, registerWebGPU } from '../webgpu/dispatch';
import { areClasses, type WeightedLossAttrs, type WeightedLossGradientInputs, type WeightedLossInputs } from './op';

const group = 256;

/** Largest logit of a row and Σ exp(z − top); one thread has a row. */
const normalizer = `
    let start = row * uniforms.columns;
    var top = logits[start];
    for (var j = 0; j < uniforms.columns; j++) { top = max(top, logits[start + j]); }
    var sum = 0.0;
    for (var j = 0; j < uniforms.columns; j++) { sum += exp(logits[start + j] - top); }
`;

const classLossProgram = `
  fn main(row : i32) {
    if (row >= uniforms.rows) { return; }
    ${normalizer}
    result[row] = log(sum) - (logits[start + i32(targets[row])] - top);
  }
`;

/** Every workgroup adds up the weights again, in the same order. */
const totalWeight = `
    var weight = 0.0;
    for (var i = i32(localIndex); i < uniforms.rows; i += ${group}) { weight += weights[i]; }
    let total = max(groupSum(weight), 1.0);
`;

const classSlopesProgram = `
  ${groupSum(group)}
  fn main(row : i32) {
    ${totalWeight}
    if (row >= uniforms.rows) { return; }
    let w = weights[row];
    ${normalizer}
    for (var j = 0; j < uniforms.columns; j++) {
      let p = exp(logits[start + j] - top) / sum;
      let slope = p - select(0.0, 1.0, f32(j) == targets[row]);
      result[start + j] = select(dy[0] * w / total * slope, 0.0, w == 0.0);
    }
  }
`;

/** Rows of weight 0 are not looked at. */
const meanProgram = `
  ${groupSum(group)}
  fn main(index : i32) {
    var loss = 0.0;
    var weight = 0.0;
    for (var row = index; row < uniforms.rows; row += ${group}) {
      let w = weights[row];
      weight += w;
      if (w != 0.0) { loss += w * losses[row]; }
    }
    let total = groupSum(weight);
    workgroupBarrier();
    let lost = groupSum(loss);
    if (index == 0) { result[0] = lost / max(total, 1.0); }
  }
`;

/** Of slopes that have been divided by the number of rows. */
const weighProgram = `
  ${groupSum(group)}
  fn main(index : i32) {
    ${totalWeight}
    if (index >= uniforms.rows * uniforms.columns) { return; }
    let w = weights[index / uniforms.columns];
    if (w == 0.0) { result[index] = 0.0; } else { result[index] *= f32(uniforms.rows) * w / total; }
  }
`;

const sidesOf = ({ logits }: WeightedLossInputs) => {
  const [rows = 0, columns = 0] = logits.shape;
  return { rows, columns, uniforms: { rows: ['i32', rows], columns: ['i32', columns] } } as const;
};

/** The loss of each row. */
function losses(backend: WebGPUBackend, inputs: WeightedLossInputs, attrs: WeightedLossAttrs): tf.TensorInfo {
  const { logits, targets } = inputs;
  if (!areClasses(inputs)) {
    const exampleLoss = tf.getKernel('ExampleLoss', 'webgpu').kernelFunc;
    return exampleLoss({ inputs: { logits, targets }, backend, attrs: { ...attrs } }) as tf.TensorInfo;
  }
  const { rows, uniforms } = sidesOf(inputs);
  return dispatch(backend, {
    key: 'class loss',
    inputs: { logits, targets },
    uniforms,
    output: backend.makeTensorInfo([rows], 'float32'),
    threads: rows,
    code: () => classLossProgram,
  });
}

export function registerWeightedLoss(): void {
  registerWebGPU('WeightedLoss', (backend, inputs: WeightedLossInputs, attrs: WeightedLossAttrs) => {
    const { rows } = sidesOf(inputs);
    const each = losses(backend, inputs, attrs);
    const mean = dispatch(backend, {
      key: 'weighted mean',
      inputs: { losses: each, weights: inputs.weights },
      uniforms: { rows: ['i32', rows] },
      output: backend.makeTensorInfo([], 'float32'),
      threads: group,
      group,
      code: () => meanProgram,
    });
    backend.disposeData(each.dataId);
    return mean;
  });

  registerWebGPU('WeightedLossGradient', (backend, inputs: WeightedLossGradientInputs, attrs: WeightedLossAttrs) => {
    const { logits, targets, weights, dy } = inputs;
    const { rows, columns, uniforms } = sidesOf(inputs);
    if (areClasses(inputs))
      return dispatch(backend, {
        key: 'class slopes',
        inputs: { logits, targets, weights, dy },
        uniforms,
        output: backend.makeTensorInfo(logits.shape, 'float32'),
        threads: rows,
        group,
        code: () => classSlopesProgram,
      });
    const slopes = tf.getKernel('MeanLossGradient', 'webgpu').kernelFunc;
    return dispatch(backend, {
      key: 'weigh rows',
      inputs: { weights },
      uniforms,
      output: slopes({ inputs: { logits, targets, dy }, backend, attrs: { ...attrs } }) as tf.TensorInfo,
      threads: rows * columns,
      group,
      code: () => weighProgram,
    });
  });
}
