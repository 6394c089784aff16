import { describe, expect, test } from 'vitest';
import { memoryInUse } from '../../src/engine/backends';
import * as tf from '../../src/engine/tf';
import { configOf, steps, trainerOf } from '../unit/engine/helpers';
import { use } from './backends';

const config = configOf({
  data: { samples: 40 },
  model: { layers: [3] },
  train: { batchSize: 5 },
});

/** The types of the wasm backend leave its heap out. */
interface WasmBackend {
  readonly wasm: { readonly HEAPU8: Uint8Array };
}

/** All that could grow; `heap` is what wasm took from the system. */
const inUse = () => ({
  ...memoryInUse(),
  buffers: tf.memory().numDataBuffers,
  onBackend: tf.backend().numDataIds(),
  heap: tf.getBackend() === 'wasm' ? (tf.backend() as unknown as WasmBackend).wasm.HEAPU8.length : 0,
});

// The graphics adapter of a test machine is software: a step takes it milliseconds.
const counts = { cpu: 10_000, wasm: 10_000, webgl: 500, webgpu: 500 } as const;

describe('tensors and bytes stay level', () => {
  for (const backend of ['cpu', 'wasm', 'webgl', 'webgpu'] as const) {
    test(`over ${counts[backend]} steps on ${backend}, and are given back at the end`, async ({ skip }) => {
      await use(backend, skip);
      const before = inUse();
      const trainer = trainerOf(config);
      const run = async (count: number) => {
        for (let done = 0; done < count; done += 50) await steps(trainer, 50);
      };
      await run(100);
      const warm = inUse();
      expect(warm.tensors).toBeGreaterThan(before.tensors);
      await run(counts[backend]);
      expect(inUse()).toEqual(warm);
      expect(trainer.step).toBe(counts[backend] + 100);
      trainer.dispose();
      expect(inUse()).toMatchObject({ tensors: before.tensors, buffers: before.buffers });
    });
  }
});
