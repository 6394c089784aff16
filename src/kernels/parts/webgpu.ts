import { dispatch, registerWebGPU } from '../webgpu/dispatch';
import { isAligned, joint, view } from '../webgpu/view';
import { type PartsAttrs, type PartsInputs, partStarts } from './op';

/** Moves every part to where a view may begin. */
const program = (from: readonly number[], to: readonly number[]) => `
  fn main(index : i32) {
    if (index >= uniforms.size) { return; }
    var at = index;
    ${from.map((start, i) => `if (index >= ${start}) { at = index + ${(to[i] as number) - start}; }`).join('\n    ')}
    result[at] = x[index];
  }
`;

/** Views of the vector where all parts allow it; else of one copy, in a dispatch. */
export function registerParts(): void {
  registerWebGPU('Parts', (backend, { x }: PartsInputs, attrs: PartsAttrs) => {
    const { sizes } = attrs;
    const starts = partStarts(attrs);
    if (starts.every(isAligned)) return sizes.map((size, i) => view(backend, x, starts[i] as number, [size]));
    const spread = joint(
      backend,
      sizes.map((size) => [size]),
    );
    const size = sizes.reduce((sum, one) => sum + one, 0);
    dispatch(backend, {
      key: `parts ${sizes.join()}`,
      inputs: { x },
      uniforms: { size: ['i32', size] },
      output: spread.all,
      threads: size,
      code: () => program(starts, spread.starts),
    });
    return spread.views();
  });
}
