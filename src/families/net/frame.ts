import type { Dataset } from '../../data/dataset';
import { decodeOutputs, encodePoints } from '../../data/encode';
import { type DataInfo, inputWidth, outputWidth } from '../../data/info';
import type { NetFrame } from './view';

/** Encoded inputs, count × inputs → outputs, count × outputs. */
export type Predict = (inputs: Float32Array) => Promise<Float32Array>;

/** Rows of each split that are counted while training; all of them when there is time. */
const quickRows = 1000;
/** Cells along the decision map while training, and when there is time. */
const mapSize = { quick: 64, fine: 128 };
const curvePoints = 200;
const shownExamples = 500;

/** Centres of size × size cells over ±extent, row 0 at the top. */
function gridPoints(size: number, extent: number): Float32Array {
  const points = new Float32Array(size * size * 2);
  const centre = (index: number) => extent * ((2 * index + 1) / size - 1);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = 2 * (row * size + column);
      points[at] = centre(column);
      points[at + 1] = -centre(row);
    }
  }
  return points;
}

/** Standardized numbers in their own units; probabilities as they are. */
function inOwnUnits(info: DataInfo, outputs: Float32Array): Float32Array {
  if (info.target.kind === 'classes') return outputs;
  return Float32Array.from(decodeOutputs(info, outputs).flat());
}

/** The class of each row of outputs or targets: over one half, or the largest. */
function classesOf(info: DataInfo, outputs: Float32Array): Uint16Array {
  const width = outputWidth(info);
  return Uint16Array.from({ length: outputs.length / width }, (_, row) => {
    if (width === 1) return (outputs[row] ?? 0) > 0.5 ? 1 : 0;
    let best = 0;
    for (let i = 1; i < width; i++) if ((outputs[row * width + i] ?? 0) > (outputs[row * width + best] ?? 0)) best = i;
    return best;
  });
}

/** What Net shows of itself, made from predictions alone. */
export function netFrames({ info, train, test }: Dataset): (predict: Predict, fine: boolean) => Promise<NetFrame> {
  const { inputs, target } = info;

  if (inputs.kind === 'points') {
    const { extent } = inputs;
    if (inputs.coordinates.length === 1) {
      const x = Float32Array.from({ length: curvePoints }, (_, i) => extent * ((2 * i) / (curvePoints - 1) - 1));
      const encoded = encodePoints(info, x);
      return async (predict) => ({ kind: 'curve', x, y: inOwnUnits(info, await predict(encoded)) });
    }
    const grids = new Map<number, Float32Array>();
    return async (predict, fine) => {
      const size = fine ? mapSize.fine : mapSize.quick;
      const grid = grids.get(size) ?? encodePoints(info, gridPoints(size, extent));
      grids.set(size, grid);
      return { kind: 'map', size, extent, outputs: outputWidth(info), values: inOwnUnits(info, await predict(grid)) };
    };
  }

  if (target.kind === 'classes') {
    const classes = target.classes.length;
    const width = inputWidth(info);
    const truths = { train: classesOf(info, train.targets), test: classesOf(info, test.targets) };
    const count = async (predict: Predict, split: 'train' | 'test', fine: boolean) => {
      const counts = new Uint32Array(classes * classes);
      const { inputs, count: all } = split === 'train' ? train : test;
      const rows = fine ? all : Math.min(all, quickRows);
      if (rows === 0) return counts;
      const predicted = classesOf(info, await predict(inputs.subarray(0, rows * width)));
      predicted.forEach((guess, row) => {
        const cell = (truths[split][row] ?? 0) * classes + guess;
        counts[cell] = (counts[cell] ?? 0) + 1;
      });
      return counts;
    };
    return async (predict, fine) => ({
      kind: 'confusion',
      train: await count(predict, 'train', fine),
      test: await count(predict, 'test', fine),
    });
  }

  const outputs = outputWidth(info);
  const fit = async (predict: Predict, split: Dataset['train']) => {
    const shown = Math.min(split.count, shownExamples);
    if (shown === 0) return { actual: new Float32Array(0), predicted: new Float32Array(0) };
    const width = split.inputs.length / split.count;
    return {
      actual: inOwnUnits(info, split.targets.subarray(0, shown * outputs)),
      predicted: inOwnUnits(info, await predict(split.inputs.subarray(0, shown * width))),
    };
  };
  return async (predict) => ({ kind: 'fit', train: await fit(predict, train), test: await fit(predict, test) });
}
