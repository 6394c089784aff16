import { showValue } from '../../config/showValue';
import { Problem } from '../../problem';
import { type AnswerInfo, layOutQuestion } from './answers';
import { emptyExamples, type SequenceExamples } from './dataset';
import { type ColumnsInfo, lineEnd, type SequenceInfo, unknownSymbol } from './info';
import { writeSteps } from './labelled/dataset';
import { rowsBefore } from './series/measure';
import { type WindowLayout, writeInputs } from './series/windows';
import { type EncodedText, symbolEncoder } from './vocabulary';

/**
 * One raw sequence, as the data has it: a text; or numbers, step after step, in the order of the input columns and
 * in their own units.
 */
export type RawSequence = string | readonly number[];

const shownSymbols = 40;

function isAnswer(info: SequenceInfo): info is AnswerInfo {
  return info.layout.kind === 'answer' && info.input.kind === 'symbols';
}

function isForecast(info: SequenceInfo): info is WindowLayout {
  return info.input.kind === 'numbers' && info.output.kind === 'numbers';
}

/** The numbers that a raw sequence needs: exactly so many for a forecast, at most so many else. */
function rawLength(info: SequenceInfo & { readonly input: ColumnsInfo }): number {
  const before = isForecast(info) ? rowsBefore(info.input.columns.map(({ measure }) => measure)) : 0;
  return (info.length + before) * info.input.columns.length;
}

function readSymbols(info: SequenceInfo, vocabulary: readonly string[], raw: unknown, row: number): Int32Array {
  if (typeof raw !== 'string') throw new Problem('sequenceNotText', { row, found: showValue(raw) });
  const { symbols, unknown } = symbolEncoder(vocabulary)(raw);
  // Rare ones are read as the one that stands for them, as they are in training.
  if (unknown.length > 0 && !vocabulary.includes(unknownSymbol))
    throw new Problem('unknownSymbols', {
      row,
      symbols: unknown.slice(0, shownSymbols).join(' '),
      known: vocabulary
        .filter((symbol) => symbol.trim() !== '')
        .slice(0, shownSymbols)
        .join(' '),
    });
  const most = info.layout.kind === 'answer' ? info.layout.question : info.length;
  const room = info.layout.kind === 'next' ? most - 1 : most;
  if (symbols.length === 0 || symbols.length > room)
    throw new Problem('sequenceLength', { row, found: symbols.length, most: room });
  if (isAnswer(info)) return symbolEncoder(vocabulary)(layOutQuestion(raw, info.layout)).symbols;
  if (info.layout.kind === 'next' && info.layout.form === 'lines')
    return symbolEncoder(vocabulary)(`${lineEnd}${raw}`).symbols;
  return symbols;
}

function checkNumbers(info: SequenceInfo & { readonly input: ColumnsInfo }, raw: unknown, row: number): number[] {
  const width = info.input.columns.length;
  const most = rawLength(info);
  const list: readonly unknown[] = Array.isArray(raw) ? raw : [];
  const fits = isForecast(info) ? list.length === most : list.length <= most && list.length % width === 0;
  if (!fits || list.length === 0 || !list.every((value) => typeof value === 'number' && Number.isFinite(value)))
    throw new Problem('sequenceNumbers', {
      row,
      names: info.input.columns.map(({ name }) => name).join(', '),
      steps: most / width,
      found: showValue(raw),
    });
  return list as number[];
}

/** The first and last step at which a network that has read so many steps is asked. */
function askedSteps({ layout }: SequenceInfo, read: number): readonly [number, number] {
  if (layout.kind === 'last') return [read - 1, read];
  return layout.kind === 'answer' ? [layout.question, read] : [0, read];
}

/**
 * Raw sequences as the network takes them, with weight 1 at the steps where it is asked and targets 0. Questions
 * (12+34) are laid out, lines are begun; numbers are standardized. Of a forecast a sequence holds the last T rows,
 * and one more before them where changes or growths are measured; `series` is the place of its scale.
 * @throws {Problem} `sequenceNotText`, `sequenceLength`, `unknownSymbols`, `sequenceNumbers`.
 */
export function encodeSequences(info: SequenceInfo, raws: readonly RawSequence[], series = 0): SequenceExamples {
  const examples = emptyExamples(info, raws.length);
  const { inputs, weights, lengths, length } = examples;
  for (const [i, raw] of raws.entries()) {
    let read: number;
    if (info.input.kind === 'symbols') {
      const symbols = readSymbols(info, info.input.vocabulary, raw, i + 1);
      inputs.set(symbols, i * length);
      read = symbols.length;
    } else {
      const { columns } = info.input;
      const numbers = checkNumbers({ ...info, input: info.input }, raw, i + 1);
      const at = i * length * columns.length;
      read = isForecast(info) ? length : numbers.length / columns.length;
      if (isForecast(info)) writeInputs(info, series, numbers, inputs, at);
      else writeSteps(numbers, info.input, read, inputs, at);
    }
    const [first, end] = askedSteps(info, read);
    weights.fill(1, i * length + first, i * length + end);
    lengths[i] = read;
  }
  return examples;
}

/**
 * What a network reads before it writes on from a prompt: the start of a line, where lines are learned, then the
 * prompt. Symbols that it does not know are told in `unknown`; they are left out, or read as the one that stands
 * for rare ones. For an empty prompt of running text: a line end, or the vocabulary's first symbol.
 */
export function encodePrompt({ input, layout }: SequenceInfo, prompt: string): EncodedText {
  const vocabulary = input.kind === 'symbols' ? input.vocabulary : [];
  const lines = layout.kind === 'next' && layout.form === 'lines';
  const encode = symbolEncoder(vocabulary);
  const encoded = encode(lines ? `${lineEnd}${prompt}` : prompt);
  if (encoded.symbols.length > 0) return encoded;
  return { symbols: Int32Array.of(Math.max(0, vocabulary.indexOf(lineEnd))), unknown: encoded.unknown };
}
