import { emptyExamples, type SequenceExamples } from '../dataset';
import type { SequenceInfo } from '../info';

/**
 * One example of each row of symbols: all but the last are read, and the symbol after each is its answer. Rows
 * longer than T + 1 are cut there, shorter ones padded with weight 0.
 */
export function nextSymbolExamples(
  info: Pick<SequenceInfo, 'length' | 'input' | 'output'>,
  rows: readonly Int32Array[],
): SequenceExamples {
  const examples = emptyExamples(info, rows.length);
  const { inputs, targets, weights, lengths, length } = examples;
  for (const [i, row] of rows.entries()) {
    const steps = Math.max(0, Math.min(length, row.length - 1));
    inputs.set(row.subarray(0, steps), i * length);
    targets.set(row.subarray(1, steps + 1), i * length);
    weights.fill(1, i * length, i * length + steps);
    lengths[i] = steps;
  }
  return examples;
}

/**
 * Running text as examples, for evaluating it: window after window, each symbol but the first asked for once,
 * the last window padded.
 */
export function windowExamples(
  info: Pick<SequenceInfo, 'length' | 'input' | 'output'>,
  symbols: Int32Array,
): SequenceExamples {
  const count = Math.max(0, Math.ceil((symbols.length - 1) / info.length));
  const rows = Array.from({ length: count }, (_, i) => symbols.subarray(i * info.length, (i + 1) * info.length + 1));
  return nextSymbolExamples(info, rows);
}
