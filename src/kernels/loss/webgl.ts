import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { sumColumns } from '../columns/webgl';
import { glslFunctions } from '../shader/functions';
import { draw, registerWebGL } from '../webgl/draw';
import { type LossFormulas, lossFormulas } from './formulas';
import type { LossAttrs, LossGradientInputs, LossInputs } from './op';

const eachColumn = (body: string) =>
  `for (int column = 0; column < columns; column++) { int at = row * columns + column; ${body} }`;

const outputAt = ({ p }: LossFormulas) =>
  `float z = getLogits(at); float y = getTargets(at); float p = ${p}; float e = p - y;`;

/** What softmax has to know of a row. */
const normalizer = `
  float top = getLogits(row * columns);
  ${eachColumn('top = max(top, getLogits(at));')}
  float sum = 0.0;
  ${eachColumn('sum += exp(getLogits(at) - top);')}
`;

const exampleProgram = (formulas: LossFormulas, isSoftmax: boolean) => `
  ${glslFunctions}
  float valueAt(int row) {
    float n = float(columns);
    ${isSoftmax ? normalizer : ''}
    float loss = 0.0;
    ${eachColumn(`${outputAt(formulas)} loss += ${formulas.term};`)}
    return loss;
  }
`;

/** Of every row its `top`, `sum` and `weight`. */
const rowProgram = (formulas: LossFormulas) => `
  ${glslFunctions}
  float valueAt(int index) {
    int row = index / 3;
    float n = float(columns);
    ${normalizer}
    float weight = 0.0;
    ${eachColumn(`${outputAt(formulas)} weight += ${formulas.weight ?? '0.0'};`)}
    return index % 3 == 0 ? top : index % 3 == 1 ? sum : weight;
  }
`;

const ofRow = `
    float top = getOfRow(3 * row);
    float sum = getOfRow(3 * row + 1);
    float weight = getOfRow(3 * row + 2);
`;

const gradientProgram = (formulas: LossFormulas, isSoftmax: boolean) => `
  ${glslFunctions}
  float valueAt(int at) {
    int row = at / columns;
    float n = float(columns);
    ${isSoftmax ? ofRow : ''}
    ${outputAt(formulas)}
    return getDy(0) / float(rows) * (${formulas.slope});
  }
`;

function exampleLoss(backend: MathBackendWebGL, { logits, targets }: LossInputs, { loss, output }: LossAttrs) {
  const [rows = 0, columns = 0] = logits.shape;
  return draw(backend, {
    inputs: { logits, targets },
    uniforms: { columns: ['int', columns] },
    shape: [rows],
    code: exampleProgram(lossFormulas(loss, output), output === 'softmax'),
  });
}

export function registerLosses(): void {
  registerWebGL('ExampleLoss', exampleLoss);

  registerWebGL('MeanLoss', (backend, inputs: LossInputs, attrs: LossAttrs) => {
    const losses = exampleLoss(backend, inputs, attrs);
    const rows = losses.shape[0] ?? 0;
    const mean = sumColumns(backend, losses, rows, 1, 1 / rows);
    backend.disposeIntermediateTensorInfo(losses);
    return { ...mean, shape: [] };
  });

  registerWebGL(
    'MeanLossGradient',
    (backend, { logits, targets, dy }: LossGradientInputs, { loss, output }: LossAttrs) => {
      const [rows = 0, columns = 0] = logits.shape;
      const formulas = lossFormulas(loss, output);
      const inputs = { logits, targets };
      const ofRow =
        output === 'softmax'
          ? draw(backend, {
              inputs,
              uniforms: { columns: ['int', columns] },
              shape: [rows, 3],
              code: rowProgram(formulas),
            })
          : null;
      const gradient = draw(backend, {
        inputs: ofRow ? { ...inputs, dy, ofRow } : { ...inputs, dy },
        uniforms: { rows: ['int', rows], columns: ['int', columns] },
        shape: logits.shape,
        code: gradientProgram(formulas, ofRow !== null),
      });
      if (ofRow) backend.disposeIntermediateTensorInfo(ofRow);
      return gradient;
    },
  );
}
