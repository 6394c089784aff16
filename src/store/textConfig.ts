import { defaultConfig, patchConfig } from '../config/gate';
import { linesOf, looksLikeLines } from '../data/sequences/text/lines';
import type { Config, RecConfig } from '../families';
import type { TextSummary } from '../worker/protocol';
import { startOf } from './startOf';

/** Only a recurrent network learns from texts. */
const recurrent = (config: Config): RecConfig => {
  if (config.family === 'rec') return config;
  const { seed, backend } = config;
  return { ...defaultConfig('rec'), seed, backend };
};

/** The config for a text that has just been read: settings of a text before it are kept. */
export function textConfig(config: Config, { length, head }: Pick<TextSummary, 'length' | 'head'>): Config {
  const before = recurrent(config);
  const base = before.data.dataset === 'text' ? before : startOf(before, 'text');
  const { data, train } = base;
  const asLines = data.form === 'lines' || (data.form === 'auto' && looksLikeLines(head));
  if (!asLines) return base;
  // Of a short list there may be fewer lines than a batch takes.
  const lines = (linesOf(head).length * length) / Math.max(1, Array.from(head).length);
  const most = Math.max(1, Math.floor((lines * data.trainFraction) / 2));
  return patchConfig(base, { train: { batchSize: Math.min(train.batchSize, most) } });
}
