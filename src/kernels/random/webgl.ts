import { glslFunctions } from '../shader/functions';
import { draw, registerWebGL } from '../webgl/draw';
import { glslPhilox } from '../webgl/philox';
import type { DropoutAttrs, DropoutInputs, RandomAttrs, RandomInputs } from './op';
import { dropoutThreshold } from './threshold';

const values = {
  uniform: 'uniformOf(words[word])',
  /** Box and Muller 1958, see reference.ts: of a pair of words the first is the radius, the second the angle. */
  normal: `
    sqrt(-2.0 * logShare(uniformOf(words[word / 2 * 2]) + ${2 ** -24}))
    * sineOfTurns(uniformOf(words[word / 2 * 2 + 1]) + (word % 2 == 0 ? 0.25 : 0.0))`,
};

const program = (value: string) => `
  ${glslFunctions}
  ${glslPhilox}
  float valueAt(int index) {
    uvec4 words = draw(uint(index / 4));
    int word = index % 4;
    return ${value};
  }
`;

/** A key's 32-bit words as signed ones, which uniforms are. */
const signed = ([low, high]: readonly [number, number]) => ['ivec2', low | 0, high | 0] as const;

export function registerRandom(): void {
  registerWebGL('Random', (backend, { now }: RandomInputs, { shape, kind, key }: RandomAttrs) =>
    draw(backend, { inputs: { now }, uniforms: { key: signed(key) }, shape, code: program(values[kind]) }),
  );

  registerWebGL('Dropout', (backend, { x, now }: DropoutInputs, { rate, key }: DropoutAttrs) =>
    draw(backend, {
      inputs: { x, now },
      uniforms: { key: signed(key), threshold: ['int', dropoutThreshold(rate)], scale: ['float', 1 / (1 - rate)] },
      shape: x.shape,
      code: program('int(words[word] >> 8u) >= threshold ? getX(index) * scale : 0.0'),
    }),
  );
}
