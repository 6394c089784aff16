import { describe, expect, it } from 'vitest';
import { fileKind } from '../../../src/app/openFile';
import { expectedMeasures } from '../../../src/charts/expected';
import { defaultConfig } from '../../../src/config/gate';
import { buildSequences } from '../../../src/data/sequences/build';
import { sequenceTaskIds } from '../../../src/data/sequences/tasks';
import type { Note } from '../../../src/families/info';
import { en } from '../../../src/i18n/en';
import { zh } from '../../../src/i18n/zh';
import { describeNote } from '../../../src/panels/describeNote';
import { glimpseOf } from '../../../src/panels/glimpse';
import { taskGroupNames, taskGroups } from '../../../src/panels/taskGroups';

describe('the gallery of tasks', () => {
  it('shows every task once', () => {
    expect(taskGroupNames.flatMap((group) => [...taskGroups[group]]).sort()).toEqual([...sequenceTaskIds].sort());
  });

  it('draws every built-in task from its own examples', () => {
    for (const task of sequenceTaskIds) {
      const glimpse = glimpseOf(task);
      if (taskGroups.own.some((own) => own === task)) expect(glimpse).toBeNull();
      else expect(JSON.stringify(glimpse).length, task).toBeGreaterThan(30);
    }
  });

  it('shows questions with their right answers', () => {
    const shown = (task: (typeof sequenceTaskIds)[number]) => {
      const glimpse = glimpseOf(task);
      return glimpse?.kind === 'answer' ? glimpse : { read: '', said: '' };
    };
    const [a = 0, b = 0] = shown('addition').read.split('+').map(Number);
    expect(shown('addition').said).toBe(String(a + b));
    expect(shown('reverse').said).toBe(Array.from(shown('reverse').read).toReversed().join(''));
    expect(shown('sort').said).toBe(Array.from(shown('sort').read).sort().join(''));
    expect(shown('recall').said).toBe(shown('recall').read.charAt(0));
  });
});

describe('what is going to be measured', () => {
  const infoOf = (dataset: (typeof sequenceTaskIds)[number]) =>
    buildSequences({ ...defaultConfig('rec').data, dataset, samples: 200, window: 16 }, 1).info;
  it.each([
    ['names', ['loss', 'testLoss', 'testPerplexity', 'testBits']],
    ['addition', ['loss', 'testLoss', 'testExact', 'testAccuracy']],
    ['recall', ['loss', 'testLoss', 'testAccuracy']],
    ['waves', ['loss', 'testLoss', 'testMae']],
  ] as const)('of %s', (dataset, names) => {
    expect(Object.keys(expectedMeasures(infoOf(dataset)))).toEqual(names);
  });
});

describe('notes on sequences', () => {
  const notes: readonly Note[] = [
    { kind: 'fewerExamples', asked: 5000, count: 1234 },
    { kind: 'timeColumn', columns: 'year, month', key: '', series: 1 },
    { kind: 'timeColumn', columns: 'date', key: 'symbol', series: 5 },
    { kind: 'noTest' },
    { kind: 'sampledText', size: 100, taken: 8 },
  ];

  it('are whole sentences in both languages', () => {
    for (const { panels } of [en, zh])
      for (const note of notes) expect(describeNote(note, panels.notes)).not.toMatch(/[{}]|undefined/);
  });

  it('name the values', () => {
    const said = notes.map((note) => describeNote(note, en.panels.notes));
    expect(said[0]).toContain('1,234');
    expect(said[1]).toBe('Rows are in the order of year, month');
    expect(said[2]).toContain('“symbol”');
  });
});

describe('a file', () => {
  const kind = (name: string, type = '') => [fileKind({ name, type }, 'net'), fileKind({ name, type }, 'rec')];

  it('is weights, a table or a text by its name, and by its family where that leaves it open', () => {
    expect(kind('net.json')).toEqual(['weights', 'weights']);
    expect(kind('data.CSV')).toEqual(['table', 'table']);
    expect(kind('data.tsv')).toEqual(['table', 'table']);
    expect(kind('names.txt')).toEqual(['table', 'text']);
    expect(kind('LICENSE')).toEqual(['table', 'text']);
    expect(kind('export', 'text/csv')).toEqual(['table', 'table']);
  });
});
