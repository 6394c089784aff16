import { describe, expect, test } from 'vitest';
import * as tf from '../../src/engine/tf';
import { dense } from '../../src/kernels/dense/op';
import { meanLoss } from '../../src/kernels/loss/op';
import { dropout } from '../../src/kernels/random/op';
import { backendIds, lossNames } from '../../src/training/names';
import { drawValues, sizeOf } from '../unit/kernels/cases';
import { use } from './backends';

type Operands = readonly tf.Tensor[];

const draw = (name: string, ...shape: number[]) => tf.tensor(drawValues(name, sizeOf(shape)), shape);
/** Weights that tell the components of an output apart. */
const weighted = (y: tf.Tensor): tf.Scalar => tf.sum(tf.mul(y, draw('weights', ...y.shape)));
const number = (x: tf.Tensor) => x.dataSync()[0] as number;

/**
 * How much the gradient of a value by its operands is off along a direction, as a share of the slope there or of 1:
 * against the difference of the values a step before and a step behind.
 */
function gradientError(value: (...operands: tf.Tensor[]) => tf.Scalar, operands: Operands): number {
  const step = 2 ** -8;
  return tf.tidy(() => {
    const gradients = tf.grads((...given: tf.Tensor[]) => value(...given))([...operands]);
    return Math.max(
      ...operands.map((operand, i) => {
        const direction = draw('direction one', ...operand.shape);
        const at = (distance: number) =>
          number(value(...operands.with(i, tf.add(operand, tf.mul(direction, distance)))));
        const difference = (at(step) - at(-step)) / (2 * step);
        const slope = number(tf.sum(tf.mul(gradients[i] as tf.Tensor, direction)));
        return Math.abs(slope - difference) / Math.max(Math.abs(difference), 1);
      }),
    );
  });
}

// WebGL before WebGPU: the software adapter gives no context once the other has its device.
describe.each(backendIds.toReversed())('on %s', (backend) => {
  // Relu is part of the kernel, others come after it. None of these units is within a step of relu’s bend.
  test.for(['relu', 'tanh'] as const)(
    'the gradients of a dense layer with %s are its slopes',
    async (activation, { skip }) => {
      await use(backend, skip);
      const error = tf.tidy(() => {
        const operands = [draw('x', 5, 3), draw('kernel', 3, 4), draw('bias', 4)];
        return gradientError(
          (x, kernel, bias) =>
            weighted(dense(x as tf.Tensor2D, kernel as tf.Tensor2D, bias as tf.Tensor1D, activation)),
          operands,
        );
      });
      expect(error).toBeLessThan(2e-3);
    },
  );

  test('the gradients of a dense layer without a bias are its slopes', async ({ skip }) => {
    await use(backend, skip);
    const error = tf.tidy(() =>
      gradientError(
        (x, kernel) => weighted(dense(x as tf.Tensor2D, kernel as tf.Tensor2D, undefined, 'tanh')),
        [draw('x', 5, 3), draw('kernel', 3, 4)],
      ),
    );
    expect(error).toBeLessThan(2e-3);
  });

  test('the gradient of dropout lets through what was kept', async ({ skip }) => {
    await use(backend, skip);
    const error = tf.tidy(() => {
      const now = tf.tensor1d([17, 0, 0, 0]);
      return gradientError((x) => weighted(dropout(x, 0.4, { seed: 1, name: 'dropout', now })), [draw('x', 5, 7)]);
    });
    expect(error).toBeLessThan(2e-3);
  });

  test.for(lossNames)('the gradients of the mean %s loss are its slopes', async (loss, { skip }) => {
    await use(backend, skip);
    const error = tf.tidy(() => {
      const targets = draw('targets', 6, 3) as tf.Tensor2D;
      return gradientError(
        (logits) => meanLoss(loss, 'softmax', logits as tf.Tensor2D, targets),
        [draw('logits', 6, 3)],
      );
    });
    expect(error).toBeLessThan(2e-3);
  });
});
