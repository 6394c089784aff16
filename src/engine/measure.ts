import type { BackendId, StepMode } from '../training/names';
import type { Timing } from '../training/progress';
import { startBackend } from './backends';
import type { Model } from './model';
import { createTrainer, type TrainerOptions } from './trainer';

/** Milliseconds for all backends together; when they are used up, the rest stays unmeasured. */
const totalBudget = 1000;
/** Milliseconds that a backend gets at least when its turn comes: a GPU compiles its programs first. */
const leastBudget = 700;
/** The same where every backend is to be measured, or none is known. */
const mostPatience = 20_000;
/** Milliseconds of timed steps per backend. */
const timedBudget = 60;
/** A first step above this, compilation included, is timed only once more. */
const slowStart = 300;
/** Most steps that are timed at once. */
const mostSteps = 512;

/**
 * Milliseconds below which a GPU is not even started: handing it the operations of a training step takes longer, some
 * thirty in a recorded one and each by itself on WebGL, and starting it would delay the first step of a small network by
 * more than all the others.
 */
const gpuFloor: Readonly<Partial<Record<BackendId, number>>> = { webgpu: 0.3, webgl: 1 };

/** Multiply-adds in a step from which on a GPU is likely to win. */
const largeStep = 3e7;

/**
 * Backends in the order of their promise for this work, so that the budget goes to the likely winners. WASM comes first:
 * it is soon timed, and then there is something to be faster than.
 */
function byPromise(multiplyAdds: number): readonly BackendId[] {
  return multiplyAdds > largeStep ? ['wasm', 'webgpu', 'webgl', 'cpu'] : ['wasm', 'cpu', 'webgl', 'webgpu'];
}

/** Where steps can be recorded. */
const recordingBackends: readonly BackendId[] = ['wasm', 'webgpu'];

/** The modes to measure, the better one first. */
function modesOf(backend: BackendId, thorough: boolean): readonly StepMode[] {
  if (!recordingBackends.includes(backend)) return ['eager'];
  return thorough ? ['recorded', 'eager'] : ['recorded'];
}

/**
 * Milliseconds per step on the current backend, and the mode it came to. First steps compile and allocate; where steps
 * are recorded, the second one checks the recording.
 */
async function timeSteps<S>(
  options: TrainerOptions<S, Model<S>>,
  patience: AbortSignal,
): Promise<Pick<Timing, 'mode' | 'msPerStep'>> {
  const trainer = createTrainer(options);
  try {
    const timed = async (count: number) => {
      const started = performance.now();
      trainer.run(count);
      await trainer.takeLosses();
      // Another backend may be the current one by now.
      patience.throwIfAborted();
      return performance.now() - started;
    };
    const first = await timed(1);
    if (trainer.runner.mode === 'recorded') await timed(1);
    let count = 1;
    let elapsed = await timed(count);
    while (first <= slowStart && elapsed < timedBudget && count < mostSteps) {
      count *= 2;
      elapsed = await timed(count);
    }
    return { mode: trainer.runner.mode, msPerStep: elapsed / count };
  } finally {
    trainer.dispose();
  }
}

/** The same, or nothing where it takes longer than `limit` milliseconds. */
async function timeStepsWithin<S>(
  options: TrainerOptions<S, Model<S>>,
  mode: StepMode,
  limit: number,
): Promise<Pick<Timing, 'mode' | 'msPerStep'>> {
  const patience = new AbortController();
  const unknown = { mode, msPerStep: null };
  const late = new Promise<typeof unknown>((resolve) => {
    setTimeout(() => {
      patience.abort();
      resolve(unknown);
    }, limit);
  });
  return Promise.race([timeSteps({ ...options, mode }, patience.signal).catch(() => unknown), late]);
}

/**
 * Times this very step on each backend that can hold it, recorded where that can be. A backend that does not get its
 * turn has null; with `thorough` every one gets it, in each of its modes.
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
    const hopeless = best < (gpuFloor[backend] ?? 0);
    const modes = modesOf(backend, thorough);
    if (!thorough && (late || hopeless)) {
      timings.push({ backend, mode: modes[0] as StepMode, msPerStep: null });
      continue;
    }
    const { available } = await startBackend(backend);
    if (!available) continue;
    for (const mode of modes) {
      // Where recording was refused, the eager steps have been timed already.
      if (timings.some((timing) => timing.backend === backend && timing.mode === mode)) continue;
      const left = Math.max(leastBudget, totalBudget - (performance.now() - started));
      // Without anything to be faster than there is no hurry.
      const limit = thorough || best === Number.POSITIVE_INFINITY ? mostPatience : left;
      timings.push({ backend, ...(await timeStepsWithin(options, mode, limit)) });
    }
  }
  return timings;
}

/** The fastest of the measured ones, or undefined. */
export function fastest(timings: readonly Timing[]): Timing | undefined {
  const measured = timings.filter(({ msPerStep }) => msPerStep !== null);
  return measured.sort((a, b) => (a.msPerStep ?? 0) - (b.msPerStep ?? 0))[0];
}
