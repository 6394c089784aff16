import { measureAll } from '../measure';
import type { Asked, MapsMeasured, Measured } from '../protocol';
import { workloads } from '../workload';
import { mapsWorkloads } from '../workloads/maps';
import { createClient } from './client';
import { measureMaps } from './maps';

declare global {
  interface Window {
    bench: {
      readonly workloads: readonly { readonly id: string; readonly heavy: boolean }[];
      run(asked: Asked): Promise<{ readonly steps: Measured[]; readonly maps: MapsMeasured[] }>;
    };
  }
}

window.bench = {
  workloads: [
    ...workloads.map(({ id, heavy }) => ({ id, heavy: heavy !== undefined })),
    ...mapsWorkloads.map(({ id }) => ({ id, heavy: false })),
  ],
  async run(asked) {
    const ids = workloads.map(({ id }) => id).filter((id) => asked.workloads.includes(id));
    const steps = await measureAll({ ...asked, workloads: ids }, createClient);
    return { steps, maps: await measureMaps(asked) };
  },
};
