import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type * as tf from '../../engine/tf';
import { sumColumns } from '../columns/webgl';
import { draw, registerWebGL } from '../webgl/draw';
import { layerNormEpsilon } from './epsilon';
import type { LayerNormGainInputs, LayerNormGradientInputs, LayerNormInputs } from './op';

/** Of every row its mean and its scale, one over the standard deviation. */
const rowProgram = `
  float valueAt(int index) {
    int start = index / 2 * width;
    float mean = 0.0;
    for (int j = 0; j < width; j++) { mean += getX(start + j); }
    mean /= float(width);
    if (index % 2 == 0) { return mean; }
    float variance = 0.0;
    for (int j = 0; j < width; j++) { float off = getX(start + j) - mean; variance += off * off; }
    return 1.0 / sqrt(variance / float(width) + ${layerNormEpsilon});
  }
`;

const ofRow = `
  float mean = getOfRow(2 * row);
  float scale = getOfRow(2 * row + 1);
`;
const normal = '(getX(at) - mean) * scale';

/** Of every row the means of g = dy ⊙ gain and of g ⊙ x̂. */
const meansProgram = `
  float valueAt(int index) {
    int row = index / 2;
    ${ofRow}
    float sum = 0.0;
    for (int j = 0; j < width; j++) {
      int at = row * width + j;
      float g = getDy(at) * getGain(j);
      sum += index % 2 == 0 ? g : g * ${normal};
    }
    return sum / float(width);
  }
`;

const program = (value: string) => `
  float valueAt(int at) {
    int row = at / width;
    int j = at % width;
    ${ofRow}
    return ${value};
  }
`;

const outputProgram = program(`${normal} * getGain(j) + getBias(j)`);
const gradientProgram = program(
  `(getDy(at) * getGain(j) - getMeans(2 * row) - ${normal} * getMeans(2 * row + 1)) * scale`,
);
const gainProgram = program(`getDy(at) * ${normal}`);

const widthOf = ({ shape }: tf.TensorInfo) => ({ width: ['int', shape[1] ?? 0] }) as const;

function rowsOf(backend: MathBackendWebGL, x: tf.TensorInfo): tf.TensorInfo {
  return draw(backend, { inputs: { x }, uniforms: widthOf(x), shape: [x.shape[0] ?? 0, 2], code: rowProgram });
}

export function registerLayerNorm(): void {
  registerWebGL('LayerNorm', (backend, { x, gain, bias }: LayerNormInputs) => {
    const ofRow = rowsOf(backend, x);
    const inputs = { x, gain, bias, ofRow };
    const y = draw(backend, { inputs, uniforms: widthOf(x), shape: x.shape, code: outputProgram });
    backend.disposeIntermediateTensorInfo(ofRow);
    return y;
  });
  registerWebGL('LayerNormGradient', (backend, { x, gain, dy }: LayerNormGradientInputs) => {
    const ofRow = rowsOf(backend, x);
    const inputs = { x, gain, dy, ofRow };
    const means = draw(backend, { inputs, uniforms: widthOf(x), shape: ofRow.shape, code: meansProgram });
    const all = { ...inputs, means };
    const dx = draw(backend, { inputs: all, uniforms: widthOf(x), shape: x.shape, code: gradientProgram });
    for (const info of [ofRow, means]) backend.disposeIntermediateTensorInfo(info);
    return dx;
  });
  registerWebGL('LayerNormGainGradient', (backend, { x, dy }: LayerNormGainInputs) => {
    const [rows = 0, width = 0] = x.shape;
    const ofRow = rowsOf(backend, x);
    const inputs = { x, dy, ofRow };
    const products = draw(backend, { inputs, uniforms: widthOf(x), shape: x.shape, code: gainProgram });
    const sums = sumColumns(backend, products, rows, width);
    for (const info of [ofRow, products]) backend.disposeIntermediateTensorInfo(info);
    return sums;
  });
}
