import { parseConfig } from '../../../src/config/gate';
import { createTrainer, startState, type TrainerState } from '../../../src/engine/trainer';
import type { RecConfig } from '../../../src/families';
import type { RecTrainer } from '../../../src/families/rec/infer';
import type { RecModel, RecSettings } from '../../../src/families/rec/model';
import { recWork } from '../../../src/families/rec/work';
import type { Sources } from '../../../src/families/work';
import type { StepMode } from '../../../src/training/names';
import '../engine/helpers';

/** Rec's defaults with a patch laid over them. */
export const recConfigOf = (patch: object = {}): RecConfig => parseConfig({ family: 'rec', ...patch }) as RecConfig;

/** A run's work and its trainer, as the worker makes them, on the current backend. */
export function recRunOf(config: RecConfig, sources: Sources = {}, from?: TrainerState, mode?: StepMode) {
  const work = recWork(config, sources);
  const trainer: RecTrainer = createTrainer<RecSettings, RecModel>({
    model: work.model as RecModel,
    train: work.train,
    ...(work.seen ? { seen: work.seen } : {}),
    test: work.test,
    seed: config.seed,
    modelSettings: work.settings(config),
    settings: config.train,
    from: from ?? startState(work.model, config.seed),
    ...(mode ? { mode } : {}),
  });
  return { work, trainer };
}
