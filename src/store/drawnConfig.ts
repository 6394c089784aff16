import { defaultConfig } from '../config/gate';
import type { Config, GenConfig } from '../families';
import { distributionConfig } from './distributionConfig';

/** The config for a drawing: what was changed of the networks and their training is kept, as for any distribution. */
export function drawnConfig(config: Config): GenConfig {
  const { seed, backend } = config;
  return distributionConfig(config.family === 'gen' ? config : { ...defaultConfig('gen'), seed, backend }, 'drawn');
}
