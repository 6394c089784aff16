import { measureAll } from '../measure';
import type { Asked, MapsMeasured, Measured } from '../protocol';
import { workloads } from '../workload';
import { mapsWorkloads } from '../workloads/maps';
import { createClient } from './client';
import { measureMaps } from './maps';

interface Known {
  readonly id: string;
  readonly heavy: boolean;
  readonly extra: boolean;
}

declare global {
  interface Window {
    bench: {
      readonly workloads: readonly Known[];
      /** Whether there is a GPU behind WebGPU, and not a program in its place. */
      hasGpu(): Promise<boolean>;
      run(asked: Asked): Promise<{ readonly steps: Measured[]; readonly maps: MapsMeasured[] }>;
    };
  }
}

window.bench = {
  workloads: [
    ...workloads.map(({ id, heavy, extra = false }) => ({ id, heavy: heavy !== undefined, extra })),
    ...mapsWorkloads.map(({ id }) => ({ id, heavy: false, extra: false })),
  ],
  async hasGpu() {
    const adapter = await navigator.gpu?.requestAdapter();
    return adapter != null && adapter.info.architecture !== 'swiftshader';
  },
  async run(asked) {
    const ids = workloads.map(({ id }) => id).filter((id) => asked.workloads.includes(id));
    const steps = await measureAll({ ...asked, workloads: ids }, createClient);
    return { steps, maps: await measureMaps(asked) };
  },
};
