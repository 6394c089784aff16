import { parseConfig } from '../../src/config/gate';
import type { Examples } from '../../src/data/dataset';
import type { DataInfo } from '../../src/data/info';
import { epochOrder } from '../../src/engine/batches';
import { initialValues } from '../../src/engine/initializers';
import type { NetConfig } from '../../src/families';
import { stream } from '../../src/random/stream';
import type { Batch, TrainingWorkload, Weights } from '../workload';

const seed = 7;

interface Sizes {
  readonly inputs: number;
  readonly hidden: readonly number[];
  readonly classes: number;
  readonly batchSize: number;
  /** Full batches in the data set: more than are compared before anything is timed. */
  readonly batches: number;
  readonly learningRate: number;
  /** Standard deviation of the classes' centres; 0.7 is that of the points around them. */
  readonly apart: number;
}

function infoFor({ inputs, classes }: Sizes): DataInfo {
  const names = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  const column = (name: string) => ({ name, type: 'number', mean: 0, deviation: 1, fill: 0 }) as const;
  return {
    name: 'bench',
    rows: 0,
    inputs: { kind: 'columns', columns: names('input', inputs).map(column) },
    target: { kind: 'classes', name: 'class', classes: names('class', classes) },
  };
}

/**
 * Points around one centre per class. A fifth of the labels is drawn at random, so that no gradient ever dies out.
 * Classes overlap: no probability may become as small as 1e-4, where the losses of tf.layers are clipped on WebGL.
 */
function drawExamples({ inputs, classes, batchSize, batches, apart }: Sizes): Examples {
  const random = stream(seed, 'bench/data');
  const count = batchSize * batches;
  const outputs = classes === 2 ? 1 : classes;
  const centres = new Float32Array(classes * inputs).map(() => random.normal());
  const examples = { count, inputs: new Float32Array(count * inputs), targets: new Float32Array(count * outputs) };
  for (let row = 0; row < count; row++) {
    const shown = random.integer(classes);
    const label = random.uniform() < 0.2 ? random.integer(classes) : shown;
    for (let i = 0; i < inputs; i++)
      examples.inputs[row * inputs + i] = apart * (centres[shown * inputs + i] as number) + 0.7 * random.normal();
    if (classes === 2) examples.targets[row] = label;
    else examples.targets[row * outputs + label] = 1;
  }
  return examples;
}

function cutBatches(examples: Examples, { batchSize, batches }: Sizes): Batch[] {
  const order = epochOrder(seed, 0, examples.count);
  const gather = (values: Float32Array, rows: Int32Array) => {
    const width = values.length / examples.count;
    const gathered = new Float32Array(rows.length * width);
    rows.forEach((row, i) => gathered.set(values.subarray(row * width, (row + 1) * width), i * width));
    return gathered;
  };
  return Array.from({ length: batches }, (_, i) => {
    const rows = order.subarray(i * batchSize, (i + 1) * batchSize);
    return { inputs: gather(examples.inputs, rows), targets: gather(examples.targets, rows) };
  });
}

/** Kernel and bias of each layer in turn; He et al. 2015 for the kernels, 0 for the biases. */
function drawWeights(widths: readonly number[]): Weights[] {
  return widths.slice(1).flatMap((fanOut, layer) => {
    const fanIn = widths[layer] as number;
    const shape = [fanIn, fanOut];
    const initializer = { kind: 'normal', gain: 2, fan: 'in' } as const;
    const spec = { name: `dense${layer}/kernel`, shape, initializer, fanIn, fanOut, penalized: true };
    return [
      { shape, values: initialValues(spec, seed) },
      { shape: [fanOut], values: new Float32Array(fanOut) },
    ];
  });
}

type Limits = Partial<Pick<TrainingWorkload, 'runners' | 'backends' | 'heavy'>>;

function netWorkload(sizes: Sizes, limits: Limits = {}): TrainingWorkload {
  const { inputs, hidden, classes, batchSize, learningRate } = sizes;
  const widths = [inputs, ...hidden, classes === 2 ? 1 : classes];
  return {
    id: `net ${widths.join('-')} b${batchSize}`,
    kind: 'training',
    batchSize,
    config: parseConfig({
      family: 'net',
      seed,
      model: { layers: hidden, activation: 'relu', dropout: 0, bias: true },
      train: { optimizer: 'adam', learningRate, batchSize, loss: 'crossEntropy' },
    }) as NetConfig,
    info: infoFor(sizes),
    widths,
    runners: ['hand-written', 'tf.layers', 'tf.core', 'ours (eager)', 'ours'],
    backends: ['cpu', 'wasm', 'webgl', 'webgpu'],
    ...limits,
    draw() {
      const examples = drawExamples(sizes);
      return { examples, batches: cutBatches(examples, sizes), weights: drawWeights(widths) };
    },
  };
}

const small = { inputs: 2, hidden: [8, 8], classes: 2, batches: 32, learningRate: 0.01, apart: 0.7 };
const middle = { inputs: 784, hidden: [256, 256], classes: 10, batches: 32, learningRate: 0.001, apart: 0.05 };
const large = { inputs: 2048, hidden: [2048, 2048], classes: 10, batches: 4, learningRate: 0.0001, apart: 0.02 };

export const netWorkloads: readonly TrainingWorkload[] = [
  netWorkload({ ...small, batchSize: 10 }),
  netWorkload({ ...small, batchSize: 32 }),
  netWorkload({ ...middle, batchSize: 128 }),
  netWorkload(
    { ...large, batchSize: 256 },
    {
      runners: ['tf.layers', 'ours (eager)', 'ours'],
      backends: ['wasm', 'webgpu'],
      heavy: { checkedSteps: 3, rounds: 2, slowestMs: 6000 },
    },
  ),
];
