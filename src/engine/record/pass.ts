import { wasmHeap } from '../../kernels/install';
import type { WasmHeap } from '../../kernels/wasm/heap';
import { recordCalls, type WasmRecording } from '../../kernels/wasm/recording';
import * as tf from '../tf';
import { sameBits } from './bits';

/** Something that is computed again and again from tensors that training changes: a map, the sums of an evaluation. */
export interface Pass {
  /** What comes of the tensors of now, in one readback. */
  run(): Promise<Float32Array>;
  /** Is told when something else has changed that it is computed from. */
  renew(): void;
  dispose(): void;
}

/** Computes anew each time, on any backend. */
function createEagerPass(work: () => tf.Tensor): Pass {
  return {
    async run() {
      const result = tf.tidy(work);
      // A copy: on the cpu backend `data` hands out the tensor's own memory.
      const values = new Float32Array((await result.data()) as Float32Array);
      result.dispose();
      return values;
    },
    renew() {},
    dispose() {},
  };
}

/**
 * On wasm: recorded as a step is. The second time it is computed both ways; where they differ, or a kernel is not ours,
 * always anew.
 */
function createRecordedPass(heap: WasmHeap, changing: () => readonly tf.Tensor[], work: () => tf.Tensor): Pass {
  const anew = createEagerPass(work);
  let recording: WasmRecording | null = null;
  let refused = false;
  let checked = false;
  /** Where it was computed from when it was recorded. */
  let from = '';
  let result = { place: 0, length: 0 };

  const places = () => changing().map(heap.place).join();
  const values = () => new Float32Array(heap.memory.buffer, result.place, result.length).slice();

  function drop(): void {
    recording?.dispose();
    recording = null;
    checked = false;
  }

  function record(): Float32Array {
    let made: tf.Tensor | undefined;
    const recorded = recordCalls(heap, changing(), () => {
      made = tf.tidy(work);
    });
    const tensor = made as tf.Tensor;
    result = { place: heap.place(tensor), length: tensor.size };
    const computed = values();
    tensor.dispose();
    from = places();
    if (typeof recorded === 'string') refused = true;
    else recording = recorded;
    return computed;
  }

  return {
    async run() {
      if (recording && from !== places()) drop();
      if (refused) return anew.run();
      if (!recording) return record();
      recording.replay(1);
      const replayed = values();
      if (checked) return replayed;
      const computed = await anew.run();
      checked = true;
      if (sameBits(replayed, computed)) return replayed;
      drop();
      refused = true;
      return computed;
    },
    renew: drop,
    dispose: drop,
  };
}

/**
 * A pass on the current backend.
 * @param changing the tensors that training changes
 * @param constants makes the tensors that stay
 * @param work computes from both
 */
export function createPass<T extends tf.TensorContainer>(
  changing: () => readonly tf.Tensor[],
  constants: () => T,
  work: (constants: T) => tf.Tensor,
): Pass {
  const held = tf.tidy(constants);
  const heap = tf.getBackend() === 'wasm' ? wasmHeap() : null;
  const compute = () => work(held);
  const pass = heap ? createRecordedPass(heap, changing, compute) : createEagerPass(compute);
  return {
    ...pass,
    dispose() {
      pass.dispose();
      tf.dispose(held);
    },
  };
}
