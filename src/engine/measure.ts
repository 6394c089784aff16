import type { BackendId } from '../training/names';
import type { Timing } from '../training/progress';
import { startBackend } from './backends';
import type { Model } from './model';
import { createTrainer, type TrainerOptions } from './trainer';

/** Milliseconds for all backends together; when they are used up, the rest stays unmeasured. */
const totalBudget = 1000;
/** Milliseconds of timed steps per backend. */
const timedBudget = 60;
/** A first step above this, compilation included, is timed only once more. */
const slowStart = 300;

/**
 * Milliseconds below which a GPU is not even started: handing it the hundred small operations of a training step
 * takes longer, and starting it would delay the first step of a small network by more than all the others.
 */
const gpuFloor = 1;

/** Multiply-adds in a step from which on a GPU is likely to win and is tried first. */
const largeStep = 3e7;

/** Backends in the order of their promise for this work, so that the budget goes to the likely winners. */
function byPromise(multiplyAdds: number): readonly BackendId[] {
  return multiplyAdds > largeStep ? ['webgpu', 'wasm', 'webgl', 'cpu'] : ['cpu', 'wasm', 'webgl', 'webgpu'];
}

/** Milliseconds per step on the current backend, after one step that compiles and allocates. */
async function timeSteps<S>(options: TrainerOptions<S, Model<S>>): Promise<number> {
  const trainer = createTrainer(options);
  try {
    const timed = async (count: number) => {
      const started = performance.now();
      trainer.run(count);
      await trainer.takeLosses();
      return performance.now() - started;
    };
    const first = await timed(1);
    if (first > slowStart) return await timed(1);
    let count = 1;
    let elapsed = await timed(count);
    while (elapsed < timedBudget && count < 256) {
      count *= 2;
      elapsed = await timed(count);
    }
    return elapsed / count;
  } finally {
    trainer.dispose();
  }
}

/**
 * Times this very step on each backend that can hold it. A backend that does not get its turn has null; with
 * `thorough` every one gets it.
 */
export async function measureBackends<S>(
  options: TrainerOptions<S, Model<S>>,
  usable: (backend: BackendId) => boolean,
  thorough: boolean,
): Promise<Timing[]> {
  const started = performance.now();
  const timings: Timing[] = [];
  const work = options.model.multiplyAdds * options.settings.batchSize;
  for (const backend of byPromise(work).filter(usable)) {
    const best = Math.min(...timings.map(({ msPerStep }) => msPerStep ?? Number.POSITIVE_INFINITY));
    const late = best < Number.POSITIVE_INFINITY && performance.now() - started > totalBudget;
    const hopeless = (backend === 'webgl' || backend === 'webgpu') && best < gpuFloor;
    if (!thorough && (late || hopeless)) {
      timings.push({ backend, msPerStep: null });
      continue;
    }
    const { available } = await startBackend(backend);
    if (!available) continue;
    timings.push({ backend, msPerStep: await timeSteps(options).catch(() => null) });
  }
  return timings;
}

/** The fastest of the measured ones, or undefined. */
export function fastest(timings: readonly Timing[]): BackendId | undefined {
  let best: { backend: BackendId; msPerStep: number } | undefined;
  for (const { backend, msPerStep } of timings) {
    if (msPerStep !== null && (!best || msPerStep < best.msPerStep)) best = { backend, msPerStep };
  }
  return best?.backend;
}
