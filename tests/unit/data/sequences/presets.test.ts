import { describe, expect, test } from 'vitest';
import type { GroupValues } from '../../../../src/config/setting';
import { buildSequences } from '../../../../src/data/sequences/build';
import { sequenceTaskIds, sequenceTasks } from '../../../../src/data/sequences/tasks';
import { fileDefaults, mayLookAhead, presets, settings } from '../../../../src/families/rec/config';

type Data = GroupValues<typeof settings.data>;
const defaults = Object.fromEntries(
  Object.entries(settings.data).map(([name, setting]) => [name, setting.default]),
) as unknown as Data;

test('every setting that a task looks at or starts from is declared', () => {
  const names = Object.keys(settings.data);
  for (const id of sequenceTaskIds) {
    const { settings: looked, defaults: own } = sequenceTasks[id];
    for (const name of [...looked, ...Object.keys(own)]) expect(names).toContain(name);
    for (const name of Object.keys(own)) expect(looked).toContain(name);
  }
});

test('every setting of the data is looked at by some task, or says how it is batched', () => {
  const looked = new Set<string>(sequenceTaskIds.flatMap((id) => sequenceTasks[id].settings));
  expect(Object.keys(settings.data).filter((name) => !looked.has(name))).toEqual(['dataset', 'epochWindows']);
});

test('what only one task looks at is hidden from the others', () => {
  const { digits, distance } = settings.data;
  const config = (dataset: string) => ({ data: { dataset }, model: {}, train: {} });
  expect([digits.shown?.(config('addition')), digits.shown?.(config('recall'))]).toEqual([true, false]);
  expect([distance.shown?.(config('addition')), distance.shown?.(config('recall'))]).toEqual([false, true]);
});

test('only what does not say its own next symbol may read from both ends', () => {
  expect(sequenceTaskIds.filter((id) => !mayLookAhead(id))).toEqual([
    'names',
    'sums',
    'nested',
    'verse',
    'verseChinese',
    'text',
  ]);
});

test('there is a preset, or a start for a file, of every task', () => {
  const tasks = [...presets.map(({ patch }) => patch), ...Object.values(fileDefaults)].map(({ data }) => data?.dataset);
  expect(tasks.length).toBe(sequenceTaskIds.length);
  expect(new Set(tasks)).toEqual(new Set(sequenceTaskIds));
});

describe.each(presets.map((preset) => [preset.id, preset] as const))('the preset %s', (_, { patch }) => {
  test('builds what its sizes say, with a test beside it', () => {
    const data = { ...defaults, ...(patch.data as Partial<Data>) };
    const { info, notes, train, test: rest } = buildSequences(data, 1);
    expect(notes).toEqual([]);
    const size = (part: typeof train) => (part instanceof Int32Array ? part.length : part.count);
    const batchSize = Number(patch.train?.batchSize ?? settings.train.batchSize.default);
    expect(size(train)).toBeGreaterThanOrEqual(batchSize);
    if (info.task !== 'article') expect(size(rest)).toBeGreaterThan(0);
  });
});
