import { defaultConfig, patchConfig } from '../config/gate';
import type { PicturesSummary } from '../data/images/summary';
import type { Config, GenConfig } from '../families';
import { startOfDistribution } from './startOf';

/** Only a generator imitates pictures. */
const imitating = (config: Config): GenConfig => {
  if (config.family === 'gen') return config;
  const { seed, backend } = config;
  return { ...defaultConfig('gen'), seed, backend };
};

/** The config for pictures that have just been read: settings of pictures before them are kept. */
export function picturesConfig(
  config: Config,
  { count, classes }: Pick<PicturesSummary, 'count' | 'classes'>,
): GenConfig {
  const before = imitating(config);
  const kept = before.data.dataset === 'pictures';
  const base = kept ? before : startOfDistribution(before, 'pictures');
  const { data, train } = base;
  const trained = Math.min(count, data.samples) * data.trainFraction;
  return patchConfig(base, {
    model: { conditional: classes.length > 1 && base.model.conditional },
    // Even few pictures make two batches an epoch.
    train: { batchSize: Math.max(1, Math.min(train.batchSize, Math.floor(trained / 2))) },
  });
}
