import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import * as tf from '../../engine/tf';

type WebGPUProgram = Parameters<WebGPUBackend['runWebGPUProgram']>[0];
type Uniform = readonly [type: 'i32' | 'u32' | 'f32', value: number];

/** One run of a WGSL program over tensors, all of which it sees as flat arrays. */
export interface Dispatch {
  /** Tells the program from all others: whatever changes its code. */
  readonly key: string;
  /** Inputs by the names of their arrays; each has to be read somewhere in the code. */
  readonly inputs: Readonly<Record<string, tf.TensorInfo>>;
  /** What changes from call to call, read as `uniforms.name`; at least one. */
  readonly uniforms: Readonly<Record<string, Uniform>>;
  /** Written as `result`: a new tensor, or one that is changed in place. */
  readonly output: tf.TensorInfo;
  /** How many times `main` runs at least. */
  readonly threads: number;
  /** Threads that share memory, 64 unless told. */
  readonly group?: number;
  /** WGSL with `fn main(index : i32)`; the index may lie beyond `threads`. */
  readonly code: () => string;
}

const uniformTypes = { i32: 'int32', u32: 'uint32', f32: 'float32' } as const;

const sizeOf = ({ shape }: tf.TensorInfo): number => tf.util.sizeFromShape(shape);

/** One shape for all tensors, so that a program is not compiled anew for every rank. */
const flat = (info: tf.TensorInfo): tf.TensorInfo => ({ ...info, shape: [sizeOf(info)] });

/**
 * A cast from int32 leaves the values as they are and only calls them floats; a program of ours would not compile for
 * them, and everything submitted with it would compute nothing.
 */
function assertFloats(backend: WebGPUBackend, key: string, inputs: Dispatch['inputs']): void {
  for (const [name, { dataId }] of Object.entries(inputs)) {
    const { dtype } = backend.tensorMap.get(dataId);
    if (dtype !== 'float32') throw new Error(`${key} reads floats, and ${name} holds ${dtype}`);
  }
}

/** Runs a program; returns its output. @throws for an input that does not hold floats. */
export function dispatch(backend: WebGPUBackend, work: Dispatch): tf.TensorInfo {
  const { key, inputs, uniforms, output, threads, group = 64, code } = work;
  assertFloats(backend, key, inputs);
  const program: WebGPUProgram = {
    shaderKey: `own ${key}`,
    variableNames: Object.keys(inputs),
    uniforms: Object.entries(uniforms)
      .map(([name, [type]]) => `${name} : ${type},`)
      .join(' '),
    outputShape: [sizeOf(output)],
    workgroupSize: [group, 1, 1],
    dispatchLayout: { x: [0] },
    dispatch: [Math.ceil(threads / group), 1, 1],
    getUserCode: code,
  };
  const values = Object.values(uniforms).map(([type, value]) => ({ type: uniformTypes[type], data: [value] }));
  backend.runWebGPUProgram(program, Object.values(inputs).map(flat), output.dtype, values, flat(output));
  return output;
}

/** Registers a kernel of our own name for the webgpu backend. */
export function registerWebGPU(
  kernelName: string,
  kernel: (backend: WebGPUBackend, inputs: never, attrs: never) => tf.TensorInfo | tf.TensorInfo[],
): void {
  tf.registerKernel({
    kernelName,
    backendName: 'webgpu',
    kernelFunc: ({ inputs, attrs, backend }) => kernel(backend as WebGPUBackend, inputs as never, attrs as never),
  });
}

/** The sum of `value` over a workgroup's threads, in a fixed order; every thread gets it. */
export const groupSum = (group: number): string => `
  var<workgroup> parts : array<f32, ${group}>;
  fn groupSum(value : f32) -> f32 {
    parts[localIndex] = value;
    workgroupBarrier();
    for (var distance = ${group / 2}u; distance > 0u; distance = distance / 2u) {
      if (localIndex < distance) { parts[localIndex] += parts[localIndex + distance]; }
      workgroupBarrier();
    }
    return parts[0];
  }
`;
