import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '../../engine/tf';
import { sumColumns } from '../columns/webgl';
import { type Draw, draw, registerWebGL } from '../webgl/draw';
import { areClasses, type WeightedLossAttrs, type WeightedLossGradientInputs, type WeightedLossInputs } from './op';

/** Of every row its largest logit and log Σ exp(z − top). */
const rowProgram = `
  float valueAt(int index) {
    int start = index / 2 * columns;
    float top = getLogits(start);
    for (int j = 0; j < columns; j++) { top = max(top, getLogits(start + j)); }
    if (index % 2 == 0) { return top; }
    float sum = 0.0;
    for (int j = 0; j < columns; j++) { sum += exp(getLogits(start + j) - top); }
    return log(sum);
  }
`;

const classLossProgram = `
  float valueAt(int row) {
    float z = getLogits(row * columns + int(getTargets(row)));
    return getOfRow(2 * row + 1) - (z - getOfRow(2 * row));
  }
`;

const classSlopesProgram = `
  float valueAt(int index) {
    int row = index / columns;
    float p = exp(getLogits(index) - getOfRow(2 * row) - getOfRow(2 * row + 1));
    return getDy(0) * (float(index % columns) == getTargets(row) ? p - 1.0 : p);
  }
`;

/** Of every row weight · loss and weight; rows of weight 0 are not looked at. */
const weighProgram = `
  float valueAt(int index) {
    float weight = getWeights(index / 2);
    return index % 2 == 1 ? weight : weight == 0.0 ? 0.0 : weight * getLosses(index / 2);
  }
`;

const quotientProgram = 'float valueAt(int index) { return getSums(0) / max(getSums(1), 1.0); }';

const gradientProgram = `
  float valueAt(int index) {
    float weight = getWeights(index / columns);
    return weight == 0.0 ? 0.0 : scale * weight / max(getTotal(0), 1.0) * getSlopes(index);
  }
`;

const sidesOf = ({ logits }: WeightedLossInputs) => {
  const [rows = 0, columns = 0] = logits.shape;
  return { rows, columns, uniforms: { columns: ['int', columns] } } as const;
};

/** Runs a program on logits, classes and more, with what it has to know of every row. */
function ofClasses(
  backend: MathBackendWebGL,
  inputs: WeightedLossInputs,
  more: Draw['inputs'],
  shape: number[],
  code: string,
) {
  const { logits, targets } = inputs;
  const { rows, uniforms } = sidesOf(inputs);
  const ofRow = draw(backend, { inputs: { logits }, uniforms, shape: [rows, 2], code: rowProgram });
  const result = draw(backend, { inputs: { logits, targets, ofRow, ...more }, uniforms, shape, code });
  backend.disposeIntermediateTensorInfo(ofRow);
  return result;
}

/** The loss of each row. */
function losses(backend: MathBackendWebGL, inputs: WeightedLossInputs, attrs: WeightedLossAttrs): tf.TensorInfo {
  const { logits, targets } = inputs;
  if (areClasses(inputs)) return ofClasses(backend, inputs, {}, [sidesOf(inputs).rows], classLossProgram);
  const exampleLoss = tf.getKernel('ExampleLoss', 'webgl').kernelFunc;
  return exampleLoss({ inputs: { logits, targets }, backend, attrs: { ...attrs } }) as tf.TensorInfo;
}

/** dy times the slopes of each row's loss, divided by the rows but for classes. */
function slopes(backend: MathBackendWebGL, inputs: WeightedLossGradientInputs, attrs: WeightedLossAttrs) {
  const { logits, targets, dy } = inputs;
  if (areClasses(inputs)) return ofClasses(backend, inputs, { dy }, logits.shape, classSlopesProgram);
  const gradient = tf.getKernel('MeanLossGradient', 'webgl').kernelFunc;
  return gradient({ inputs: { logits, targets, dy }, backend, attrs: { ...attrs } }) as tf.TensorInfo;
}

export function registerWeightedLoss(): void {
  registerWebGL('WeightedLoss', (backend, inputs: WeightedLossInputs, attrs: WeightedLossAttrs) => {
    const { rows } = sidesOf(inputs);
    const each = losses(backend, inputs, attrs);
    const given = { losses: each, weights: inputs.weights };
    const weighed = draw(backend, { inputs: given, uniforms: {}, shape: [rows, 2], code: weighProgram });
    const sums = sumColumns(backend, weighed, rows, 2);
    const mean = draw(backend, { inputs: { sums }, uniforms: {}, shape: [], code: quotientProgram });
    for (const info of [each, weighed, sums]) backend.disposeIntermediateTensorInfo(info);
    return mean;
  });

  registerWebGL('WeightedLossGradient', (backend, inputs: WeightedLossGradientInputs, attrs: WeightedLossAttrs) => {
    const { weights, logits } = inputs;
    const { rows, uniforms } = sidesOf(inputs);
    const total = sumColumns(backend, weights, rows, 1);
    const each = slopes(backend, inputs, attrs);
    const gradient = draw(backend, {
      inputs: { slopes: each, weights, total },
      // The gradient of the mean has been divided by the rows.
      uniforms: { ...uniforms, scale: ['float', areClasses(inputs) ? 1 : rows] },
      shape: logits.shape,
      code: gradientProgram,
    });
    for (const info of [each, total]) backend.disposeIntermediateTensorInfo(info);
    return gradient;
  });
}
