import { Problem } from '../../../problem';
import { stream } from '../../../random/stream';
import type { ExamplesDataset, RunningDataset, TextSource } from '../dataset';
import { splitItems } from '../distinct';
import { lineEnd, type SequenceInfo } from '../info';
import type { SequenceNote } from '../note';
import type { SequenceOptions } from '../options';
import { countSymbols, makeVocabulary, symbolEncoder } from '../vocabulary';
import { nextSymbolExamples } from './examples';
import { linesOf, looksLikeLines } from './lines';
import { mostTextBytes } from './read';

/** Room for the characters that Chinese texts use; each is an input and an output of its own. */
const mostSymbols = 4000;
const megabyte = 2 ** 20;

export type TextOptions = Pick<SequenceOptions, 'form' | 'window' | 'trainFraction'>;

interface Symbols {
  readonly vocabulary: readonly string[];
  readonly notes: readonly SequenceNote[];
}

function readSymbols({ name, sampledFrom }: TextSource, counts: Map<string, number>): Symbols {
  const said = [...counts.keys()].filter((symbol) => symbol.trim() !== '');
  if (said.length === 0) throw new Problem('textEmpty', { name });
  if (said.length === 1) throw new Problem('textOneSymbol', { name, symbol: said[0] ?? '' });
  const { vocabulary, dropped } = makeVocabulary(counts, mostSymbols);
  const notes: SequenceNote[] = [];
  if (sampledFrom !== undefined)
    notes.push({
      kind: 'sampledText',
      size: Math.round(sampledFrom / megabyte),
      taken: mostTextBytes / megabyte,
    });
  if (dropped > 0) notes.push({ kind: 'rareSymbols', count: dropped, kept: vocabulary.length - 1 });
  return { vocabulary, notes };
}

function describe(
  name: string,
  rows: number,
  length: number,
  form: 'lines' | 'running',
  vocabulary: readonly string[],
): SequenceInfo {
  const symbols = { kind: 'symbols', vocabulary } as const;
  return { name, rows, task: 'characters', length, layout: { kind: 'next', form }, input: symbols, output: symbols };
}

/**
 * Lines as separate sequences: each is read from a line end on and its last answer is a line end. Split at
 * random; equal lines are on the same side, and so are lines with the same `groupOf`.
 */
function linesDataset(
  source: TextSource,
  options: TextOptions,
  seed: number,
  groupOf: (line: string) => string,
): ExamplesDataset {
  const lines = linesOf(source.text);
  if (lines.length < 2) throw new Problem('textOneLine', { name: source.name });
  const counts = countSymbols(`${lineEnd}${lines.join(lineEnd)}`);
  const { vocabulary, notes } = readSymbols(source, counts);
  const encode = symbolEncoder(vocabulary);
  const encoded = lines.map((line) => ({
    group: groupOf(line),
    symbols: encode(`${lineEnd}${line}${lineEnd}`).symbols,
  }));
  const longest = encoded.reduce((most, { symbols }) => Math.max(most, symbols.length - 1), 0);
  const length = Math.min(longest, options.window);
  const long = encoded.filter(({ symbols }) => symbols.length - 1 > length).length;
  const info = describe(source.name, lines.length, length, 'lines', vocabulary);
  const { train, test } = splitItems(encoded, options.trainFraction, stream(seed, 'split'), ({ group }) => group);
  const examples = (part: typeof encoded) =>
    nextSymbolExamples(
      info,
      part.map(({ symbols }) => symbols),
    );
  return {
    kind: 'examples',
    info,
    train: examples(train),
    test: examples(test),
    notes: long > 0 ? [...notes, { kind: 'longLines', count: long, window: length }] : notes,
  };
}

/** Running text, its end held out. */
function runningDataset(source: TextSource, { window, trainFraction }: TextOptions): RunningDataset {
  const { name, text } = source;
  const { vocabulary, notes } = readSymbols(source, countSymbols(text));
  const { symbols } = symbolEncoder(vocabulary)(text);
  const total = symbols.length;
  const cut =
    trainFraction >= 1 ? total : Math.max(Math.min(total, 3), Math.min(total - 2, Math.round(total * trainFraction)));
  const [train, test] = [symbols.slice(0, cut), symbols.slice(cut)];
  if (train.length < 3) throw new Problem('textTooShort', { name, count: total });
  const length = Math.min(window, train.length - 1);
  return {
    kind: 'running',
    info: describe(name, total, length, 'running', vocabulary),
    train,
    test,
    notes: length < window ? [...notes, { kind: 'shorterWindow', asked: window, window: length }] : notes,
  };
}

/**
 * A text to learn the next character of. Its vocabulary is every code point of it, Chinese included, up to 4,000.
 * @throws {Problem} `textEmpty`, `textOneSymbol`, `textTooShort` (running text of less than three characters),
 * `textOneLine` (lines, of which there is one).
 */
export function textDataset(
  source: TextSource,
  options: TextOptions,
  seed: number,
  groupOf: (line: string) => string = (line) => line,
): ExamplesDataset | RunningDataset {
  const text = source.text.includes('\r') ? source.text.replace(/\r\n?/g, '\n') : source.text;
  const clean = { ...source, text: text.toWellFormed() };
  if (clean.text.trim() === '') throw new Problem('textEmpty', { name: source.name });
  const lines = options.form === 'lines' || (options.form === 'auto' && looksLikeLines(clean.text));
  return lines ? linesDataset(clean, options, seed, groupOf) : runningDataset(clean, options);
}
