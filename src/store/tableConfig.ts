import { defaultConfig, patchConfig } from '../config/gate';
import type { TableSummary } from '../data/dataset';
import { targetNames } from '../data/table/targetNames';
import { type Config, families } from '../families';

/** The config for a table that has just been read: settings of a table before it are kept where they fit. */
export function tableConfig(config: Config, { rows, suggestedTarget, columns }: TableSummary, wanted?: string): Config {
  const names = columns.map(({ name }) => name);
  // Even the smallest table makes two batches an epoch.
  const fitting = ({ data, train }: Config) =>
    Math.max(1, Math.min(train.batchSize, Math.floor((rows * data.trainFraction) / 2)));
  if (config.data.dataset !== 'table') {
    const fresh = { ...defaultConfig(config.family), seed: config.seed, backend: config.backend };
    const standard = patchConfig(fresh, families[config.family].tableDefaults);
    return patchConfig(standard, {
      data: { target: wanted ?? suggestedTarget },
      train: { batchSize: fitting(standard) },
    });
  }
  const named = targetNames(config.data.target, names);
  const fits = named.length > 0 && named.every((name) => names.includes(name));
  const target = wanted ?? (fits ? config.data.target : suggestedTarget);
  const kept = Object.entries(config.data.columns).filter(([name]) => names.includes(name));
  return patchConfig(config, {
    data: { target, columns: Object.fromEntries(kept) },
    train: { batchSize: fitting(config) },
  });
}
