import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { isView } from './view';

/** What the backend's types keep private. */
interface Internals {
  readonly commandEncoder: GPUCommandEncoder | null;
  nextDataId(): number;
}
type DataId = Parameters<WebGPUBackend['uploadToGPU']>[0];

interface Command {
  readonly pipeline: GPUComputePipeline;
  readonly bindings: GPUBindGroup;
  readonly size: readonly [x: number, y: number, z: number];
}

/** A list of dispatches, with the buffers that they compute on. */
export interface WebGPURecording {
  readonly dispatches: number;
  /** Bytes of its buffers. */
  readonly bytes: number;
  /** Adds all of it to a pass. */
  replay(pass: GPUComputePassEncoder): void;
  /** Destroys its buffers; what has been submitted is still done. */
  dispose(): void;
}

const internals = (backend: WebGPUBackend) => backend as unknown as Internals;

/** Submits the commands that the backend holds back, so that what is submitted next comes after them. */
export function flush(backend: WebGPUBackend): void {
  if (!internals(backend).commandEncoder) return;
  backend.endComputePassEncoder();
  backend.submitQueue();
}

/** Notes down every dispatch of a command encoder's passes. */
function watch(encoder: GPUCommandEncoder, commands: Command[]): void {
  const begin = encoder.beginComputePass.bind(encoder);
  encoder.beginComputePass = (descriptor) => {
    const pass = begin(descriptor);
    const setPipeline = pass.setPipeline.bind(pass);
    const setBindGroup = pass.setBindGroup.bind(pass) as (index: number, bindings: GPUBindGroup) => void;
    const dispatchWorkgroups = pass.dispatchWorkgroups.bind(pass);
    let pipeline: GPUComputePipeline;
    let bindings: GPUBindGroup;
    pass.setPipeline = (given) => {
      pipeline = given;
      setPipeline(given);
    };
    pass.setBindGroup = (index: number, given: GPUBindGroup | null) => {
      bindings = given as GPUBindGroup;
      setBindGroup(index, bindings);
    };
    pass.dispatchWorkgroups = (x, y = 1, z = 1) => {
      commands.push({ pipeline, bindings, size: [x, y, z] });
      dispatchWorkgroups(x, y, z);
    };
    return pass;
  };
}

/**
 * Performs `work` and records its dispatches. Buffers that it acquires belong to the recording: those of tensors are
 * used again within it, in the order of the work; uniforms and constants keep theirs. Tensors that change have to be on
 * the device already: what TensorFlow.js computes on the processor, from small tensors that are not, is then constant.
 * @returns the recording, or why there is none
 */
export function recordDispatches(backend: WebGPUBackend, work: () => void): WebGPURecording | string {
  const { bufferManager, device } = backend;
  const commands: Command[] = [];
  const owned = new Set<GPUBuffer>();
  /** Not to be used for anything else. */
  const fixed = new Set<GPUBuffer>();
  const free = new Map<string, GPUBuffer[]>();
  const made = new Set<DataId>();
  const firstId = internals(backend).nextDataId();
  let acquiring: 'for a tensor' | 'for a constant' | 'for a tensor from before' = 'for a tensor';
  let refusal: string | null = null;

  const keyOf = (size: number, usage: number) => `${size} ${usage}`;
  const acquire = bufferManager.acquireBuffer.bind(bufferManager);
  const release = bufferManager.releaseBuffer.bind(bufferManager);
  const upload = backend.uploadToGPU.bind(backend);
  const ensureEncoder = backend.ensureCommandEncoderReady.bind(backend);

  flush(backend);
  bufferManager.acquireBuffer = (size, usage, mappedAtCreation = false, reuse = true) => {
    if (acquiring === 'for a tensor from before' || usage & GPUBufferUsage.MAP_WRITE)
      return acquire(size, usage, mappedAtCreation, reuse);
    const isFixed = acquiring === 'for a constant' || (usage & GPUBufferUsage.UNIFORM) !== 0;
    const used = isFixed ? undefined : free.get(keyOf(size, usage))?.pop();
    if (used) return used;
    const buffer = device.createBuffer({ size, usage, mappedAtCreation });
    owned.add(buffer);
    if (isFixed) fixed.add(buffer);
    return buffer;
  };
  bufferManager.releaseBuffer = (buffer, reuse = true) => {
    if (!owned.has(buffer)) {
      if (!(buffer.usage & GPUBufferUsage.MAP_WRITE)) refusal ??= 'lets go of a tensor from before';
      release(buffer, reuse);
    } else if (!fixed.has(buffer)) {
      const key = keyOf(buffer.size, buffer.usage);
      free.set(key, [...(free.get(key) ?? []), buffer]);
    }
  };
  backend.uploadToGPU = (dataId) => {
    const isOlder = (dataId as { readonly id: number }).id < firstId;
    if (!isOlder) made.add(dataId);
    acquiring = isOlder
      ? 'for a tensor from before'
      : backend.tensorMap.get(dataId).values
        ? 'for a constant'
        : 'for a tensor';
    upload(dataId);
    acquiring = 'for a tensor';
  };
  backend.ensureCommandEncoderReady = () => {
    if (internals(backend).commandEncoder) return;
    ensureEncoder();
    watch(internals(backend).commandEncoder as GPUCommandEncoder, commands);
  };

  const dispose = () => {
    for (const buffer of owned) buffer.destroy();
    owned.clear();
  };

  /** Tensors that outlive the work get buffers of the backend's. */
  function moveOut(): void {
    for (const dataId of made) {
      const data = backend.tensorMap.has(dataId) ? backend.tensorMap.get(dataId) : null;
      if (!(data?.resource instanceof GPUBuffer)) continue;
      refusal ??= 'makes a tensor that outlives it';
      // It follows the tensor in whose buffer it lies.
      if (isView(dataId)) continue;
      const { size, usage } = data.resource;
      const copy = acquire(size, usage);
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(data.resource, 0, copy, 0, size);
      backend.queue.submit([encoder.finish()]);
      data.resource = copy;
    }
  }

  try {
    work();
  } catch (error) {
    refusal = String(error);
    throw error;
  } finally {
    flush(backend);
    for (const name of ['acquireBuffer', 'releaseBuffer'] as const) Reflect.deleteProperty(bufferManager, name);
    for (const name of ['uploadToGPU', 'ensureCommandEncoderReady'] as const) Reflect.deleteProperty(backend, name);
    moveOut();
    if (refusal !== null) dispose();
  }
  if (refusal !== null) return refusal;

  return {
    dispatches: commands.length,
    bytes: [...owned].reduce((sum, { size }) => sum + size, 0),
    replay(pass) {
      let last: GPUComputePipeline | null = null;
      for (const { pipeline, bindings, size } of commands) {
        if (pipeline !== last) pass.setPipeline(pipeline);
        last = pipeline;
        pass.setBindGroup(0, bindings);
        pass.dispatchWorkgroups(size[0], size[1], size[2]);
      }
    },
    dispose,
  };
}
