import type { RunningDataset, SequenceDataset, SequenceExamples } from '../../data/sequences/dataset';
import { type SequenceInfo, sequenceInputWidth, sequenceOutputWidth } from '../../data/sequences/info';
import { windowExamples } from '../../data/sequences/text/examples';
import { randomWindows, streams, type WindowSource } from '../../data/sequences/text/streams';
import type { Draw, Rows } from '../../engine/rows';

const floats = (values: Int32Array | Float32Array) =>
  values instanceof Float32Array ? values : Float32Array.from(values);

/** Sequences as columns of T steps each. */
function sequenceRows(info: SequenceInfo, { count, inputs, targets, weights, length }: SequenceExamples): Rows {
  const inputShape = info.input.kind === 'symbols' ? [length] : [length, sequenceInputWidth(info)];
  const outputs = sequenceOutputWidth(info);
  const targetShape = info.output.kind === 'numbers' ? [length, outputs] : [length];
  return {
    count,
    columns: {
      inputs: { shape: inputShape, values: floats(inputs) },
      targets: { shape: targetShape, values: floats(targets) },
      weights: { shape: [length], values: weights },
    },
  };
}

/** Batches of windows: of streams that go on from step to step, or from anywhere. */
function drawWindows(symbols: Int32Array, length: number, seed: number, carry: () => boolean): Draw {
  const sources = new Map<string, WindowSource>();
  const sourceFor = (batchSize: number, carried: boolean): WindowSource => {
    const key = `${batchSize} ${carried}`;
    const source =
      sources.get(key) ??
      (carried ? streams(symbols, batchSize, length) : randomWindows(symbols, batchSize, length, seed));
    sources.set(key, source);
    return source;
  };
  return {
    rowsPerExample: length,
    batch(step, batchSize) {
      const { starts, fresh } = sourceFor(batchSize, carry()).at(step);
      const rows = new Int32Array(batchSize * length);
      for (const [i, start] of starts.entries()) for (let t = 0; t < length; t++) rows[i * length + t] = start + t;
      return { rows, fresh };
    },
  };
}

/** Windows that are evaluated, of a longer text those at its beginning. */
const evaluatedWindows = 1000;

export interface RecRows {
  readonly train: Rows;
  /** What of the training data is evaluated, where `train` has no examples of its own. */
  readonly seen?: Rows;
  readonly test: Rows;
  /** Sequences to look into, of the test where there is one. */
  readonly shown: SequenceExamples;
}

function runningRows(dataset: RunningDataset, epochWindows: number, seed: number, carry: () => boolean): RecRows {
  const { info, train: symbols, test: rest } = dataset;
  const part = (text: Int32Array) => windowExamples(info, text.subarray(0, evaluatedWindows * info.length + 1));
  const test = part(rest);
  const seen = part(symbols);
  const read = symbols.length - 1;
  return {
    train: {
      count: epochWindows,
      // Row i is the symbol at i with the one after it as its answer; a window is T rows.
      columns: {
        inputs: { shape: [], values: floats(symbols.subarray(0, read)) },
        targets: { shape: [], values: floats(symbols.subarray(1)) },
        weights: { shape: [], values: new Float32Array(read).fill(1) },
      },
      draw: drawWindows(symbols, info.length, seed, carry),
    },
    seen: sequenceRows(info, seen),
    test: sequenceRows(info, test),
    shown: test.count > 0 ? test : seen,
  };
}

/**
 * The examples of a data set as the trainer takes them.
 * @param carry whether state goes from window to window of running text at the moment
 */
export function recRows(dataset: SequenceDataset, epochWindows: number, seed: number, carry: () => boolean): RecRows {
  if (dataset.kind === 'running') return runningRows(dataset, epochWindows, seed, carry);
  const { info, train, test } = dataset;
  return { train: sequenceRows(info, train), test: sequenceRows(info, test), shown: test.count > 0 ? test : train };
}
