import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import type * as tf from '../../engine/tf';
import { optimizerSlots } from '../../training/names';
import { sumColumns } from '../columns/webgl';
import { glslFunctions } from '../shader/functions';
import { draw, registerWebGL } from '../webgl/draw';
import { optimizerRules, penalizedGradient } from './formulas';
import { coefficientNames, type OptimizeAttrs, type OptimizeInputs } from './op';

const coefficientsRead = coefficientNames
  .map((name, i) => `float ${name} = getNow(coefficients + ${i});`)
  .join('\n    ');

/** Parameter `p` at `column`, its mask and its gradient. */
const parameter = `
    float m = getMask(column);
    float p = getState(column);
    float g = getGradient(column - start);
    ${penalizedGradient}
`;

const squaresProgram = `
  ${glslFunctions}
  float valueAt(int index) {
    ${coefficientsRead}
    float squares = 0.0;
    for (int column = start + index; column < start + count; column += pieces) {
      ${parameter}
      squares += g * g;
    }
    return squares;
  }
`;

const cutToNorm = `
    float norm = sqrt(getSquares(0));
    g = g * when(norm <= clipNorm, 1.0, clipNorm / norm);
`;

/** Every row of a column is computed from the whole column. */
function updateProgram({ optimizer, clipNorm, average }: OptimizeAttrs): string {
  const slots = optimizerSlots[optimizer].map((_, i) => `slot${i + 1}`);
  const averageRow = slots.length + 1;
  return `
  ${glslFunctions}
  float valueAt(int index) {
    int row = index / total;
    int column = index % total;
    if (column < start || column >= start + count) { return getState(index); }
    ${coefficientsRead}
    ${parameter}
    ${clipNorm ? cutToNorm : ''}
    ${slots.map((slot, i) => `float ${slot} = getState(${i + 1} * total + column);`).join('\n    ')}
    p = p - shrink * m * p;
    ${optimizerRules[optimizer]}
    ${slots.map((slot, i) => `if (row == ${i + 1}) { return ${slot}; }`).join('\n    ')}
    ${average ? `if (row == ${averageRow}) { return keep * getState(index) + (1.0 - keep) * p; }` : ''}
    return p;
  }
`;
}

function optimize(backend: MathBackendWebGL, inputs: OptimizeInputs, attrs: OptimizeAttrs): tf.TensorInfo {
  const { state, gradient, mask, now } = inputs;
  const { count, clipNorm } = attrs;
  const total = state.shape[1] ?? 0;
  const given = { state, gradient, mask, now };
  const at = { coefficients: ['int', attrs.coefficients], start: ['int', attrs.from], count: ['int', count] } as const;

  /** The squared norm of the gradient, [1]. */
  function squaresOf(): tf.TensorInfo {
    const pieces = Math.ceil(Math.sqrt(count));
    const uniforms = { ...at, pieces: ['int', pieces] } as const;
    const parts = draw(backend, { inputs: given, uniforms, shape: [pieces], code: squaresProgram });
    const squares = sumColumns(backend, parts, pieces, 1);
    backend.disposeIntermediateTensorInfo(parts);
    return squares;
  }

  const squares = clipNorm ? squaresOf() : null;
  const result = draw(backend, {
    inputs: squares ? { ...given, squares } : given,
    uniforms: { ...at, total: ['int', total] },
    shape: state.shape,
    code: updateProgram(attrs),
  });
  if (squares) backend.disposeIntermediateTensorInfo(squares);
  return result;
}

/** A texture cannot be read and written at once, so that every step gives a new one, with what has not changed copied. */
export const registerOptimize = (): void => registerWebGL('Optimize', optimize);
