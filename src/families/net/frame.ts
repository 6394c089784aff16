import type { Dataset } from '../../data/dataset';
import { decodeOutputs, encodePoints } from '../../data/encode';
import { type DataInfo, inputWidth, outputWidth } from '../../data/info';
import type { NetFrame } from './view';

/** Encoded inputs, count × inputs → outputs, count × outputs. What is asked while training is the same array each time. */
type Predict = (inputs: Float32Array) => Promise<Float32Array>;

/** Rows of each split that are counted while training; all of them when there is time. */
const quickRows = 1000;
/** Cells along the decision map while training, and when there is time. */
const mapSize = { quick: 100, fine: 128 };
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

/** Inputs of which answers are counted: some while training, all of them when there is time. */
const asking = ({ inputs, count }: Dataset['train'], width: number) => ({
  quick: inputs.subarray(0, Math.min(count, quickRows) * width),
  fine: inputs,
});

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
    const asked = { train: asking(train, width), test: asking(test, width) };
    const count = async (predict: Predict, split: 'train' | 'test', fine: boolean) => {
      const counts = new Uint32Array(classes * classes);
      const rows = asked[split][fine ? 'fine' : 'quick'];
      if (rows.length === 0) return counts;
      const predicted = classesOf(info, await predict(rows));
      predicted.forEach((guess, row) => {
        const cell = (truths[split][row] ?? 0) * classes + guess;
        counts[cell] = (counts[cell] ?? 0) + 1;
      });
      return counts;
    };
    return async (predict, fine) => {
      const counting = [count(predict, 'train', fine), count(predict, 'test', fine)] as const;
      const [train, test] = await Promise.all(counting);
      return { kind: 'confusion', train, test };
    };
  }

  const shownOf = ({ count, inputs, targets }: Dataset['train']) => {
    const shown = Math.min(count, shownExamples);
    return {
      inputs: inputs.subarray(0, shown * inputWidth(info)),
      actual: inOwnUnits(info, targets.subarray(0, shown * outputWidth(info))),
    };
  };
  const shown = { train: shownOf(train), test: shownOf(test) };
  const fit = async (predict: Predict, { inputs, actual }: ReturnType<typeof shownOf>) => ({
    actual,
    predicted: inputs.length === 0 ? new Float32Array(0) : inOwnUnits(info, await predict(inputs)),
  });
  return async (predict) => {
    const [train, test] = await Promise.all([fit(predict, shown.train), fit(predict, shown.test)]);
    return { kind: 'fit', train, test };
  };
}
