import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import type * as tf from '../../engine/tf';
import { optimizerSlots } from '../../training/names';
import { wgslFunctions } from '../shader/functions';
import { dispatch, groupSum, registerWebGPU } from '../webgpu/dispatch';
import { inPlace } from '../webgpu/inPlace';
import { optimizerRules, penalizedGradient } from './formulas';
import { coefficientNames, type OptimizeAttrs, type OptimizeInputs } from './op';

const coefficients = coefficientNames
  .map((name, i) => `let ${name} = now[uniforms.coefficients + ${i}];`)
  .join('\n    ');

/** Threads of a workgroup; also the most parts that a sum of squares comes in. */
const group = 256;

/** Parameter `p` at `column`, its mask and its gradient. */
const parameter = (state: string) => `
    let column = uniforms.start + i;
    let m = mask[column];
    var p = ${state}[column];
    var g = gradient[i];
    ${penalizedGradient}
`;

const squaresProgram = `
  ${wgslFunctions}
  ${groupSum(group)}
  fn main(index : i32) {
    ${coefficients}
    var squares = 0.0;
    for (var i = index; i < uniforms.count; i += uniforms.stride) {
      ${parameter('state')}
      squares += g * g;
    }
    let total = groupSum(squares);
    if (localIndex == 0u) { result[index / ${group}] = total; }
  }
`;

/** Every workgroup adds up the parts of the norm again, in the same order. */
const cutToNorm = `
    var share = 0.0;
    if (localIndex < arrayLength(&squares)) { share = squares[localIndex]; }
    let norm = sqrt(groupSum(share));
    let shorten = when(norm <= clipNorm, 1.0, clipNorm / norm);
`;

function updateProgram({ optimizer, clipNorm, average }: OptimizeAttrs): string {
  const slots = optimizerSlots[optimizer].map((_, i) => `slot${i + 1}`);
  const row = (i: number) => `result[${i} * uniforms.total + column]`;
  const averageRow = row(slots.length + 1);
  return `
  ${wgslFunctions}
  ${clipNorm ? groupSum(group) : ''}
  fn main(i : i32) {
    ${coefficients}
    ${clipNorm ? cutToNorm : ''}
    if (i >= uniforms.count) { return; }
    ${parameter('result')}
    ${clipNorm ? 'g = g * shorten;' : ''}
    ${slots.map((slot, k) => `var ${slot} = ${row(k + 1)};`).join('\n    ')}
    p = p - shrink * m * p;
    ${optimizerRules[optimizer]}
    ${row(0)} = p;
    ${slots.map((slot, k) => `${row(k + 1)} = ${slot};`).join('\n    ')}
    ${average ? `${averageRow} = keep * ${averageRow} + (1.0 - keep) * p;` : ''}
  }
`;
}

function optimize(backend: WebGPUBackend, inputs: OptimizeInputs, attrs: OptimizeAttrs): tf.TensorInfo {
  const { state, gradient, mask, now } = inputs;
  const { optimizer, from, count, clipNorm, average } = attrs;
  const [, total = 0] = state.shape;
  const given = { gradient, mask, now };
  const at = { coefficients: ['i32', attrs.coefficients], start: ['i32', from], count: ['i32', count] } as const;
  const result = inPlace(backend, state);

  /** The squared norm of the gradient in up to `group` parts. */
  function squaresOf(): tf.TensorInfo {
    const parts = Math.min(group, Math.ceil(count / group));
    return dispatch(backend, {
      key: 'squares of the gradient',
      inputs: { ...given, state },
      uniforms: { ...at, stride: ['i32', parts * group] },
      output: backend.makeTensorInfo([parts], 'float32'),
      threads: parts * group,
      group,
      code: () => squaresProgram,
    });
  }

  const squares = clipNorm ? squaresOf() : null;
  dispatch(backend, {
    key: `optimize ${optimizer} ${clipNorm} ${average}`,
    inputs: squares ? { ...given, squares } : given,
    uniforms: { ...at, total: ['i32', total] },
    output: state,
    threads: count,
    group,
    code: () => updateProgram(attrs),
  });
  if (squares) backend.disposeData(squares.dataId);
  return result;
}

/** One dispatch over the parameters, and one before it for the norm of the gradient where that is limited. */
export const registerOptimize = (): void => registerWebGPU('Optimize', optimize);
