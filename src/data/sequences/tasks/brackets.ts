import { type Stream, stream } from '../../../random/stream';
import { bracketWriter, writeBracket } from '../brackets';
import { distinctDraws } from '../distinct';
import { pick } from '../draw';
import type { SequenceInfo } from '../info';
import { symbolDataset } from '../symbolTask';
import type { SequenceTask } from './task';

const openers = ['(', '['];
const closerOf: Readonly<Record<string, string>> = { ')': '(', ']': '[' };
const symbols = [...openers, ...Object.keys(closerOf)];
const states = ['open', 'balanced', 'broken'] as const;

/** After each bracket: whether something is still open, all is closed, or a bracket was closed by a wrong one. */
export function bracketStates(text: string): (typeof states)[number][] {
  const open: string[] = [];
  let broken = false;
  return Array.from(text, (symbol) => {
    const opener = closerOf[symbol];
    if (opener === undefined) open.push(symbol);
    else if (open.pop() !== opener) broken = true;
    if (broken) return 'broken';
    return open.length > 0 ? 'open' : 'balanced';
  });
}

/** So many brackets: well nested in half of the cases, in the others up to a wrong one. */
function write(random: Stream, length: number): string {
  const sound = random.uniform() < 0.5 ? length : random.integer(length);
  const writer = bracketWriter();
  while (writer.text.length < sound) {
    // An odd number of brackets ends in the middle of something.
    const left = length - writer.text.length + (length % 2);
    writeBracket(random, writer, openers, left, length);
  }
  let text = writer.text;
  if (text.length < length) {
    const right = writer.open.at(-1);
    text += pick(
      random,
      Object.keys(closerOf).filter((closer) => closer !== right),
    );
  }
  while (text.length < length) text += pick(random, symbols);
  return text;
}

/** At every step: are all brackets closed, is something open, or has a wrong one come? It takes a stack. */
export const brackets: SequenceTask = {
  id: 'brackets',
  kind: 'puzzle',
  settings: ['samples', 'trainFraction', 'length'],
  defaults: { samples: 4000, length: 16 },
  build(options, seed) {
    const random = stream(seed, 'data');
    const rows = distinctDraws(
      options.samples,
      () => write(random, options.length),
      (row) => row,
    );
    const input = { kind: 'symbols', vocabulary: symbols } as const;
    const info: SequenceInfo & { input: typeof input } = {
      name: 'brackets',
      rows: rows.length,
      task: 'puzzle',
      length: options.length,
      layout: { kind: 'every' },
      input,
      output: { kind: 'classes', name: 'brackets', classes: states },
    };
    const questions = rows.map((row) => ({ key: row, read: row, answers: bracketStates(row) }));
    return symbolDataset(info, questions, options, seed);
  },
};
