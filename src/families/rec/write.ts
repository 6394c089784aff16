import { encodePrompt } from '../../data/sequences/encode';
import { lineEnd, type SequenceInfo, unknownSymbol } from '../../data/sequences/info';
import { breathe } from '../../engine/breathe';
import * as tf from '../../engine/tf';
import type { Exclusive } from '../../mutex';
import { Problem } from '../../problem';
import type { TextRequest } from '../../worker/protocol';
import type { RecTrainer } from './infer';
import type { RecModel } from './model';
import { createSampler, type Sampler } from './sample';

/** Most symbols that are written at once; of lines fewer, as what comes after a line is lost. */
const longestPiece = { running: 64, lines: 8 };
/** Milliseconds that a piece is to take: training waits as long. */
const pieceTime = 15;
/** Symbols that a message tells. */
const symbolsTold = 40;

/** @throws {Problem} for characters that the network cannot read, not even as rare ones. */
export function checkPrompt(info: SequenceInfo, prompt: string): void {
  const vocabulary = info.input.kind === 'symbols' ? info.input.vocabulary : [];
  const { unknown } = encodePrompt(info, prompt);
  if (unknown.length === 0 || vocabulary.includes(unknownSymbol)) return;
  const told = (symbols: readonly string[]) => symbols.slice(0, symbolsTold).join(' ');
  const known = vocabulary.filter((symbol) => symbol.trim() !== '');
  throw new Problem('unknownInPrompt', { symbols: told(unknown), known: told(known) });
}

/** What a text is written with: the parameters of one moment, whatever training makes of them meanwhile. */
function still({ compute }: Pick<RecTrainer, 'compute'>) {
  // Sums are tensors of their own, where clones and slices may share what steps write to.
  const held = compute((parameters) =>
    Object.fromEntries(Object.entries(parameters).map(([name, tensor]) => [name, tf.add(tensor, 0)])),
  );
  const computeStill: RecTrainer['compute'] = (work) => tf.tidy(() => work(held));
  return { compute: computeStill, dispose: () => tf.dispose(held) };
}

/**
 * The prompt and so many symbols after it. Where lines are learned, each begins from an empty memory, as it does in
 * training, and the prompt is how the first one begins.
 * @param turn waits until a piece may be computed
 */
export async function writeText(
  trainer: Pick<RecTrainer, 'compute'>,
  model: RecModel,
  { prompt, length, temperature, seed }: Omit<TextRequest, 'kind'>,
  turn: Exclusive,
): Promise<string> {
  const { layout } = model.info;
  const lines = layout.kind === 'next' && layout.form === 'lines';
  const longest = longestPiece[lines ? 'lines' : 'running'];
  const parameters = await turn(async () => still(trainer));
  const written: string[] = [];
  let piece = 1;
  const next = (sampler: Sampler) =>
    turn(async () => {
      const started = performance.now();
      const count = Math.min(piece, length - written.length);
      const said = await sampler.next(parameters, count);
      const fitting = (count * pieceTime) / Math.max(0.1, performance.now() - started);
      piece = Math.max(1, Math.min(longest, 2 * piece, Math.floor(fitting)));
      return said;
    });
  try {
    for (let line = 0; written.length < length; line++) {
      const begins = line === 0 ? prompt : '';
      const sampler = createSampler(model, { prompt: begins, temperature, seed, line });
      // The prompt comes first, and is no part of what is written.
      let given = Array.from(begins).length;
      try {
        for (let ended = false; !ended && written.length < length; ) {
          if (written.length > 0) await breathe();
          const said = await next(sampler);
          const symbols = said.slice(given).map(({ symbol }) => symbol);
          given = 0;
          const end = lines ? symbols.indexOf(lineEnd) : -1;
          ended = end >= 0;
          written.push(...(ended ? symbols.slice(0, end + 1) : symbols));
        }
      } finally {
        sampler.dispose();
      }
    }
  } finally {
    parameters.dispose();
  }
  return prompt + written.join('');
}
