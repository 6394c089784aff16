import { defaultConfig, patchConfig } from '../config/gate';
import type { TableSummary } from '../data/dataset';
import { looksLabelled } from '../data/sequences/labelled/looks';
import { targetNames } from '../data/table/targetNames';
import { type Config, families, type GenConfig, type NetConfig, type RecConfig } from '../families';
import { freshConfig, startOf, startOfDistribution } from './startOf';

/** What a table is learned as by Rec: series to forecast, or sequences of a class each. */
export type TableTask = 'table' | 'sequences';

/** Even the smallest data makes two batches an epoch. */
const fitting = (batchSize: number, examples: number) =>
  Math.max(1, Math.min(batchSize, Math.floor(Math.max(0, examples) / 2)));

/** Whether every column that a setting names is there. */
const fits = (named: string, names: readonly string[]) =>
  targetNames(named, names).every((name) => names.includes(name));

function netConfig(config: NetConfig, { rows, suggestedTarget, columns }: TableSummary, wanted?: string): Config {
  const names = columns.map(({ name }) => name);
  const batchFor = ({ data, train }: Config) => fitting(train.batchSize, rows * data.trainFraction);
  if (config.data.dataset !== 'table') {
    const standard = freshConfig(config, families.net.tableDefaults);
    return patchConfig(standard, {
      data: { target: wanted ?? suggestedTarget },
      train: { batchSize: batchFor(standard) },
    });
  }
  const { target } = config.data;
  const keeps = target !== '' && fits(target, names);
  const kept = Object.entries(config.data.columns).filter(([name]) => names.includes(name));
  return patchConfig(config, {
    data: { target: wanted ?? (keeps ? target : suggestedTarget), columns: Object.fromEntries(kept) },
    train: { batchSize: batchFor(config) },
  });
}

/** About how many examples a table makes; of several series it makes fewer, but then it has many rows. */
function examplesOf({ data }: RecConfig, table: TableSummary): number {
  if (data.dataset === 'sequences')
    return (looksLabelled(table)?.sequences ?? Number.POSITIVE_INFINITY) * data.trainFraction;
  const past = Math.floor(table.rows * data.trainFraction) - data.horizon - 1;
  // A past that is too short for the window halves it.
  return past - (data.window <= past ? data.window : past / 2);
}

function recConfig(config: RecConfig, table: TableSummary, wanted?: string, task?: TableTask): Config {
  const names = table.columns.map(({ name }) => name);
  const { dataset, target, time, key, columns } = config.data;
  const mentioned = [target, time, key].filter((named) => named !== '');
  const fitted = mentioned.length > 0 && mentioned.every((named) => fits(named, names));
  const likely = looksLabelled(table) ? 'sequences' : 'table';
  // Columns that were chosen and are there say that it is the table that the settings are for.
  const kind = task ?? (fitted && (dataset === 'table' || dataset === 'sequences') ? dataset : likely);
  const base = dataset === kind ? config : startOf(config, kind);
  const keep = (named: string) => (dataset === kind && fits(named, names) ? named : '');
  const kept = Object.entries(dataset === kind ? columns : {}).filter(([name]) => names.includes(name));
  return patchConfig(base, {
    data: { target: wanted ?? keep(target), time: keep(time), key: keep(key), columns: Object.fromEntries(kept) },
    train: { batchSize: fitting(base.train.batchSize, examplesOf(base, table)) },
  });
}

/** Gen imitates the rows, whatever there would be to predict. */
function imitatedConfig(config: GenConfig, { rows, columns }: TableSummary): Config {
  const names = columns.map(({ name }) => name);
  const kept = config.data.dataset === 'table';
  const base = kept ? config : startOfDistribution(config, 'table');
  const { data, train } = base;
  return patchConfig(base, {
    data: {
      columns: Object.fromEntries(Object.entries(data.columns).filter(([name]) => names.includes(name))),
      condition: names.includes(data.condition) ? data.condition : '',
    },
    train: { batchSize: fitting(train.batchSize, Math.min(rows, data.samples) * data.trainFraction) },
  });
}

/**
 * The config for a table that has just been read: settings of a table before it are kept where they fit. Rec takes
 * it for what it looks like, unless the task is named. Gen imitates it, and gives way to Net where a column is to be
 * predicted.
 */
export function tableConfig(config: Config, table: TableSummary, wanted?: string, task?: TableTask): Config {
  switch (config.family) {
    case 'net':
      return netConfig(config, table, wanted);
    case 'rec':
      return recConfig(config, table, wanted, task);
    case 'gen': {
      if (wanted === undefined) return imitatedConfig(config, table);
      const { seed, backend } = config;
      return netConfig({ ...defaultConfig(), seed, backend }, table, wanted);
    }
  }
}
