import { defaultConfig, patchConfig } from '../config/gate';
import type { SequenceTaskId } from '../data/sequences/tasks';
import { type Config, families, type GenConfig, type RecConfig } from '../families';
import { type GenDatasetId, ownDefaults } from '../families/gen/config';
import { fileDefaults } from '../families/rec/config';

/** The defaults of the config's family with a patch laid over them; seed and backend stay. */
export function freshConfig<C extends Config>({ family, seed, backend }: C, patch: unknown): C {
  return patchConfig({ ...defaultConfig(family), seed, backend }, patch) as C;
}

/** What a task of Rec starts from: its preset, or for what a person brings the defaults of such files. */
export function startOf(config: RecConfig, task: SequenceTaskId): RecConfig {
  const own: Readonly<Record<string, unknown>> = fileDefaults;
  const preset = families.rec.presets.find(({ patch }) => patch.data?.dataset === task);
  return freshConfig(config, preset?.patch ?? own[task] ?? {});
}

/** What a data set of Gen starts from: its preset, or for what a person brings the defaults of such. */
export function startOfDistribution(config: GenConfig, dataset: GenDatasetId): GenConfig {
  const preset = families.gen.presets.find(({ patch }) => patch.data?.dataset === dataset);
  return freshConfig(config, { data: { dataset }, ...(preset?.patch ?? ownDefaults[dataset]) });
}
