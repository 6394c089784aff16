import { type DataInfo, featureNames, type InputColumn, type InputInfo, type TargetInfo } from '../data/info';
import type { Reader } from './reader';

function parseColumn(column: Reader): InputColumn {
  const name = column.field('name').text();
  const type = column.field('type').oneOf('number', 'category');
  if (type === 'category') {
    return { name, type, categories: column.field('categories').texts(), fill: column.field('fill').text() };
  }
  return {
    name,
    type,
    mean: column.field('mean').finite(),
    deviation: positive(column.field('deviation')),
    fill: column.field('fill').finite(),
  };
}

function positive(reader: Reader): number {
  const value = reader.finite();
  if (value <= 0) throw reader.refuse('weightsShape', { expected: '> 0', found: value });
  return value;
}

function notEmpty<T>(reader: Reader, items: readonly T[], least: number): readonly T[] {
  if (items.length < least) throw reader.refuse('weightsShape', { expected: `≥ ${least}`, found: items.length });
  return items;
}

function parseInputs(inputs: Reader): InputInfo {
  const kind = inputs.field('kind').oneOf('points', 'columns');
  if (kind === 'columns') {
    const columns = inputs.field('columns');
    return { kind, columns: notEmpty(columns, columns.list().map(parseColumn), 1) };
  }
  const coordinates = inputs.field('coordinates');
  const features = inputs.field('features');
  return {
    kind,
    coordinates: notEmpty(
      coordinates,
      coordinates.list().map((item) => item.oneOf('x', 'y')),
      1,
    ),
    features: notEmpty(
      features,
      features.list().map((item) => item.oneOf(...featureNames)),
      1,
    ),
    extent: positive(inputs.field('extent')),
  };
}

function parseTarget(target: Reader): TargetInfo {
  const kind = target.field('kind').oneOf('classes', 'numbers');
  if (kind === 'classes') {
    const classes = target.field('classes');
    return { kind, name: target.field('name').text(), classes: notEmpty(classes, classes.texts(), 2) };
  }
  const names = notEmpty(target.field('names'), target.field('names').texts(), 1);
  const ofEach = <T>(field: string, read: (item: Reader) => T): T[] => {
    const items = target.field(field).list();
    if (items.length !== names.length)
      throw target.field(field).refuse('weightsLength', { expected: names.length, found: items.length });
    return items.map(read);
  };
  return { kind, names, mean: ofEach('mean', (item) => item.finite()), deviation: ofEach('deviation', positive) };
}

/** The `data` field of a weights file. @throws {Problem} naming the field that is wrong. */
export function parseInfo(data: Reader): DataInfo {
  return {
    name: data.field('name').text(),
    rows: data.field('rows').count(),
    inputs: parseInputs(data.field('inputs')),
    target: parseTarget(data.field('target')),
  };
}
