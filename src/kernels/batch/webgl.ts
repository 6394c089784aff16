import * as tf from '../../engine/tf';
import { draw, registerWebGL } from '../webgl/draw';
import type { BatchAttrs, BatchInputs } from './op';

const program = `
  float valueAt(int index) {
    int row = int(getNow(start + index / width));
    return row >= 0 && row < rows ? getX(row * width + index % width) : 0.0;
  }
`;

export function registerBatch(): void {
  registerWebGL('Batch', (backend, { x, now }: BatchInputs, { from, count }: BatchAttrs) => {
    const [rows = 0, ...sides] = x.shape;
    const width = tf.util.sizeFromShape(sides);
    return draw(backend, {
      inputs: { x, now },
      uniforms: { width: ['int', width], rows: ['int', rows], start: ['int', from] },
      shape: [count, ...sides],
      code: program,
    });
  });
}
