import { encodePrompt } from '../../data/sequences/encode';
import { lineEnd } from '../../data/sequences/info';
import type { NamedTensors } from '../../engine/model';
import * as tf from '../../engine/tf';
import { stream } from '../../random/stream';
import type { RecTrainer } from './infer';
import type { RecModel } from './model';
import type { SaidSymbol } from './view';

/** Symbols told beside the one that was said. */
const alternatives = 5;

export interface SampleOptions {
  readonly prompt: string;
  /** 0 always says the likeliest symbol. */
  readonly temperature: number;
  /** Symbols to say, at most. */
  readonly count: number;
  readonly seed: number;
  /** Which line of many: each has chances of its own. */
  readonly line?: number;
}

/** A text that goes on from piece to piece; its state lives on the device. */
export interface Sampler {
  /** The next symbols, by the parameters of now. The first piece begins with the prompt. */
  next(trainer: Pick<RecTrainer, 'compute'>, count: number): Promise<readonly SaidSymbol[]>;
  dispose(): void;
}

function describe(vocabulary: readonly string[], said: number, probabilities: Float32Array): SaidSymbol {
  const name = (place: number) => vocabulary[place] ?? '';
  const order = Array.from(probabilities.keys()).sort((a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0));
  return {
    symbol: name(said),
    probability: probabilities[said] ?? 0,
    likeliest: order.slice(0, alternatives).map((place) => [name(place), probabilities[place] ?? 0] as const),
  };
}

/**
 * Writes on from a prompt, one symbol at a time, each drawn from softmax(logits / temperature) by the largest of
 * logits / temperature + Gumbel noise (Gumbel 1954; Maddison, Tarlow and Minka 2014). The symbol goes back in on the
 * device, so that a piece takes one readback.
 */
export function createSampler(
  model: RecModel,
  { prompt, temperature, seed, line = 0 }: Omit<SampleOptions, 'count'>,
): Sampler {
  const vocabulary = model.info.output.kind === 'symbols' ? model.info.output.vocabulary : [];
  const width = vocabulary.length;
  const { symbols } = encodePrompt(model.info, prompt);
  const random = stream(seed, `sample/${prompt}/${temperature}`, line);
  let states: NamedTensors | null = null;
  let last: tf.Tensor1D | null = null;

  const gumbel = (count: number) =>
    new Float32Array(count * width).map(() => -Math.log(-Math.log((random.uniform() * (2 ** 32 - 2) + 1) / 2 ** 32)));

  function drop(): void {
    tf.dispose([...Object.values(states ?? {}), ...(last ? [last] : [])]);
  }

  return {
    async next({ compute }, count) {
      const noise = temperature > 0 ? gumbel(count) : null;
      const before = states;
      const from = last;
      const result = compute((parameters) => {
        const drawn = noise && tf.tensor2d(noise, [count, width]);
        let held: NamedTensors = before ?? {};
        let token: tf.Tensor1D = from ?? tf.tensor1d(Float32Array.from(symbols));
        const picks: tf.Tensor1D[] = [];
        const rows: tf.Tensor2D[] = [];
        for (let i = 0; i < count; i++) {
          const steps = token.size;
          const { logits, after } = model.pass(parameters, token, { steps, batch: 1, before: held, keepAfter: true });
          const row = tf.slice(logits, [steps - 1, 0], [1, width]);
          const scored = drawn ? tf.add(tf.div(row, temperature), tf.slice(drawn, [i, 0], [1, width])) : row;
          // A cast alone leaves int32 values as they are on WebGPU.
          token = tf.mul(tf.cast(tf.argMax(scored, 1), 'float32'), 1);
          held = after;
          picks.push(token);
          rows.push(row);
        }
        const probabilities = tf.softmax(tf.concat2d(rows, 0));
        return { picks: tf.concat1d(picks), probabilities, last: tf.clone(token), states: { ...held } };
      });
      drop();
      last = result.last;
      states = result.states;
      const [picks, probabilities] = await Promise.all([
        result.picks.data<'float32'>(),
        result.probabilities.data<'float32'>(),
      ]);
      const said = Array.from(picks, (pick, i) =>
        describe(vocabulary, pick, probabilities.slice(i * width, (i + 1) * width)),
      );
      tf.dispose([result.picks, result.probabilities]);
      const given = before ? [] : Array.from(prompt, (symbol) => ({ symbol, probability: 1, likeliest: [] }));
      return [...given, ...said];
    },
    dispose: drop,
  };
}

/** Lines, each begun anew from the prompt and ended where the network ends it; at most T symbols each. */
export async function sampleLines(
  trainer: Pick<RecTrainer, 'compute'>,
  model: RecModel,
  lines: number,
  options: Omit<SampleOptions, 'count'>,
): Promise<readonly (readonly SaidSymbol[])[]> {
  const written: SaidSymbol[][] = [];
  for (let line = 0; line < lines; line++) {
    const sampler = createSampler(model, { ...options, line });
    const room = Math.max(1, model.info.length - Array.from(options.prompt).length);
    const said = await sampler.next(trainer, Math.min(room, lineLimit));
    sampler.dispose();
    const end = said.findIndex(({ symbol }) => symbol === lineEnd);
    written.push(end < 0 ? [...said, newLine] : said.slice(0, end + 1));
  }
  return written;
}

/** Symbols of a line that are written, at most. */
const lineLimit = 40;
const newLine: SaidSymbol = { symbol: lineEnd, probability: 1, likeliest: [[lineEnd, 1]] };
