import { expect, test } from 'vitest';
import { furtherTargets, predictsNumber } from '../../../src/controls/targetChoices';
import type { ColumnSummary } from '../../../src/data/dataset';

const column = (name: string, detected: ColumnSummary['detected'], asTarget: ColumnSummary['asTarget']) =>
  ({ name, detected, asTarget, blanks: 0, distinct: 9, examples: [] }) satisfies ColumnSummary;

const height = column('height', 'number', 'number');
const passed = column('passed', 'number', 'classes');
const town = column('town', 'category', 'classes');
const id = column('id', 'ignore', 'number');
const columns = [id, height, passed, town];

test('a column is predicted as what it looks like, unless its type is chosen', () => {
  expect(columns.filter((c) => predictsNumber(c, {}))).toEqual([id, height]);
  expect(predictsNumber(passed, { passed: 'number' })).toBe(true);
  expect(predictsNumber(height, { height: 'category' })).toBe(false);
});

test('number columns can be predicted together, those not left out', () => {
  expect(furtherTargets(columns, {}, 'height')).toEqual(['passed']);
  expect(furtherTargets(columns, { id: 'number', passed: 'ignore' }, 'height')).toEqual(['id']);
});
