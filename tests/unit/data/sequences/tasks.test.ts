import { describe, expect, test } from 'vitest';
import type { SequenceDataset, SequenceExamples } from '../../../../src/data/sequences/dataset';
import { sequenceInputWidth, sequenceOutputWidth } from '../../../../src/data/sequences/info';
import { sequenceTaskIds, sequenceTasks } from '../../../../src/data/sequences/tasks';
import { build, builtIn, standard } from './helpers';

function parts(dataset: SequenceDataset): SequenceExamples[] {
  return dataset.kind === 'running' ? [] : [dataset.train, dataset.test];
}

test('every task carries its own id', () => {
  for (const id of sequenceTaskIds) expect(sequenceTasks[id].id).toBe(id);
});

test('a task that needs a file says so', () => {
  expect(() => build('text')).toThrow('No text is loaded');
  for (const id of ['table', 'sequences'] as const) expect(() => build(id)).toThrow('No table is loaded');
});

describe.each(builtIn)('the task %s', (id) => {
  test('is the same for the same seed', () => {
    expect(build(id, {}, 3)).toEqual(build(id, {}, 3));
  });

  test.skipIf(id === 'article')('is another for another seed', () => {
    expect(build(id, {}, 3)).not.toEqual(build(id, {}, 4));
  });

  test('has arrays as long as its info says', () => {
    const dataset = build(id);
    const { info } = dataset;
    expect(JSON.parse(JSON.stringify(info))).toEqual(info);
    for (const { count, length, inputs, targets, weights, lengths } of parts(dataset)) {
      expect(length).toBe(info.length);
      expect(inputs.length).toBe(count * length * (info.input.kind === 'symbols' ? 1 : sequenceInputWidth(info)));
      expect(targets.length).toBe(count * length * (info.output.kind === 'numbers' ? sequenceOutputWidth(info) : 1));
      expect(weights.length).toBe(count * length);
      expect(lengths.length).toBe(count);
    }
  });

  test('asks every example something, and nothing after what it reads', () => {
    for (const { count, length, weights, lengths } of parts(build(id)))
      for (let i = 0; i < count; i++) {
        const row = [...weights.subarray(i * length, (i + 1) * length)];
        const read = lengths[i] ?? 0;
        expect(read).toBeGreaterThan(0);
        expect(row.slice(0, read)).toContain(1);
        expect(row.slice(read).every((weight) => weight === 0)).toBe(true);
      }
  });

  test('has nothing but 0 where nothing is read or asked', () => {
    for (const { count, length, inputs, targets, weights, lengths } of parts(build(id))) {
      const [width, outputs] = [inputs.length / count / length, targets.length / count / length];
      for (let i = 0; i < count; i++)
        for (let step = 0; step < length; step++) {
          const at = i * length + step;
          if (step >= (lengths[i] ?? 0))
            expect(inputs.slice(at * width, (at + 1) * width).every((v) => v === 0)).toBe(true);
          if (weights[at] === 0)
            expect(targets.slice(at * outputs, (at + 1) * outputs).every((v) => v === 0)).toBe(true);
        }
    }
  });

  test('speaks of symbols and classes that it has', () => {
    const dataset = build(id);
    const { input, output } = dataset.info;
    for (const { inputs, targets } of parts(dataset)) {
      if (input.kind === 'symbols') expect(Math.max(...inputs)).toBeLessThan(input.vocabulary.length);
      const answers = output.kind === 'symbols' ? output.vocabulary : output.kind === 'classes' ? output.classes : null;
      if (answers && targets.length > 0) expect(Math.max(...targets)).toBeLessThan(answers.length);
      expect(inputs.every(Number.isFinite)).toBe(true);
      expect(targets.every(Number.isFinite)).toBe(true);
    }
  });

  test('looks at no other settings than it says', () => {
    const { settings } = sequenceTasks[id];
    const others = {
      samples: 200,
      noise: 0.7,
      trainFraction: 0.5,
      form: 'lines',
      window: 15,
      digits: 3,
      reversed: true,
      length: 9,
      symbols: 9,
      distance: 9,
      horizon: 3,
      season: 5,
      measure: 'change',
      target: 'x',
      time: 'x',
      key: 'x',
      columns: { x: 'ignore' },
    } as const;
    const changed = Object.entries(others).filter(([name]) => !settings.includes(name as keyof typeof standard));
    expect(build(id, Object.fromEntries(changed))).toEqual(build(id));
  });
});
