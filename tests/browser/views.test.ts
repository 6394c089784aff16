import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { beforeEach, describe, expect, test } from 'vitest';
import * as tf from '../../src/engine/tf';
import { parts } from '../../src/kernels/parts/op';
import { joint, view } from '../../src/kernels/webgpu/view';
import { backendIds } from '../../src/training/names';
import { drawValues } from '../unit/kernels/cases';
import { use } from './backends';

const valuesOf = async (tensor: tf.Tensor) => new Float32Array(await tensor.data<'float32'>());

/** All that could be left behind. */
const inUse = () => ({
  tensors: tf.memory().numTensors,
  buffers: tf.memory().numDataBuffers,
  onBackend: tf.engine().backend.numDataIds(),
});

// On webgpu the first are views, the second lie where no view may begin.
const layouts = [[64, 128, 7], [3, 70, 1, 64], [5]];

describe.each(backendIds)('parts of a vector on %s', (backend) => {
  test.for(layouts)('are its values, and hand their gradients back: %j', async (sizes, { skip }) => {
    await use(backend, skip);
    const before = inUse();
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const values = drawValues('x', total + 9);
    const starts = sizes.map((_, i) => sizes.slice(0, i).reduce((sum, size) => sum + size, 0));
    const x = tf.tensor1d(values);
    const cut = parts(x, sizes);
    const doubled = tf.tidy(() => cut.map((part) => tf.mul(part, 2)));
    for (const [i, size] of sizes.entries()) {
      const expected = values.slice(starts[i], (starts[i] as number) + size);
      expect(cut[i]?.shape).toEqual([size]);
      expect(await valuesOf(cut[i] as tf.Tensor)).toEqual(expected);
      expect(await valuesOf(doubled[i] as tf.Tensor)).toEqual(expected.map((value) => 2 * value));
    }
    // Of the last part alone, squared.
    const slopes = tf.grad((given: tf.Tensor) =>
      tf.sum(tf.square(parts(given as tf.Tensor1D, sizes).at(-1) as tf.Tensor)),
    )(x);
    const last = starts.at(-1) as number;
    expect(await valuesOf(slopes)).toEqual(values.map((value, i) => (i >= last && i < total ? 2 * value : 0)));
    tf.dispose([x, cut, doubled, slopes]);
    expect(inUse()).toEqual(before);
  });
});

describe('a view on webgpu', () => {
  const backend = () => tf.backend() as WebGPUBackend;
  const tensorOf = (info: tf.TensorInfo) => tf.engine().makeTensorFromTensorInfo(info);
  const values = drawValues('x', 200);

  beforeEach(({ skip }) => use('webgpu', skip));

  test('is read as it is at the moment, and again after every change', async () => {
    const x = tf.tensor1d(values);
    const part = tensorOf(view(backend(), x, 64, [5, 2]));
    expect(await valuesOf(part)).toEqual(values.slice(64, 74));
    const reading = part.data();
    const buffer = backend().tensorMap.get(x.dataId).resource as GPUBuffer;
    backend().queue.writeBuffer(buffer, 4 * 65, Float32Array.of(17));
    expect((await reading)[1]).toBe(values[65]);
    expect((await valuesOf(part))[1]).toBe(17);
    expect(() => part.dataSync()).toThrow('data()');
    tf.dispose([x, part]);
  });

  test('outlives what it is a view of, and so does a view of a view', async () => {
    const before = inUse();
    const x = tf.tensor1d(values);
    const doubled = tf.mul(x, 2);
    const middle = tensorOf(view(backend(), doubled, 64, [130]));
    const end = tensorOf(view(backend(), middle, 64, [66]));
    tf.dispose([doubled, middle]);
    // Would get the buffer if it were free.
    const other = tf.mul(x, 3);
    const expected = values.slice(128, 194).map((value) => 2 * value);
    expect(await valuesOf(end)).toEqual(expected);
    const reshaped = tf.reshape(end, [6, 11]);
    end.dispose();
    const turned = tf.tidy(() => tf.transpose(tf.transpose(reshaped)));
    expect(await valuesOf(turned)).toEqual(expected);
    tf.dispose([x, other, reshaped, turned]);
    expect(inUse()).toEqual(before);
  });

  test('begins where a binding may', () => {
    const x = tf.tensor1d(values);
    expect(() => view(backend(), x, 63, [2])).toThrow('63');
    x.dispose();
    const { all, starts, views } = joint(backend(), [[3], [65], [2, 2]]);
    expect(starts).toEqual([0, 64, 192]);
    expect(all.shape).toEqual([256]);
    const before = backend().numDataIds();
    const made = views();
    expect(backend().numDataIds()).toBe(before + 3);
    for (const { dataId } of made) backend().disposeData(dataId);
    expect(backend().numDataIds()).toBe(before - 1);
  });
});
