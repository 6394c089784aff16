import type { ImitatedColumn, ImitatedInfo, PicturesInfo, PointsInfo, TableInfo } from '../data/imitated/info';
import type { Reader } from './reader';

/** Pixels a side that are read. */
const mostPixels = 256;
const mostDecimals = 6;

function positive(reader: Reader): number {
  const value = reader.finite();
  if (value <= 0) throw reader.refuse('weightsShape', { expected: '> 0', found: value });
  return value;
}

function parseCoordinates(coordinates: Reader): readonly string[] {
  const names = coordinates.texts();
  if (names.length < 1 || names.length > 2)
    throw coordinates.refuse('weightsShape', { expected: '1 | 2', found: names.length });
  if (names[0] === names[1])
    throw coordinates.refuse('weightsShape', { expected: 'different texts', found: `“${names[0]}” twice` });
  return names;
}

function parseScaling(scaling: Reader, width: number): PointsInfo['scaling'] {
  const shifts = scaling.field('shift');
  const shift = shifts.finites();
  if (shift.length !== width) throw shifts.refuse('weightsLength', { expected: width, found: shift.length });
  return { shift, scale: positive(scaling.field('scale')) };
}

function parseModes(modes: Reader, width: number): PointsInfo['modes'] {
  if (modes.value === null) return null;
  const field = modes.field('centres');
  const centres = field.finites();
  if (centres.length === 0 || centres.length % width !== 0)
    throw field.refuse('weightsLength', { expected: `${width} · n`, found: centres.length });
  return { centres, deviation: positive(modes.field('deviation')) };
}

function parseUnits(data: Reader, width: number): Pick<PointsInfo, 'units'> {
  if (!data.has('units')) return {};
  const units = data.field('units');
  const each = units.list();
  if (each.length !== width) throw units.refuse('weightsLength', { expected: width, found: each.length });
  return {
    units: each.map((unit) => ({ mean: unit.field('mean').finite(), deviation: positive(unit.field('deviation')) })),
  };
}

/** The `data` field of a weights file of Gen. @throws {Problem} naming the field that is wrong. */
export function parseImitatedInfo(data: Reader): ImitatedInfo {
  switch (data.field('imitates').oneOf('points', 'pictures', 'table')) {
    case 'points':
      return parsePoints(data);
    case 'pictures':
      return parsePictures(data);
    case 'table':
      return parseTable(data);
  }
}

function parseDecimals(decimals: Reader): number | null {
  if (decimals.value === null) return null;
  const count = decimals.count();
  if (count > mostDecimals) throw decimals.refuse('weightsShape', { expected: `0 … ${mostDecimals}`, found: count });
  return count;
}

function parseColumn(column: Reader): ImitatedColumn {
  const name = column.field('name').text();
  const type = column.field('type').oneOf('number', 'category');
  if (type === 'category') {
    const field = column.field('categories');
    const categories = field.texts();
    if (categories.length === 0) throw field.refuse('weightsLength', { expected: '1 …', found: 0 });
    return { name, type, categories };
  }
  const mean = column.field('mean').finite();
  return {
    name,
    type,
    mean,
    deviation: positive(column.field('deviation')),
    decimals: parseDecimals(column.field('decimals')),
  };
}

function parseCondition(condition: Reader, columns: readonly ImitatedColumn[]): TableInfo['condition'] {
  if (condition.value === null) return null;
  const field = condition.field('column');
  const name = field.text();
  const column = columns.find((known) => known.name === name);
  if (column?.type !== 'category' || columns.length < 2)
    throw field.refuse('weightsShape', { expected: 'a column of categories', found: name });
  const list = condition.field('shares');
  const shares = list.finites();
  if (shares.length !== column.categories.length)
    throw list.refuse('weightsLength', { expected: column.categories.length, found: shares.length });
  return { column: name, shares };
}

function parseTable(data: Reader): TableInfo {
  const field = data.field('columns');
  const columns = field.list().map(parseColumn);
  if (columns.length === 0) throw field.refuse('weightsLength', { expected: '1 …', found: 0 });
  return {
    imitates: 'table',
    name: data.field('name').text(),
    rows: data.field('rows').count(),
    columns,
    condition: parseCondition(data.field('condition'), columns),
  };
}

function parsePictures(data: Reader): PicturesInfo {
  const side = data.field('size');
  const size = side.count();
  if (size < 2 || size > mostPixels) throw side.refuse('weightsShape', { expected: `2 … ${mostPixels}`, found: size });
  return {
    imitates: 'pictures',
    name: data.field('name').text(),
    rows: data.field('rows').count(),
    size,
    ink: data.field('ink').oneOf('unit', 'signed'),
    classes: data.field('classes').texts(),
  };
}

function parsePoints(data: Reader): PointsInfo {
  const coordinates = parseCoordinates(data.field('coordinates'));
  const width = coordinates.length;
  return {
    imitates: 'points',
    name: data.field('name').text(),
    rows: data.field('rows').count(),
    coordinates,
    extent: positive(data.field('extent')),
    scaling: parseScaling(data.field('scaling'), width),
    ...parseUnits(data, width),
    modes: parseModes(data.field('modes'), width),
  };
}
