import type { Stream } from '../../random/stream';
import { pick } from './draw';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** Opens and closes brackets at random, and knows what is open. */
export interface BracketWriter {
  readonly text: string;
  /** The brackets that would close what is open, the innermost last. */
  readonly open: readonly string[];
  push(opener: string): void;
  /** Closes the innermost bracket. */
  pop(): void;
}

export function bracketWriter(): BracketWriter {
  let text = '';
  const open: string[] = [];
  return {
    get text() {
      return text;
    },
    open,
    push(opener) {
      text += opener;
      open.push(closers[opener] ?? '');
    },
    pop() {
      text += open.pop() ?? '';
    },
  };
}

/**
 * One bracket more: it opens one where nothing is open or chance says so, but never one that could not be closed
 * within `left` brackets or that lies deeper than `deepest`.
 */
export function writeBracket(
  random: Stream,
  writer: BracketWriter,
  openers: readonly string[],
  left: number,
  deepest: number,
): void {
  const depth = writer.open.length;
  const mayOpen = depth < deepest && depth + 2 <= left;
  if (mayOpen && (depth === 0 || random.uniform() < 0.5)) writer.push(pick(random, openers));
  else writer.pop();
}
