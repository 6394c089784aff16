import { parseConfig } from '../../../src/config/gate';
import { createTrainer, startState, type TrainerState } from '../../../src/engine/trainer';
import type { GenConfig } from '../../../src/families';
import type { GenModel, GenSettings, GenTrainer } from '../../../src/families/gen/model';
import { genWork } from '../../../src/families/gen/work';
import type { Sources } from '../../../src/families/work';
import type { StepMode } from '../../../src/training/names';
import '../engine/helpers';

/** Gen's defaults with a patch laid over them. */
export const genConfigOf = (patch: object = {}): GenConfig => parseConfig({ family: 'gen', ...patch }) as GenConfig;

/** A run's work and its trainer, as the worker makes them, on the current backend. */
export function genRunOf(config: GenConfig, from?: TrainerState, mode?: StepMode, sources: Sources = {}) {
  const work = genWork(config, sources);
  const trainer: GenTrainer = createTrainer<GenSettings, GenModel>({
    model: work.model as GenModel,
    train: work.train,
    test: work.test,
    seed: config.seed,
    modelSettings: work.settings(config),
    settings: work.training?.(config) ?? config.train,
    from: from ?? startState(work.model, config.seed),
    ...(mode ? { mode } : {}),
  });
  return { work, trainer };
}
