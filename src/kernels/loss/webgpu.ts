import type { OutputKind } from '../../training/names';
import { wgslFunctions } from '../shader/functions';
import { dispatch, groupSum, registerWebGPU } from '../webgpu/dispatch';
import { type LossFormulas, lossFormulas } from './formulas';
import type { LossAttrs, LossGradientInputs, LossInputs } from './op';

// One thread has a row, and its sums are in the order of the columns.

const eachColumn = (body: string) =>
  `for (var column = 0; column < uniforms.columns; column++) { let at = row * uniforms.columns + column; ${body} }`;

const output = ({ p }: LossFormulas) => `let z = logits[at]; let y = targets[at]; let p = ${p}; let e = p - y;`;

/** What softmax has to know of a row. */
const normalizer = `
  var top = logits[row * uniforms.columns];
  ${eachColumn('top = max(top, logits[at]);')}
  var sum = 0.0;
  ${eachColumn('sum += exp(logits[at] - top);')}
`;

const rowLoss = (formulas: LossFormulas, kind: OutputKind) => `
  ${wgslFunctions}
  fn rowLoss(row : i32) -> f32 {
    let n = f32(uniforms.columns);
    ${kind === 'softmax' ? normalizer : ''}
    var loss = 0.0;
    ${eachColumn(`${output(formulas)} loss += ${formulas.term};`)}
    return loss;
  }
`;

const exampleProgram = `
  fn main(row : i32) {
    if (row < uniforms.rows) { result[row] = rowLoss(row); }
  }
`;

const meanGroup = 256;

const meanProgram = `
  ${groupSum(meanGroup)}
  fn main(index : i32) {
    var loss = 0.0;
    for (var row = index; row < uniforms.rows; row += ${meanGroup}) { loss += rowLoss(row); }
    let total = groupSum(loss);
    if (index == 0) { result[0] = total / f32(uniforms.rows); }
  }
`;

const gradientProgram = (formulas: LossFormulas, kind: OutputKind) => `
  ${wgslFunctions}
  fn main(row : i32) {
    if (row >= uniforms.rows) { return; }
    let n = f32(uniforms.columns);
    let share = dy[0] / f32(uniforms.rows);
    ${kind === 'softmax' ? normalizer : ''}
    ${formulas.weight ? `var weight = 0.0; ${eachColumn(`${output(formulas)} weight += ${formulas.weight};`)}` : ''}
    ${eachColumn(`${output(formulas)} result[at] = share * (${formulas.slope});`)}
  }
`;

function given({ logits, targets }: LossInputs, { loss, output: kind }: LossAttrs) {
  const [rows = 0, columns = 0] = logits.shape;
  return {
    logits,
    targets,
    rows,
    uniforms: { rows: ['i32', rows], columns: ['i32', columns] },
    name: `${loss} ${kind}`,
    kind,
    formulas: lossFormulas(loss, kind),
  } as const;
}

export function registerLosses(): void {
  registerWebGPU('ExampleLoss', (backend, inputs: LossInputs, attrs: LossAttrs) => {
    const { logits, targets, rows, uniforms, name, kind, formulas } = given(inputs, attrs);
    return dispatch(backend, {
      key: `example loss ${name}`,
      inputs: { logits, targets },
      uniforms,
      output: backend.makeTensorInfo([rows], 'float32'),
      threads: rows,
      code: () => rowLoss(formulas, kind) + exampleProgram,
    });
  });

  registerWebGPU('MeanLoss', (backend, inputs: LossInputs, attrs: LossAttrs) => {
    const { logits, targets, uniforms, name, kind, formulas } = given(inputs, attrs);
    return dispatch(backend, {
      key: `mean loss ${name}`,
      inputs: { logits, targets },
      uniforms,
      output: backend.makeTensorInfo([], 'float32'),
      threads: meanGroup,
      group: meanGroup,
      code: () => rowLoss(formulas, kind) + meanProgram,
    });
  });

  registerWebGPU('MeanLossGradient', (backend, inputs: LossGradientInputs, attrs: LossAttrs) => {
    const { logits, targets, rows, uniforms, name, kind, formulas } = given(inputs, attrs);
    return dispatch(backend, {
      key: `mean loss gradient ${name}`,
      inputs: { logits, targets, dy: inputs.dy },
      uniforms,
      output: backend.makeTensorInfo(logits.shape, 'float32'),
      threads: rows,
      code: () => gradientProgram(formulas, kind),
    });
  });
}
