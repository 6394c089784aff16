import * as tf from '../../engine/tf';
import { wgslFunctions } from '../shader/functions';
import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import { wgslPhilox } from '../webgpu/philox';
import type { DropoutAttrs, DropoutInputs, RandomAttrs, RandomInputs } from './op';
import { dropoutThreshold } from './threshold';

// One thread has the four numbers of a block.
const wordsOfBlock = 4;

const values = {
  uniform: 'uniformOf(words[word])',
  /** Box and Muller 1958, see reference.ts: of a pair of words the first is the radius, the second the angle. */
  normal: `
    sqrt(-2.0 * logShare(uniformOf(words[word / 2 * 2]) + ${2 ** -24}))
    * sineOfTurns(uniformOf(words[word / 2 * 2 + 1]) + select(0.0, 0.25, word % 2 == 0))`,
};

const program = (value: string) => `
  ${wgslFunctions}
  ${wgslPhilox}
  fn main(block : i32) {
    let first = block * ${wordsOfBlock};
    if (first >= uniforms.size) { return; }
    let words = draw(u32(block));
    for (var word = 0; word < min(${wordsOfBlock}, uniforms.size - first); word++) {
      let at = first + word;
      result[at] = ${value};
    }
  }
`;

export function registerRandom(): void {
  registerWebGPU('Random', (backend, { now }: RandomInputs, { shape, kind, key: [key0, key1] }: RandomAttrs) => {
    const size = tf.util.sizeFromShape([...shape]);
    return dispatch(backend, {
      key: `random ${kind}`,
      inputs: { now },
      uniforms: { size: ['i32', size], key0: ['u32', key0], key1: ['u32', key1] },
      output: backend.makeTensorInfo([...shape], 'float32'),
      threads: Math.ceil(size / wordsOfBlock),
      code: () => program(values[kind]),
    });
  });

  registerWebGPU('Dropout', (backend, { x, now }: DropoutInputs, { rate, key: [key0, key1] }: DropoutAttrs) => {
    const size = tf.util.sizeFromShape(x.shape);
    return dispatch(backend, {
      key: 'dropout',
      inputs: { x, now },
      uniforms: {
        size: ['i32', size],
        key0: ['u32', key0],
        key1: ['u32', key1],
        threshold: ['u32', dropoutThreshold(rate)],
        scale: ['f32', 1 / (1 - rate)],
      },
      output: backend.makeTensorInfo(x.shape, 'float32'),
      threads: Math.ceil(size / wordsOfBlock),
      code: () => program('select(0.0, x[at] * uniforms.scale, (words[word] >> 8u) >= uniforms.threshold)'),
    });
  });
}
