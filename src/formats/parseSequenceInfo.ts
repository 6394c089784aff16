import {
  blank,
  type ClassesInfo,
  type ColumnsInfo,
  type ForecastInfo,
  go,
  measures,
  type Scale,
  type SequenceInfo,
  type SequenceLayout,
  type SymbolsInfo,
  taskKinds,
} from '../data/sequences/info';
import type { Reader } from './reader';

/** Steps of an example, far above what any setting allows: a file must not ask for all the memory there is. */
const mostSteps = 100_000;

function between(reader: Reader, least: number, most: number): number {
  const value = reader.count();
  if (value < least) throw reader.refuse('weightsShape', { expected: `≥ ${least}`, found: value });
  if (value > most) throw reader.refuse('weightsShape', { expected: `≤ ${most}`, found: value });
  return value;
}

const steps = (reader: Reader) => between(reader, 1, mostSteps);

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
    const mean = numbers('mean');
    const deviation = numbers('deviation');
    const bad = deviation.find((value) => value <= 0);
    if (bad !== undefined) throw scale.field('deviation').refuse('weightsShape', { expected: '> 0', found: bad });
    return { key: scale.field('key').text(), mean, deviation };
  });
}

function parseSymbols(symbols: Reader): SymbolsInfo {
  const vocabulary = different(symbols.field('vocabulary'), 2);
  const long = vocabulary.findIndex((symbol) => Array.from(symbol).length !== 1);
  if (long !== -1)
    throw symbols
      .field('vocabulary')
      .at(long)
      .refuse('weightsShape', { expected: '1 Unicode code point', found: `“${vocabulary[long]}”` });
  return { kind: 'symbols', vocabulary };
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
  const horizon = steps(output.field('horizon'));
  const measure = output.field('measure').oneOf(...measures);
  return { kind, name, measure, horizon, scales: parseScales(output.field('scales'), horizon) };
}

function parseLayout(layout: Reader): SequenceLayout {
  const kind = layout.field('kind').oneOf('next', 'every', 'last', 'answer');
  if (kind === 'next') return { kind, form: layout.field('form').oneOf('lines', 'running') };
  if (kind !== 'answer') return { kind };
  const question = steps(layout.field('question'));
  return { kind, question, answer: steps(layout.field('answer')), reversed: layout.field('reversed').flag() };
}

/** What one part of the data says of another. */
function checkTogether(data: Reader, { task, length, layout, input, output }: SequenceInfo): void {
  const must = (met: boolean, field: Reader, expected: string | number, found: string | number) => {
    if (!met) throw field.refuse('weightsShape', { expected, found });
  };
  const outputKind = data.field('output').field('kind');
  const inputKind = data.field('input').field('kind');
  const says = layout.kind === 'next';
  must(says === (task === 'characters'), data.field('layout').field('kind'), says ? 'every' : 'next', layout.kind);
  if (says || layout.kind === 'answer') {
    must(input.kind === 'symbols', inputKind, 'symbols', input.kind);
    must(output.kind === 'symbols', outputKind, 'symbols', output.kind);
  }
  const vocabulary = input.kind === 'symbols' ? input.vocabulary : [];
  if (says && output.kind === 'symbols') {
    const other = output.vocabulary.findIndex((symbol, i) => symbol !== vocabulary[i]);
    const said = data.field('output').field('vocabulary');
    if (other !== -1) must(false, said.at(other), `“${vocabulary[other] ?? ''}”`, `“${output.vocabulary[other]}”`);
    must(output.vocabulary.length === vocabulary.length, said, vocabulary.length, output.vocabulary.length);
  }
  if (layout.kind === 'answer') {
    const { question, answer } = layout;
    must(length === question + answer, data.field('length'), question + answer, length);
    for (const symbol of [go, blank])
      must(vocabulary.includes(symbol), data.field('input').field('vocabulary'), `“${symbol}”`, vocabulary.join(''));
  }
  if (output.kind !== 'numbers') {
    if (input.kind === 'numbers')
      must(input.scales.length === 1, data.field('input').field('scales'), 1, input.scales.length);
    return;
  }
  must(layout.kind === 'last', data.field('layout').field('kind'), 'last', layout.kind);
  must(input.kind === 'numbers', inputKind, 'numbers', input.kind);
  if (input.kind !== 'numbers') return;
  const scales = data.field('output').field('scales');
  must(output.scales.length === input.scales.length, scales, input.scales.length, output.scales.length);
  for (const [i, { key }] of output.scales.entries()) {
    const expected = input.scales[i]?.key ?? '';
    must(key === expected, scales.at(i).field('key'), `“${expected}”`, `“${key}”`);
  }
}

/** The `data` field of a recurrent network's weights file. @throws {Problem} naming the field that is wrong. */
export function parseSequenceInfo(data: Reader): SequenceInfo {
  const info: SequenceInfo = {
    name: data.field('name').text(),
    rows: data.field('rows').count(),
    task: data.field('task').oneOf(...taskKinds),
    length: steps(data.field('length')),
    layout: parseLayout(data.field('layout')),
    input: parseInput(data.field('input')),
    output: parseOutput(data.field('output')),
  };
  checkTogether(data, info);
  return info;
}
