/** Fetches floats from the device through buffers that are used again. */
export interface Readback {
  /** @returns `count` floats of a buffer from float `from` on, as they are after all that has been submitted. */
  fetch(buffer: GPUBuffer, from: number, count: number): Promise<Float32Array>;
  /** Whatever is on its way still arrives. */
  dispose(): void;
}

const floatBytes = 4;

/** @param most floats of one fetch at most */
export function createReadback(device: GPUDevice, most: number): Readback {
  const free: GPUBuffer[] = [];
  let disposed = false;

  const letGo = (staging: GPUBuffer) => {
    if (disposed) staging.destroy();
    else free.push(staging);
  };

  return {
    async fetch(buffer, from, count) {
      const usage = GPUBufferUsage.COPY_DST | GPUBufferUsage.MAP_READ;
      const staging = free.pop() ?? device.createBuffer({ size: most * floatBytes, usage });
      const bytes = count * floatBytes;
      const encoder = device.createCommandEncoder();
      encoder.copyBufferToBuffer(buffer, from * floatBytes, staging, 0, bytes);
      device.queue.submit([encoder.finish()]);
      await staging.mapAsync(GPUMapMode.READ, 0, bytes);
      const values = new Float32Array(staging.getMappedRange(0, bytes).slice(0));
      staging.unmap();
      letGo(staging);
      return values;
    },
    dispose() {
      disposed = true;
      for (const staging of free.splice(0)) staging.destroy();
    },
  };
}
