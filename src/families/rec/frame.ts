import type { SequenceDataset, SequenceExamples } from '../../data/sequences/dataset';
import { decodeRead, decodeSaid, exactMatches, likeliest } from '../../data/sequences/decode';
import { sequenceOutputWidth } from '../../data/sequences/info';
import { createForecaster } from './forecast';
import { answersTo, type RecTrainer } from './infer';
import type { RecModel, RecSettings } from './model';
import { createSampler, type Sampler, sampleLines } from './sample';
import { traceOf } from './trace';
import { type AnsweredQuestion, defaultLook, type RecFrame, type RecLook, type SaidSymbol } from './view';

/** Symbols of running text that a frame adds; lines that a frame shows. */
const pieceLength = 24;
const linesShown = 8;
/** Questions that are shown; sequences that are counted while training, and when there is time. */
const questionsShown = 24;
const counted = { quick: 200, fine: 1000 };

export interface RecFrames {
  /** What is measured of a forecast beside its loss, of the shown examples. */
  readonly scores: ((trainer: RecTrainer) => Promise<Readonly<Record<string, number>>>) | null;
  frame(trainer: RecTrainer, settings: RecSettings, fine: boolean): Promise<RecFrame>;
  /** What a person asks to see from now on. */
  look(look: RecLook): void;
  dispose(): void;
}

type Draw = (trainer: RecTrainer, fine: boolean, look: RecLook) => Promise<FrameWithout>;
type FrameWithout = RecFrame extends infer F
  ? F extends RecFrame
    ? Omit<F, 'trace'> & { example: number }
    : never
  : never;

/** Text: a piece of a sample that goes on, or lines that are begun anew. */
function drawText(model: RecModel, seed: number): { draw: Draw; dispose(): void } {
  const lines = model.info.layout.kind === 'next' && model.info.layout.form === 'lines';
  let sampler: Sampler | null = null;
  let asked = '';
  let frames = 0;
  return {
    async draw(trainer, _, look) {
      const { prompt, temperature, take, example } = look;
      frames += 1;
      if (lines) {
        const written = await sampleLines(trainer, model, linesShown, { prompt, temperature, seed: seed + frames });
        return { kind: 'text', fresh: true, said: written.flat(), example };
      }
      const fresh = !sampler || asked !== JSON.stringify([prompt, temperature, take]);
      if (fresh) {
        sampler?.dispose();
        sampler = createSampler(model, { prompt, temperature, seed: seed + frames });
        asked = JSON.stringify([prompt, temperature, take]);
      }
      const said = await (sampler as Sampler).next(trainer, pieceLength);
      return { kind: 'text', fresh, said, example };
    },
    dispose: () => sampler?.dispose(),
  };
}

/** The first examples. */
function firstOf(examples: SequenceExamples, most: number): SequenceExamples {
  const count = Math.min(most, examples.count);
  const cut = <T extends Float32Array | Int32Array>(values: T) =>
    values.subarray(0, (values.length / Math.max(1, examples.count)) * count) as T;
  const { length, inputs, targets, weights, lengths } = examples;
  return { count, length, inputs: cut(inputs), targets: cut(targets), weights: cut(weights), lengths: cut(lengths) };
}

/** Questions with written answers. */
function drawAnswers(model: RecModel, examples: SequenceExamples): Draw {
  const { info } = model;
  const outputs = sequenceOutputWidth(info);
  const vocabulary = info.output.kind === 'symbols' ? info.output.vocabulary : [];
  return async (trainer, fine, { example }) => {
    const some = firstOf(examples, fine ? counted.fine : counted.quick);
    const belief = await answersTo(trainer, model, some, some.count);
    const said = likeliest(info, belief);
    const matches = exactMatches(some, said);
    const expected = decodeSaid(info, some, some.targets);
    const questions = Array.from({ length: Math.min(questionsShown, some.count) }, (_, i): AnsweredQuestion => {
      const symbols: SaidSymbol[] = [];
      for (let step = i * some.length; step < (i + 1) * some.length; step++) {
        if ((some.weights[step] ?? 0) === 0) continue;
        const place = said[step] ?? 0;
        const row = belief.subarray(step * outputs, (step + 1) * outputs);
        const order = Array.from(row.keys()).sort((a, b) => (row[b] ?? 0) - (row[a] ?? 0));
        symbols.push({
          symbol: vocabulary[place] ?? '',
          probability: row[place] ?? 0,
          likeliest: order.slice(0, 3).map((k) => [vocabulary[k] ?? '', row[k] ?? 0] as const),
        });
      }
      return {
        question: questionOf(model, some, i),
        expected: expected[i] ?? '',
        said: symbols,
        right: matches[i] === 1,
      };
    });
    const right = matches.reduce((sum, match) => sum + match, 0);
    return { kind: 'answers', questions, right, counted: some.count, example };
  };
}

/** A question as a person writes it. */
function questionOf({ info }: RecModel, examples: SequenceExamples, index: number): string {
  const read = decodeRead(info, examples, index);
  if (info.layout.kind !== 'answer') return read;
  const question = Array.from(read).slice(0, info.layout.question);
  return (info.layout.reversed ? question.toReversed() : question).join('').trim();
}

/** One class or symbol for each sequence. */
function drawBelief(model: RecModel, examples: SequenceExamples): Draw {
  const { info } = model;
  const names =
    info.output.kind === 'classes' ? info.output.classes : info.output.kind === 'symbols' ? info.output.vocabulary : [];
  const outputs = sequenceOutputWidth(info);
  return async (trainer, fine, { example }) => {
    const some = firstOf(examples, fine ? counted.fine : counted.quick);
    const belief = await answersTo(trainer, model, some, some.count);
    const said = likeliest(info, belief);
    const counts = new Uint32Array(names.length ** 2);
    const first: { expected: string; predicted: string; probability: number }[] = [];
    for (let i = 0; i < some.count; i++) {
      let last = -1;
      for (let step = i * some.length; step < (i + 1) * some.length; step++) {
        if ((some.weights[step] ?? 0) === 0) continue;
        const cell = (some.targets[step] ?? 0) * names.length + (said[step] ?? 0);
        counts[cell] = (counts[cell] ?? 0) + 1;
        last = step;
      }
      if (last < 0 || first.length >= questionsShown) continue;
      const place = said[last] ?? 0;
      const probability =
        outputs === 1 ? (place === 1 ? belief[last] : 1 - (belief[last] ?? 0)) : belief[last * outputs + place];
      first.push({
        expected: names[some.targets[last] ?? 0] ?? '',
        predicted: names[place] ?? '',
        probability: probability ?? 0,
      });
    }
    return { kind: 'belief', counts, first, example };
  };
}

/** What Rec shows of itself. */
export function recFrames(
  model: RecModel,
  dataset: SequenceDataset | null,
  shown: SequenceExamples,
  seed: number,
): RecFrames {
  let look = defaultLook;
  const { info } = model;
  const text = info.layout.kind === 'next' ? drawText(model, seed) : null;
  const forecaster = dataset?.kind === 'series' ? createForecaster(model, dataset) : null;
  const draw = (): Draw => {
    if (text) return text.draw;
    if (forecaster) {
      return async (trainer, _, { series, example: which }) => {
        const { example, ...told } = await forecaster.forecast(trainer, series, which);
        return { kind: 'forecast', name: info.name, series: forecaster.series, example, ...told };
      };
    }
    return info.layout.kind === 'answer' ? drawAnswers(model, shown) : drawBelief(model, shown);
  };
  const drawn = draw();
  return {
    scores: forecaster && (async (trainer) => ({ mae: await forecaster.meanError(trainer) })),
    async frame(trainer, settings, fine) {
      const asked = look;
      const { example, ...frame } = await drawn(trainer, fine, asked);
      const trace = await traceOf(trainer, model, settings, shown, example, asked.layer);
      return { ...frame, trace };
    },
    look(next) {
      look = next;
    },
    dispose: () => text?.dispose(),
  };
}
