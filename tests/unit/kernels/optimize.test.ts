import { describe, expect, test } from 'vitest';
import { type CoefficientName, coefficientNames, unlimited } from '../../../src/kernels/optimize/op';
import { referenceOptimize } from '../../../src/kernels/optimize/reference';
import { type OptimizerName, optimizerSlots } from '../../../src/training/names';
import { drawValues } from './cases';

type Coefficients = Partial<Readonly<Record<CoefficientName, number>>>;

const rowOf = (given: Coefficients) =>
  Float32Array.from(coefficientNames, (name) => given[name] ?? (name === 'clipValue' ? unlimited : 0));

/** Parameters after steps of an optimizer; `coefficients` and `gradient` are told the step, from 1, and the parameters. */
function run(
  optimizer: OptimizerName,
  start: readonly number[],
  steps: number,
  coefficients: (t: number) => Coefficients,
  gradient: (parameters: readonly number[]) => readonly number[],
  mask: readonly number[] = start.map(() => 1),
): number[] {
  const count = start.length;
  const state = new Float32Array(count * (1 + optimizerSlots[optimizer].length));
  state.set(start);
  for (let t = 1; t <= steps; t++) {
    const given = Float32Array.from(gradient([...state.subarray(0, count)]));
    const attrs = {
      optimizer,
      from: 0,
      count,
      coefficients: 0,
      clipNorm: 'clipNorm' in coefficients(t),
      average: false,
    };
    referenceOptimize(state, count, given, Float32Array.from(mask), rowOf(coefficients(t)), attrs);
  }
  return [...state.subarray(0, count)];
}

const start = [...drawValues('parameters', 7)];
/** The slopes of a bowl that is steeper along each further axis. */
const bowl = (parameters: readonly number[]) => parameters.map((p, i) => (i + 1) * p);
const close = (actual: readonly number[], expected: readonly number[]) =>
  actual.forEach((value, i) => expect(value).toBeCloseTo(expected[i] as number, 5));
const rate = 0.05;

describe('rules over ten steps, as their papers write them', () => {
  test('sgd goes down the gradient', () => {
    const expected = start.map((p, i) => p * (1 - rate * (i + 1)) ** 10);
    close(
      run('sgd', start, 10, () => ({ rate }), bowl),
      expected,
    );
  });

  test('momentum is Polyak’s heavy ball: p ← p − η·g + μ·(p − before)', () => {
    let [before, p] = [start, start];
    for (let t = 0; t < 10; t++) {
      const g = bowl(p);
      const next = p.map((value, i) => value - rate * (g[i] as number) + 0.8 * (value - (before[i] as number)));
      [before, p] = [p, next];
    }
    close(
      run('momentum', start, 10, () => ({ rate, first: 0.8 }), bowl),
      p,
    );
  });

  test('nesterov takes the gradient at the point ahead, which is the one that it gives', () => {
    let p = start;
    let velocity = start.map(() => 0);
    for (let t = 0; t < 10; t++) {
      const g = bowl(p.map((value, i) => value + 0.8 * (velocity[i] as number)));
      velocity = velocity.map((v, i) => 0.8 * v - rate * (g[i] as number));
      p = p.map((value, i) => value + (velocity[i] as number));
    }
    const ahead = p.map((value, i) => value + 0.8 * (velocity[i] as number));
    close(
      run('nesterov', start, 10, () => ({ rate, first: 0.8 }), bowl),
      ahead,
    );
  });

  test('adagrad divides by the root of the sum of squares', () => {
    const sums = start.map(() => 0);
    let p = start;
    for (let t = 0; t < 10; t++) {
      const g = bowl(p);
      g.forEach((value, i) => {
        sums[i] = (sums[i] as number) + value ** 2;
      });
      p = p.map((value, i) => value - (rate * (g[i] as number)) / (Math.sqrt(sums[i] as number) + 0.1));
    }
    close(
      run('adagrad', start, 10, () => ({ rate, epsilon: 0.1 }), bowl),
      p,
    );
  });

  test('rmsprop divides by the root of a running average of squares', () => {
    const averages = start.map(() => 0);
    let p = start;
    for (let t = 0; t < 10; t++) {
      const g = bowl(p);
      g.forEach((value, i) => {
        averages[i] = 0.9 * (averages[i] as number) + 0.1 * value ** 2;
      });
      p = p.map((value, i) => value - (rate * (g[i] as number)) / (Math.sqrt(averages[i] as number) + 0.1));
    }
    close(
      run('rmsprop', start, 10, () => ({ rate, epsilon: 0.1, second: 0.9 }), bowl),
      p,
    );
  });

  /** Adam with its bias corrections where the paper has them, and decay apart from the gradient (AdamW). */
  function adam(weightDecay: number): number[] {
    const [first, second] = [0.9, 0.99];
    const [means, squares] = [start.map(() => 0), start.map(() => 0)];
    let p = start;
    for (let t = 1; t <= 10; t++) {
      bowl(p).forEach((g, i) => {
        means[i] = first * (means[i] as number) + (1 - first) * g;
        squares[i] = second * (squares[i] as number) + (1 - second) * g ** 2;
      });
      p = p.map((value, i) => {
        const mean = (means[i] as number) / (1 - first ** t);
        const square = (squares[i] as number) / (1 - second ** t);
        return value - rate * (mean / (Math.sqrt(square) + 0.1) + weightDecay * value);
      });
    }
    return p;
  }
  const folded = (t: number, shrink: number): Coefficients => {
    const correction = Math.sqrt(1 - 0.99 ** t);
    return { rate: (rate * correction) / (1 - 0.9 ** t), epsilon: 0.1 * correction, first: 0.9, second: 0.99, shrink };
  };

  test('adam’s bias corrections may be folded into its rate and ε', () => {
    close(
      run('adam', start, 10, (t) => folded(t, 0), bowl),
      adam(0),
    );
  });

  test('adamw decays the parameters apart from the gradient', () => {
    close(
      run('adamw', start, 10, (t) => folded(t, rate * 0.2), bowl),
      adam(0.2),
    );
  });
});

describe('what is done to the gradient before', () => {
  const none = start.map(() => 0);

  test('penalties ½·l2·w² and l1·|w| are added where the mask is', () => {
    const mask = start.map((_, i) => i % 2);
    const penalized = start.map((p, i) => p - (mask[i] as number) * (0.3 * p + 0.2 * Math.sign(p)));
    close(
      run(
        'sgd',
        start,
        1,
        () => ({ rate: 1, l1: 0.2, l2: 0.3 }),
        () => none,
        mask,
      ),
      penalized,
    );
  });

  test('every component is clipped', () => {
    const clipped = start.map((p, i) => p - Math.min(Math.max((i + 1) * p, -0.5), 0.5));
    close(
      run('sgd', start, 1, () => ({ rate: 1, clipValue: 0.5 }), bowl),
      clipped,
    );
  });

  test('the whole is cut to its length, and left alone where it is shorter', () => {
    const step = (clipNorm: number) => {
      const after = run('sgd', start, 1, () => ({ rate: 1, clipNorm }), bowl);
      return Math.hypot(...after.map((p, i) => p - (start[i] as number)));
    };
    expect(step(0.25)).toBeCloseTo(0.25, 5);
    expect(step(1000)).toBeCloseTo(Math.hypot(...bowl(start)), 4);
  });
});

test('only its own columns change, and the average follows the parameters', () => {
  const state = Float32Array.of(1, 2, 3, 4, 10, 20, 30, 40);
  const attrs = { optimizer: 'sgd', from: 1, count: 2, coefficients: 0, clipNorm: false, average: true } as const;
  const mask = new Float32Array(4);
  referenceOptimize(state, 4, Float32Array.of(5, -5), mask, rowOf({ rate: 0.1, keep: 0.75 }), attrs);
  expect([...state]).toEqual([1, 1.5, 3.5, 4, 10, 20 * 0.75 + 1.5 * 0.25, 30 * 0.75 + 3.5 * 0.25, 40]);
});
