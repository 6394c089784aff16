import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import * as tf from '../../engine/tf';

type Uniform = readonly [type: 'int' | 'float' | 'ivec2', ...values: number[]];

/** One run of a GLSL program over tensors, all of which it sees as flat arrays. */
export interface Draw {
  /** Inputs by name; `x` is read by `getX(index)`. */
  readonly inputs: Readonly<Record<string, tf.TensorInfo>>;
  /** What changes from call to call. */
  readonly uniforms: Readonly<Record<string, Uniform>>;
  readonly shape: readonly number[];
  /** GLSL with `float valueAt(int index)`, the output's value at an index. */
  readonly code: string;
}

const sizeOf = (shape: readonly number[]): number => tf.util.sizeFromShape([...shape]);

/** Runs a program; returns its output, a new tensor of 32-bit floats. */
export function draw(backend: MathBackendWebGL, { inputs, uniforms, shape, code }: Draw): tf.TensorInfo {
  const temporary: tf.TensorInfo[] = [];
  // Stock kernels leave four values in a texel, two by two of a matrix.
  const unpacked = (info: tf.TensorInfo): tf.TensorInfo => {
    const { isPacked, texture } = backend.texData.get(info.dataId);
    if (!isPacked || !texture) return info;
    const copy = backend.unpackTensor(info);
    temporary.push(copy);
    return copy;
  };
  const program = {
    variableNames: Object.keys(inputs),
    outputShape: [sizeOf(shape)],
    customUniforms: Object.entries(uniforms).map(([name, [type]]) => ({ name, type })),
    userCode: `${code}\nvoid main() { setOutput(valueAt(getOutputCoords())); }`,
  };
  const output = backend.runWebGLProgram(
    program,
    Object.values(inputs).map((input) => ({ ...unpacked(input), shape: [sizeOf(input.shape)] })),
    'float32',
    Object.values(uniforms).map(([, ...values]) => values),
  );
  for (const info of temporary) backend.disposeIntermediateTensorInfo(info);
  return { ...output, shape: [...shape] };
}

/** Registers a kernel of our own name for the webgl backend. */
export function registerWebGL(
  kernelName: string,
  kernel: (backend: MathBackendWebGL, inputs: never, attrs: never) => tf.TensorInfo | tf.TensorInfo[],
): void {
  tf.registerKernel({
    kernelName,
    backendName: 'webgl',
    kernelFunc: ({ inputs, attrs, backend }) => kernel(backend as MathBackendWebGL, inputs as never, attrs as never),
  });
}
