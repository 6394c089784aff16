import { stream } from '../../../random/stream';

/** The windows of one step of training on running text, batch × T. */
export interface WindowBatch {
  /** Where in the text each window starts. */
  readonly starts: Int32Array;
  readonly inputs: Int32Array;
  /** The symbols after the inputs. */
  readonly targets: Int32Array;
  /** Whether the network's state starts anew; else it goes on from the step before. */
  readonly fresh: boolean;
}

/** Batches by the number of the step, so that nothing has to be stored to go on exactly. */
export interface WindowSource {
  readonly batchSize: number;
  readonly window: number;
  at(step: number): WindowBatch;
}

/** Streams also come to an end: then the next pass begins. */
export interface Streams extends WindowSource {
  readonly stepsPerPass: number;
}

function cut(symbols: Int32Array, starts: Int32Array, window: number, fresh: boolean): WindowBatch {
  const inputs = new Int32Array(starts.length * window);
  const targets = new Int32Array(starts.length * window);
  for (const [i, start] of starts.entries()) {
    inputs.set(symbols.subarray(start, start + window), i * window);
    targets.set(symbols.subarray(start + 1, start + window + 1), i * window);
  }
  return { starts, inputs, targets, fresh };
}

function checkLength(symbols: Int32Array, window: number): void {
  if (symbols.length <= window)
    throw new RangeError(`${symbols.length} symbols are too few for a window of ${window} and the symbol after it`);
}

/**
 * A text cut into `batchSize` parallel streams that are read window after window: stream i of a step goes on
 * where stream i of the step before ended, so that the state can be carried along (truncated backpropagation
 * through time). At the start of each pass the state starts anew; passes are shifted against each other by what
 * is left over of a stream. Streams of a text too short for them overlap.
 * @throws {RangeError} for a text that is not longer than the window.
 */
export function streams(symbols: Int32Array, batchSize: number, window: number): Streams {
  checkLength(symbols, window);
  const last = symbols.length - 1;
  const stepsPerPass = Math.max(1, Math.floor(last / batchSize / window));
  const reach = stepsPerPass * window;
  const slack = Math.max(0, Math.floor(last / batchSize) - reach);
  return {
    batchSize,
    window,
    stepsPerPass,
    at(step) {
      const pass = Math.floor(step / stepsPerPass);
      const place = step - pass * stepsPerPass;
      const shift = (pass % (slack + 1)) + place * window;
      const starts = Int32Array.from({ length: batchSize }, (_, i) => {
        const head = Math.floor((last * i) / batchSize);
        return Math.min(head, last - reach) + shift;
      });
      return cut(symbols, starts, window, place === 0);
    },
  };
}

/**
 * Windows from anywhere in a text, drawn anew at every step by the seed; the state starts anew each time.
 * @throws {RangeError} for a text that is not longer than the window.
 */
export function randomWindows(symbols: Int32Array, batchSize: number, window: number, seed: number): WindowSource {
  checkLength(symbols, window);
  return {
    batchSize,
    window,
    at(step) {
      const random = stream(seed, 'windows', step);
      const starts = Int32Array.from({ length: batchSize }, () => random.integer(symbols.length - window));
      return cut(symbols, starts, window, true);
    },
  };
}
