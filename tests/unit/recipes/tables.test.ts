import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { defaultConfig, patchConfig } from '../../../src/config/gate';
import { readTable } from '../../../src/data/table/read';
import { families, type NetConfig } from '../../../src/families';
import { mean, metricsAfter } from './train';

const folder = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
const present = existsSync(folder);

/** Test metrics of five seeds with the settings a dropped table starts from. */
async function fiveSeeds(file: string, epochs: number, columns: Record<string, string> = {}) {
  const table = await readTable(new Blob([readFileSync(`${folder}${file}`)]), file);
  const target = table.summary.suggestedTarget;
  const metrics = [];
  for (let seed = 1; seed <= 5; seed++) {
    const tabled = patchConfig(patchConfig(defaultConfig(), families.net.tableDefaults), {
      seed,
      data: { target, columns },
    });
    metrics.push(await metricsAfter(tabled as NetConfig, epochs, table));
  }
  return { target, metrics };
}

const named = present ? describe : describe.skip;

named(`tables with default settings${present ? '' : ' (skipped: the shared data folder is absent)'}`, () => {
  it('iris: the species of 95 % of unseen flowers is right', { timeout: 120_000 }, async () => {
    const { target, metrics } = await fiveSeeds('iris.csv', 60);
    expect(target).toBe('species');
    expect(mean(metrics.map(({ accuracy = 0 }) => accuracy))).toBeGreaterThanOrEqual(0.95);
  });

  it('titanic without its repeated target: the fate of 79 % of unseen passengers is right', {
    timeout: 120_000,
  }, async () => {
    const { target, metrics } = await fiveSeeds('titanic.csv', 15, { alive: 'ignore' });
    expect(target).toBe('survived');
    expect(mean(metrics.map(({ accuracy = 0 }) => accuracy))).toBeGreaterThanOrEqual(0.79);
  });

  it('tips: better than the mean of the tips', { timeout: 120_000 }, async () => {
    const { target, metrics } = await fiveSeeds('tips.csv', 60);
    expect(target).toBe('tip');
    expect(mean(metrics.map(({ r2 = 0 }) => r2))).toBeGreaterThan(0);
  });
});
