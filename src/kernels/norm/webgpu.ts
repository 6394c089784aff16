import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';
import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import { layerNormEpsilon } from './epsilon';
import type { LayerNormGainInputs, LayerNormGradientInputs, LayerNormInputs } from './op';

// One thread has a row.

const eachColumn = (body: string) => `for (var j = 0; j < uniforms.width; j++) { let at = start + j; ${body} }`;

/** Mean and scale (one over the standard deviation) of the row that starts at `start`. */
const program = (body: string) => `
  fn main(row : i32) {
    if (row >= uniforms.rows) { return; }
    let start = row * uniforms.width;
    let width = f32(uniforms.width);
    var mean = 0.0;
    ${eachColumn('mean += x[at];')}
    mean /= width;
    var variance = 0.0;
    ${eachColumn('let off = x[at] - mean; variance += off * off;')}
    let scale = 1.0 / sqrt(variance / width + ${layerNormEpsilon});
    ${body}
  }
`;

const normal = '(x[at] - mean) * scale';

const programs = {
  'layer norm': program(eachColumn(`result[at] = ${normal} * gain[j] + bias[j];`)),
  'layer norm gradient': program(`
    var middle = 0.0;
    var along = 0.0;
    ${eachColumn(`let g = dy[at] * gain[j]; middle += g; along += g * ${normal};`)}
    middle /= width;
    along /= width;
    ${eachColumn(`result[at] = (dy[at] * gain[j] - middle - ${normal} * along) * scale;`)}
  `),
  'layer norm gain': program(eachColumn(`result[at] = dy[at] * ${normal};`)),
};

function compute(backend: WebGPUBackend, key: keyof typeof programs, inputs: Record<string, tf.TensorInfo>) {
  const { shape } = inputs.x as tf.TensorInfo;
  const [rows = 0, width = 0] = shape;
  return dispatch(backend, {
    key,
    inputs,
    uniforms: { rows: ['i32', rows], width: ['i32', width] },
    output: backend.makeTensorInfo(shape, 'float32'),
    threads: rows,
    code: () => programs[key],
  });
}

export function registerLayerNorm(): void {
  registerWebGPU('LayerNorm', (backend, { x, gain, bias }: LayerNormInputs) =>
    compute(backend, 'layer norm', { x, gain, bias }),
  );
  registerWebGPU('LayerNormGradient', (backend, { x, gain, dy }: LayerNormGradientInputs) =>
    compute(backend, 'layer norm gradient', { x, gain, dy }),
  );
  registerWebGPU('LayerNormGainGradient', (backend, { x, dy }: LayerNormGainInputs) => {
    const products = compute(backend, 'layer norm gain', { x, dy });
    const sums = tf.getKernel('ColumnSums', 'webgpu').kernelFunc({ inputs: { x: products }, backend });
    backend.disposeData(products.dataId);
    return sums;
  });
}
