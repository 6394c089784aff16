import { describe, expect, test } from 'vitest';
import type { NetConfig } from '../../src/families';
import { parseWeights } from '../../src/formats/parseWeights';
import { encodeWeights, stringifyWeights } from '../../src/formats/weights';
import { bits, checkpointOf, configOf, datasetOf, steps, trainerOf } from '../unit/engine/helpers';
import { use } from './backends';

const config = configOf({
  model: { layers: [32, 16], dropout: 0.2 },
  train: { schedule: 'cosine', scheduleSteps: 500, l2: 0.001 },
});
const { info } = datasetOf(config);

describe('on wasm', () => {
  test('two runs of one config are the same bit for bit', async ({ skip }) => {
    await use('wasm', skip);
    const run = async (seed: number) => {
      const trainer = trainerOf({ ...config, seed });
      const losses = await steps(trainer, 300);
      const { parameters } = await trainer.state();
      trainer.dispose();
      return { losses: bits(losses), parameters: bits(parameters) };
    };
    const [one, two, other] = [await run(1), await run(1), await run(2)];
    expect(two).toEqual(one);
    expect(other.parameters).not.toEqual(one.parameters);
  });

  test('training that goes on from a weights file equals training that never stopped, bit for bit', async ({
    skip,
  }) => {
    await use('wasm', skip);
    const straight = trainerOf(config);
    await steps(straight, 207);
    const text = stringifyWeights(encodeWeights(await checkpointOf(straight, config, info), new Date(0)));
    const expectedLosses = await steps(straight, 200);
    const expected = await straight.state();
    straight.dispose();

    const checkpoint = parseWeights(JSON.parse(text));
    const resumed = trainerOf(checkpoint.config as NetConfig, checkpoint);
    const losses = await steps(resumed, 200);
    const actual = await resumed.state();
    resumed.dispose();
    expect(bits(losses)).toEqual(bits(expectedLosses));
    expect(actual).toEqual(expected);
    expect(new Set(losses).size).toBeGreaterThan(100);
  });
});
