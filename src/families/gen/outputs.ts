import { type ImitatedInfo, spansOf } from '../../data/imitated/info';
import * as tf from '../../engine/tf';

/** What becomes of the generator's last sums. */
export interface Outputs {
  /** Numbers of a row that choose between categories; 0 where there are none. */
  readonly choices: number;
  /**
   * Rows [n, width] of sums [n, width].
   * @param gumbel [n, choices], noise of Gumbel's distribution, which makes the choices random
   * @param temperature the lower, the nearer each choice is to one category alone
   */
  of(sums: tf.Tensor2D, gumbel: tf.Tensor2D | undefined, temperature: number): tf.Tensor2D;
}

const bends = { linear: (x: tf.Tensor2D) => x, tanh: tf.tanh<tf.Tensor2D>, sigmoid: tf.sigmoid<tf.Tensor2D> };

const part = (x: tf.Tensor2D, start: number, width: number) => tf.slice(x, [0, start], [x.shape[0], width]);

/**
 * Points and pictures are bent as a whole. Of a table, numbers stay as they are, and categories are chosen by the
 * Gumbel-softmax of Jang et al. 2017 (Maddison et al. 2017): softmax((logits + noise) / temperature), whose largest
 * entry is drawn as a softmax of the logits has it.
 */
export function outputsOf(info: ImitatedInfo, bend: keyof typeof bends): Outputs {
  if (info.imitates !== 'table') return { choices: 0, of: bends[bend] };
  const spans = spansOf(info);
  const choices = spans.reduce((sum, { column, width }) => sum + (column.type === 'category' ? width : 0), 0);
  return {
    choices,
    of(sums, gumbel, temperature) {
      let chosen = 0;
      const pieces = spans.map(({ column, start, width }) => {
        const piece = part(sums, start, width);
        if (column.type === 'number') return piece;
        const logits = gumbel ? tf.add<tf.Tensor2D>(piece, part(gumbel, chosen, width)) : piece;
        chosen += width;
        return tf.softmax(tf.div<tf.Tensor2D>(logits, temperature));
      });
      return pieces.length === 1 ? (pieces[0] as tf.Tensor2D) : tf.concat2d(pieces, 1);
    },
  };
}

/** Noise of Gumbel's distribution, of numbers that are uniform in [0, 1). */
export const gumbelOf = (uniform: tf.Tensor2D): tf.Tensor2D =>
  tf.neg(tf.log(tf.neg(tf.log(tf.clipByValue(uniform, 1e-7, 1 - 1e-7)))));
