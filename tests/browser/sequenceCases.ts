import { referenceEmbed, referenceEmbedGradient } from '../../src/kernels/embed/reference';
import {
  referenceLayerNorm,
  referenceLayerNormGainGradient,
  referenceLayerNormGradient,
} from '../../src/kernels/norm/reference';
import { referenceWeightedLoss, referenceWeightedLossGradient } from '../../src/kernels/weighted/reference';
import { stream } from '../../src/random/stream';
import { lossNames, outputKinds } from '../../src/training/names';
import { drawValues, sizeOf } from '../unit/kernels/cases';
import type { KernelCase, Values } from './kernelCases';

// Kernels that recurrent networks need beside the layers themselves.

const draw = (name: string, ...shape: number[]): Values => ({ shape, values: drawValues(name, sizeOf(shape)) });
const valuesOf = (shape: readonly number[], values: Float32Array | Float64Array): Values => ({
  shape,
  values: new Float32Array(values),
});

/** Numbers from 0 to `most` − 1, the same for the same name. */
function drawNumbers(name: string, count: number, most: number): Float32Array {
  const random = stream(1, name);
  return new Float32Array(count).map(() => random.integer(most));
}

const embedCases = [
  [1, 1, 1],
  [7, 3, 50],
  [64, 512, 33],
  [5, 129, 200],
].flatMap(([rows = 0, width = 0, count = 0]): KernelCase[] => {
  const matrix = draw('matrix', rows, width);
  const [dy, bias] = [draw('dy', count, width), draw('bias', width)];
  const numbers = drawNumbers('tokens', count, rows);
  // Tokens that have no row.
  if (count > 2) numbers.set([-1, rows], 1);
  const tokens = valuesOf([count], numbers);
  const name = `${count} of ${rows} rows of ${width}`;
  return [
    {
      name,
      kernel: 'Embed',
      inputs: { matrix, tokens },
      attrs: {},
      expected: { shape: [count, width], values: referenceEmbed(matrix.values, width, numbers) },
      tolerance: 0,
    },
    {
      name: `${name}, and a bias`,
      kernel: 'Embed',
      inputs: { matrix, tokens, bias },
      attrs: {},
      expected: { shape: [count, width], values: referenceEmbed(matrix.values, width, numbers, bias.values) },
      tolerance: 0,
    },
    {
      name,
      kernel: 'EmbedGradient',
      inputs: { dy, tokens },
      attrs: { rows },
      expected: { shape: [rows, width], values: referenceEmbedGradient(dy.values, width, numbers, rows) },
      tolerance: 1e-5,
    },
  ];
});

const layerNormCases = [
  [1, 1],
  [1, 6],
  [33, 17],
  [5, 128],
  [1000, 3],
].flatMap(([rows = 0, width = 0]): KernelCase[] => {
  const x = draw('x', rows, width);
  // Rows far from 0, and one without a deviation.
  x.values.forEach((value, i) => {
    x.values[i] = 3 * value + 5;
  });
  x.values.fill(2, 0, rows > 1 ? width : 0);
  const [gain, bias, dy] = [draw('gain', width), draw('bias', width), draw('dy', rows, width)];
  const name = `[${rows},${width}]`;
  const given = { name, attrs: {}, tolerance: 1e-4 };
  return [
    {
      ...given,
      kernel: 'LayerNorm',
      inputs: { x, gain, bias },
      expected: valuesOf([rows, width], referenceLayerNorm(x.values, gain.values, bias.values)),
    },
    {
      ...given,
      kernel: 'LayerNormGradient',
      inputs: { x, gain, dy },
      expected: valuesOf([rows, width], referenceLayerNormGradient(x.values, gain.values, dy.values)),
    },
    {
      ...given,
      kernel: 'LayerNormGainGradient',
      inputs: { x, dy },
      expected: valuesOf([width], referenceLayerNormGainGradient(x.values, dy.values, width)),
    },
  ];
});

const weightedCases = lossNames.flatMap((loss) =>
  outputKinds.flatMap((output) =>
    [
      [1, 1],
      [37, 1],
      [33, 10],
      [5, 67],
    ].flatMap(([rows = 0, columns = 0]) =>
      [false, true].flatMap((classes): KernelCase[] => {
        if (classes && (loss !== 'crossEntropy' || output !== 'softmax')) return [];
        const logits = draw('logits', rows, columns);
        const targets = classes
          ? valuesOf([rows], drawNumbers('classes', rows, columns))
          : draw('targets', rows, columns);
        const weights = valuesOf([rows], drawValues('weights', rows).map(Math.abs));
        // A row that does not count, whatever is in it, where there are others.
        if (rows > 1) {
          weights.values[1] = 0;
          logits.values[columns] = Number.NaN;
        }
        const given = {
          loss,
          output,
          logits: logits.values,
          targets: targets.values,
          weights: weights.values,
          columns,
        };
        const inputs = { logits, targets, weights };
        const dy = valuesOf([], Float32Array.of(0.7));
        const name = `${loss} of ${output} [${rows},${columns}]${classes ? ', classes' : ''}`;
        const common = { name, attrs: { loss, output } };
        return [
          {
            ...common,
            kernel: 'WeightedLoss',
            inputs,
            expected: { shape: [], values: referenceWeightedLoss(given, classes) },
            tolerance: 1e-5,
          },
          {
            ...common,
            kernel: 'WeightedLossGradient',
            inputs: { ...inputs, dy },
            expected: { shape: [rows, columns], values: referenceWeightedLossGradient(given, classes, 0.7) },
            tolerance: 2e-6,
          },
        ];
      }),
    ),
  ),
);

export const sequenceCases: readonly KernelCase[] = [...embedCases, ...layerNormCases, ...weightedCases];
