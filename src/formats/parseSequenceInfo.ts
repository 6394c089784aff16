import {
  type ClassesInfo,
  type ColumnsInfo,
  type ForecastInfo,
  measures,
  type Scale,
  type SequenceInfo,
  type SequenceLayout,
  type SymbolsInfo,
  taskKinds,
} from '../data/sequences/info';
import type { Reader } from './reader';

function atLeast(reader: Reader, least: number): number {
  const value = reader.count();
  if (value < least) throw reader.refuse('weightsShape', { expected: `≥ ${least}`, found: value });
  return value;
}

function different(reader: Reader, least: number): readonly string[] {
  const texts = reader.texts();
  if (texts.length < least) throw reader.refuse('weightsShape', { expected: `≥ ${least}`, found: texts.length });
  const again = texts.find((text, i) => texts.indexOf(text) !== i);
  if (again !== undefined)
    throw reader.refuse('weightsShape', { expected: 'different texts', found: `“${again}” twice` });
  return texts;
}

/** One of each per column or step of the horizon. */
function parseScales(scales: Reader, expected: number): readonly Scale[] {
  const list = scales.list();
  if (list.length === 0) throw scales.refuse('weightsShape', { expected: '≥ 1', found: 0 });
  return list.map((scale) => {
    const numbers = (name: string) => {
      const field = scale.field(name);
      const values = field.finites();
      if (values.length !== expected) throw field.refuse('weightsLength', { expected, found: values.length });
      return values;
    };
    const deviation = numbers('deviation');
    const bad = deviation.find((value) => value <= 0);
    if (bad !== undefined) throw scale.field('deviation').refuse('weightsShape', { expected: '> 0', found: bad });
    return { key: scale.field('key').text(), mean: numbers('mean'), deviation };
  });
}

function parseSymbols(symbols: Reader): SymbolsInfo {
  return { kind: 'symbols', vocabulary: different(symbols.field('vocabulary'), 2) };
}

function parseInput(input: Reader): SymbolsInfo | ColumnsInfo {
  if (input.field('kind').oneOf('symbols', 'numbers') === 'symbols') return parseSymbols(input);
  const columns = input
    .field('columns')
    .list()
    .map((column) => ({ name: column.field('name').text(), measure: column.field('measure').oneOf(...measures) }));
  if (columns.length === 0) throw input.field('columns').refuse('weightsShape', { expected: '≥ 1', found: 0 });
  return { kind: 'numbers', columns, scales: parseScales(input.field('scales'), columns.length) };
}

function parseOutput(output: Reader): SymbolsInfo | ClassesInfo | ForecastInfo {
  const kind = output.field('kind').oneOf('symbols', 'classes', 'numbers');
  if (kind === 'symbols') return parseSymbols(output);
  const name = output.field('name').text();
  if (kind === 'classes') return { kind, name, classes: different(output.field('classes'), 2) };
  const horizon = atLeast(output.field('horizon'), 1);
  const measure = output.field('measure').oneOf(...measures);
  return { kind, name, measure, horizon, scales: parseScales(output.field('scales'), horizon) };
}

function parseLayout(layout: Reader): SequenceLayout {
  const kind = layout.field('kind').oneOf('next', 'every', 'last', 'answer');
  if (kind === 'next') return { kind, form: layout.field('form').oneOf('lines', 'running') };
  if (kind !== 'answer') return { kind };
  const question = atLeast(layout.field('question'), 1);
  return { kind, question, answer: atLeast(layout.field('answer'), 1), reversed: layout.field('reversed').flag() };
}

/** The `data` field of a recurrent network's weights file. @throws {Problem} naming the field that is wrong. */
export function parseSequenceInfo(data: Reader): SequenceInfo {
  return {
    name: data.field('name').text(),
    rows: data.field('rows').count(),
    task: data.field('task').oneOf(...taskKinds),
    length: atLeast(data.field('length'), 1),
    layout: parseLayout(data.field('layout')),
    input: parseInput(data.field('input')),
    output: parseOutput(data.field('output')),
  };
}
