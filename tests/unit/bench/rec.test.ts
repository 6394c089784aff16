import { expect, test } from 'vitest';
import { findWorkload, type SequenceWorkload, workloads } from '../../../bench/workload';
import { epochOrder } from '../../../src/engine/batches';
import { recModel } from '../../../src/families/rec/model';

const recurrent = workloads.filter((workload): workload is SequenceWorkload => workload.kind === 'sequences');

test('every cell is measured, and start values fit our model', () => {
  expect(new Set(recurrent.map(({ config }) => config.model.cell))).toEqual(new Set(['lstm', 'gru', 'rnn']));
  for (const { config, info, draw } of recurrent.filter(({ id }) => id.includes('T32'))) {
    const shapes = (all: readonly { readonly name: string; readonly shape: readonly number[] }[]) =>
      all.map(({ name, shape }) => [name, shape]);
    const { weights } = draw();
    expect(shapes(weights)).toEqual(shapes(recModel(config, info).parameters));
    for (const { shape, values } of weights) expect(values.length).toBe(shape.reduce((size, side) => size * side));
  }
});

test('nobody clips gradients', () => {
  for (const { config } of recurrent) expect(config.train).toMatchObject({ clipNorm: 0, clipValue: 0 });
});

test('batches are those that our trainer takes, and each step is asked for the next symbol', () => {
  const { config, info, batchSize, draw } = findWorkload('rec lstm T32 H128 b32') as SequenceWorkload;
  const { examples, batches } = draw();
  const order = epochOrder(config.seed, 0, examples.count);
  const { length } = info;
  const row = order[batchSize] as number;
  const second = batches[1] as (typeof batches)[number];
  expect(second.inputs.subarray(0, length)).toEqual(examples.inputs.slice(row * length, (row + 1) * length));
  expect(second.targets.subarray(0, length)).toEqual(examples.targets.slice(row * length, (row + 1) * length));
  expect(second.inputs.subarray(1, length)).toEqual(second.targets.subarray(0, length - 1));
  expect(draw().batches[1]).toEqual(second);
});
