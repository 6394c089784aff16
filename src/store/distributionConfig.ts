import { patchConfig } from '../config/gate';
import type { GenConfig } from '../families';
import type { GenDatasetId } from '../families/gen/config';
import { startOfDistribution } from './startOf';
import { changed } from './taskConfig';

/**
 * The config for another distribution: what it starts from, with what was changed of the data, the networks and their
 * training laid over it. The article's example is its networks as much as its data, and nothing is laid over or taken
 * from it.
 */
export function distributionConfig(config: GenConfig, dataset: GenDatasetId): GenConfig {
  const start = startOfDistribution(config, dataset);
  if (dataset === 'articleGen' || config.data.dataset === 'articleGen') return start;
  const before = startOfDistribution(config, config.data.dataset);
  const { columns: _, condition: __, ...data } = changed(config.data, before.data);
  const { batchSize, ...train } = changed(config.train, before.train);
  // The batches of a file fit its size.
  const fitted = config.data.dataset === 'table' || batchSize === undefined;
  return patchConfig<GenConfig>(start, {
    data,
    model: changed(config.model, before.model),
    train: fitted ? train : { batchSize, ...train },
  });
}
