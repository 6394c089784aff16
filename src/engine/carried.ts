import { assign } from '../kernels/assign/op';
import { carriedAt } from './feed';
import type { Model, NamedTensors } from './model';
import * as tf from './tf';

/** State that a model hands from one step to the next, in tensors that stay where they are. */
export interface Carried {
  tensors(): readonly tf.Tensor[];
  /** The state that a step begins with: what was left, or zeros where `now` says that it starts anew. */
  enter(now: tf.Tensor1D): NamedTensors;
  /** Notes what the step leaves. */
  leave(name: string, state: tf.Tensor): void;
  /** Puts what was left in its place, when the step is done. */
  settle(): void;
  read(): Promise<Readonly<Record<string, Float32Array>>>;
  dispose(): void;
}

/** @param from values to begin with; zeros where there are none of the right size */
export function createCarried(
  declared: NonNullable<Model['carries']>,
  batchSize: number,
  from: Readonly<Record<string, Float32Array>> = {},
): Carried {
  const held = new Map(
    declared.map(({ name, shape }) => {
      const sides = [...shape(batchSize)];
      const values = from[name];
      const fits = values?.length === tf.util.sizeFromShape(sides);
      return [name, fits ? tf.tensor(values, sides) : tf.zeros(sides)] as const;
    }),
  );
  let left: (readonly [name: string, state: tf.Tensor])[] = [];

  return {
    tensors: () => [...held.values()],
    enter(now) {
      if (held.size === 0) return {};
      left = [];
      const goesOn = tf.slice(now, [carriedAt], [1]);
      return Object.fromEntries([...held].map(([name, state]) => [name, tf.mul(state, goesOn)]));
    },
    // Kept: the scope of the gradient ends before the step does.
    leave: (name, state) => void left.push([name, tf.keep(state)]),
    settle() {
      for (const [name, state] of left) {
        const before = held.get(name);
        if (!before) throw new Error(`the model carries no ${name}`);
        held.set(name, tf.keep(assign(before, state)));
        tf.dispose([before, state]);
      }
      left = [];
    },
    async read() {
      const entries = [...held].map(
        async ([name, state]) => [name, new Float32Array(await state.data<'float32'>())] as const,
      );
      return Object.fromEntries(await Promise.all(entries));
    },
    dispose: () => tf.dispose([...held.values()]),
  };
}
