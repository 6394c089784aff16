import { patchConfig } from '../config/gate';
import type { SequenceTaskId } from '../data/sequences/tasks';
import type { RecConfig } from '../families';
import { startOf } from './startOf';

/** The settings of a group that a person has changed from what the group started from. */
export function changed(group: object, start: object): Record<string, unknown> {
  const before = new Map(Object.entries(start));
  return Object.fromEntries(
    Object.entries(group).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before.get(name))),
  );
}

/**
 * The config for another task: what that task starts from, with what was changed of the network and its training
 * laid over it. The article's example is its network as much as its data, and nothing is laid over or taken from it.
 */
export function taskConfig(config: RecConfig, task: SequenceTaskId): RecConfig {
  const start = startOf(config, task);
  const { dataset } = config.data;
  if (task === 'article' || dataset === 'article') return start;
  const before = startOf(config, dataset);
  const { batchSize, ...train } = changed(config.train, before.train);
  // The batches of a file fit its size.
  const fitted = dataset === 'text' || dataset === 'table' || dataset === 'sequences';
  return patchConfig<RecConfig>(start, {
    model: changed(config.model, before.model),
    train: fitted || batchSize === undefined ? train : { batchSize, ...train },
  });
}
