import { encodePrompt } from '../../data/sequences/encode';
import { lineEnd, type SequenceInfo, unknownSymbol } from '../../data/sequences/info';
import { breathe } from '../../engine/breathe';
import { Problem } from '../../problem';
import type { GenerateRequest } from '../../worker/protocol';
import type { RecTrainer } from './infer';
import type { RecModel } from './model';
import { createSampler } from './sample';

/** Symbols written between two looks at what the page has to say; of lines fewer, as what comes after a line is lost. */
const pieceLength = { running: 64, lines: 8 };
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

/**
 * The prompt and so many symbols after it. Where lines are learned, each begins from an empty memory, as it does in
 * training, and the prompt is how the first one begins.
 */
export async function writeText(
  trainer: Pick<RecTrainer, 'compute'>,
  model: RecModel,
  { prompt, length, temperature, seed }: GenerateRequest,
): Promise<string> {
  const { layout } = model.info;
  const lines = layout.kind === 'next' && layout.form === 'lines';
  const piece = pieceLength[lines ? 'lines' : 'running'];
  const written: string[] = [];
  for (let line = 0; written.length < length; line++) {
    const begins = line === 0 ? prompt : '';
    const sampler = createSampler(model, { prompt: begins, temperature, seed: (seed + line) % 2 ** 32 });
    // The prompt comes first, and is no part of what is written.
    let given = Array.from(begins).length;
    try {
      for (let ended = false; !ended && written.length < length; ) {
        if (written.length > 0) await breathe();
        const said = await sampler.next(trainer, Math.min(piece, length - written.length));
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
  return prompt + written.join('');
}
