import { optimize } from '../kernels/optimize/op';
import { averageSlot, type OptimizerName, optimizerSlots } from '../training/names';
import { type Layout, layoutOf, nameTensors, pack, penaltyMask, unpackList } from './layout';
import { averageOf, type Model, type NamedTensors } from './model';
import * as tf from './tf';

/** Vectors of all parameters of a model: the values, and by name the optimizers' slots and the average. */
export interface Vectors {
  readonly parameters: Float32Array;
  readonly slots: Readonly<Record<string, Float32Array>>;
}

/** A part of the parameters on the device, with what its optimizer remembers. */
export interface DevicePart {
  readonly name: string;
  readonly layout: Layout;
  /** [rows, count]: values, slots, and the average if any. A step changes it, in place where the backend can. */
  readonly state: tf.Tensor2D;
  /** The parameters in the order of the layout, for the length of a tidy. */
  tensors(): tf.Tensor[];
  /** The same by name, and their averages. */
  named(): NamedTensors;
  /** One step of the optimizer. */
  update(gradients: readonly tf.Tensor[], now: tf.Tensor1D, coefficients: number, clipNorm: boolean): void;
  /** Another optimizer; returns whether it starts anew, because its slots are others. */
  restart(optimizer: OptimizerName): boolean;
  /** Its rows on the host, of this moment. */
  read(): Promise<Float32Array>;
  /** Puts rows that were read where they belong in the vectors of all parameters. */
  place(
    rows: Float32Array,
    optimizer: OptimizerName,
    into: { parameters: Float32Array; slots: Record<string, Float32Array> },
  ): void;
  dispose(): void;
}

/**
 * The parts of a model.
 * @param optimizers the optimizer of each
 * @throws for vectors of another length than the model's parameters have
 */
export function uploadParts<S>(
  model: Model<S>,
  from: Vectors,
  optimizers: readonly OptimizerName[],
): readonly DevicePart[] {
  let spec = 0;
  let offset = 0;
  const total = layoutOf(model.parameters).total;
  for (const vector of [from.parameters, ...Object.values(from.slots)])
    if (vector.length !== total) throw new Error(`a vector of ${vector.length} numbers for ${total} parameters`);
  return model.parts.map(({ name, count, averaged }, i) => {
    const layout = layoutOf(model.parameters.slice(spec, spec + count));
    const part = uploadPart(name, layout, offset, total, averaged, from, optimizers[i] as OptimizerName);
    spec += count;
    offset += layout.total;
    return part;
  });
}

function uploadPart(
  name: string,
  layout: Layout,
  offset: number,
  all: number,
  averaged: boolean,
  from: Vectors,
  initial: OptimizerName,
): DevicePart {
  const { total } = layout;
  const rowsOf = (of: OptimizerName) => [...optimizerSlots[of], ...(averaged ? [averageSlot] : [])];
  const cut = (vector: Float32Array) => vector.subarray(offset, offset + total);
  const mask = tf.tensor1d(penaltyMask(layout));
  let optimizer = initial;
  let state = upload();

  function upload(): tf.Tensor2D {
    const slots = rowsOf(optimizer);
    const rows = new Float32Array((1 + slots.length) * total);
    rows.set(cut(from.parameters));
    slots.forEach((slot, i) => {
      // An average begins with the values themselves.
      const values = from.slots[slot] ?? (slot === averageSlot ? from.parameters : null);
      if (values) rows.set(cut(values), (i + 1) * total);
    });
    return tf.tensor2d(rows, [1 + slots.length, total]);
  }

  const row = (index: number) => tf.slice(state, [index, 0], [1, total]);
  const flat = () => tf.reshape<tf.Rank.R1>(state, [state.size]);
  const tensors = () => unpackList(layout, flat());

  return {
    name,
    layout,
    get state() {
      return state;
    },
    tensors,
    named() {
      const values = nameTensors(layout, tensors());
      if (!averaged) return values;
      const average = unpackList(layout, tf.reshape<tf.Rank.R1>(row(rowsOf(optimizer).length), [total]));
      const averages = layout.specs.map(({ name }, i) => [averageOf(name), average[i] as tf.Tensor] as const);
      return { ...values, ...Object.fromEntries(averages) };
    },
    update(gradients, now, coefficients, clipNorm) {
      const before = state;
      state = tf.keep(
        optimize(before, pack(gradients), mask, now, {
          optimizer,
          from: 0,
          count: total,
          coefficients,
          clipNorm,
          average: averaged,
        }),
      );
      before.dispose();
    },
    restart(next) {
      const before = optimizerSlots[optimizer];
      optimizer = next;
      const slots = optimizerSlots[next];
      if (before.join() === slots.join()) return false;
      const kept = state;
      state = tf.tidy(() => {
        const rows = [tf.slice(kept, [0, 0], [1, total])];
        if (slots.length > 0) rows.push(tf.zeros<tf.Rank.R2>([slots.length, total]));
        if (averaged) rows.push(tf.slice(kept, [before.length + 1, 0], [1, total]));
        return rows.length === 1 ? tf.clone(rows[0] as tf.Tensor2D) : tf.concat2d(rows, 0);
      });
      kept.dispose();
      return true;
    },
    // A copy: on the cpu backend `data` hands out the tensor's own memory.
    read: async () => new Float32Array((await state.data()) as Float32Array),
    place(rows, of, { parameters, slots }) {
      parameters.set(rows.subarray(0, total), offset);
      rowsOf(of).forEach((slot, i) => {
        slots[slot] ??= new Float32Array(all);
        slots[slot].set(rows.subarray((i + 1) * total, (i + 2) * total), offset);
      });
    },
    dispose: () => tf.dispose([mask, state]),
  };
}
