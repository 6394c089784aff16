import { describe, expect, test } from 'vitest';
import { columnPoints } from '../../../../src/data/distributions/columnPoints';
import { describeProblem } from '../../../../src/i18n/describeProblem';
import { en } from '../../../../src/i18n/en';
import { zh } from '../../../../src/i18n/zh';
import { problemOf, read } from '../helpers';

const people = 'name,age,wage,town\nAda,20,1000,a\nBo,30,3000,b\nCy,40,,c\nDi,40,5000,d\n';

describe('two columns of a table', () => {
  test('become points, each standardized on its own, rows with a blank left out', async () => {
    const { points, columns } = columnPoints(await read(people), 'age', 'wage');
    expect(columns.map(({ name }) => name)).toEqual(['age', 'wage']);
    expect(columns[0].mean).toBe(30);
    expect(columns[1].mean).toBe(3000);
    const unit = Math.sqrt(1.5);
    for (const [i, value] of [-unit, -unit, 0, 0, unit, unit].entries()) expect(points[i]).toBeCloseTo(value, 6);
    expect(points.length).toBe(6);
  });

  test('are the first two of numbers where they are not chosen', async () => {
    const table = await read(people);
    expect(columnPoints(table).columns.map(({ name }) => name)).toEqual(['age', 'wage']);
    expect(columnPoints(table, 'wage').columns.map(({ name }) => name)).toEqual(['wage', 'age']);
    expect(columnPoints(table, '', 'age').columns.map(({ name }) => name)).toEqual(['wage', 'age']);
  });

  const refusals = [
    ['a column that is not there', people, ['age', 'size'], 'noSuchColumn'],
    ['a column of text', people, ['age', 'town'], 'columnNotNumbers'],
    ['a table with one column of numbers', 'a,b\n1,x\n2,y\n3,x\n', ['', ''], 'noNumberColumns'],
    ['a table without numbers', 'a,b\nu,x\nv,y\n', ['', ''], 'noNumberColumns'],
    ['a single row without a blank', 'a,b\n1,2\n3,\n,4\n', ['a', 'b'], 'tooFewPoints'],
    ['a constant column', 'a,b\n1,2\n3,2\n4,2\n', ['a', 'b'], 'columnConstant'],
    ['a column constant but for rows left out', 'a,b\n1,2\n3,2\n,5\n', ['a', 'b'], 'columnConstant'],
  ] as const;
  test.each(refusals)('are refused for %s', async (_, text, [x, y], key) => {
    const table = await read(text);
    const problem = problemOf(() => columnPoints(table, x, y));
    expect(problem.key).toBe(key);
    for (const messages of [en, zh]) expect(describeProblem(problem, messages)).not.toMatch(/[{}]|undefined/);
  });

  test('name the cell that is no number', async () => {
    const table = await read(people);
    expect(problemOf(() => columnPoints(table, 'age', 'town')).values).toEqual({ column: 'town', found: 'a' });
  });
});
