import { showValue } from '../../config/showValue';
import { buildSequences } from '../../data/sequences/build';
import { emptyExamples, type SequenceDataset } from '../../data/sequences/dataset';
import { atAskedSteps, decodeForecasts, decodeSaid, likeliest } from '../../data/sequences/decode';
import { encodeSequences, type RawSequence } from '../../data/sequences/encode';
import { type SequenceInfo, sequenceOutputWidth } from '../../data/sequences/info';
import type { Rows } from '../../engine/rows';
import { Problem } from '../../problem';
import type { RecConfig } from '..';
import type { Info } from '../info';
import type { Sources, Work } from '../work';
import { recFrames } from './frame';
import { answersTo, type RecTrainer } from './infer';
import { type RecSettings, recModel, recSettings, recShape } from './model';
import { recRows } from './rows';
import { checkPrompt, writeText } from './write';

const noRows: Rows = { count: 0, columns: {} };

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** Whether weights trained on one data set say the same of another. */
const agree = (a: SequenceInfo, b: SequenceInfo) =>
  a.length === b.length && sameJson([a.layout, a.input, a.output], [b.layout, b.input, b.output]);

const brought = (config: RecConfig) => ['text', 'table', 'sequences'].includes(config.data.dataset);

/** The sequences to train on, or null where weights came without the source that they were trained on. */
function sequencesFor(config: RecConfig, sources: Sources, known: SequenceInfo | undefined): SequenceDataset | null {
  if (!known || !brought(config)) return buildSequences(config.data, config.seed, sources);
  const source = config.data.dataset === 'text' ? sources.text : sources.table;
  if (!source) return null;
  try {
    const built = buildSequences(config.data, config.seed, sources);
    return agree(built.info, known) ? built : null;
  } catch (error) {
    // Another file than the one trained on, of which these settings make no examples.
    if (error instanceof Problem) return null;
    throw error;
  }
}

/** Rec's part of a run. */
export function recWork(config: RecConfig, sources: Sources, known?: Info): Work<RecConfig, RecSettings> {
  const trained = known as SequenceInfo | undefined;
  const dataset = sequencesFor(config, sources, trained);
  const info = dataset?.info ?? trained;
  if (!info) throw new Problem('noModel');
  const model = recModel(config, info);
  let settings = recSettings(config, info);
  const rows = dataset ? recRows(dataset, config.data.epochWindows, config.seed, () => settings.carryState) : null;
  const frames = recFrames(model, dataset, rows?.shown ?? emptyExamples(info, 1), config.seed);

  const { scores } = frames;

  return {
    info,
    notes: dataset?.notes ?? [],
    train: rows?.train ?? noRows,
    ...(rows?.seen ? { seen: rows.seen } : {}),
    test: rows?.test ?? noRows,
    model,
    shape: recShape(config, info),
    points: null,
    settings(changed) {
      settings = recSettings(changed, info);
      return settings;
    },
    frame: (trainer, fine) => frames.frame(trainer as RecTrainer, settings, fine),
    ...(scores ? { scores: (trainer) => scores(trainer as RecTrainer) } : {}),
    look(look) {
      // What was asked of another family's run comes along when it is replaced.
      if ('prompt' in look) frames.look(look);
    },
    dispose: () => frames.dispose(),
    async predict(trainer, raws, series = 0) {
      if (!Array.isArray(raws)) throw new Problem('inputsNotList', { found: showValue(raws) });
      const examples = encodeSequences(info, raws as readonly RawSequence[], series);
      if (raws.length === 0) return [];
      const outputs = sequenceOutputWidth(info);
      const answers = await answersTo(trainer, model, examples, examples.count);
      const asked = atAskedSteps(examples, answers, outputs);
      if (info.output.kind === 'numbers') {
        const { horizon } = info.output;
        const width = info.input.kind === 'numbers' ? info.input.columns.length : 1;
        const last = raws.map((raw) => Number((raw as readonly number[]).at(-width)));
        const places = raws.map(() => series);
        const values = decodeForecasts(info.output, asked, last, places);
        return raws.map((_, i) => Array.from(values.subarray(i * horizon, (i + 1) * horizon)));
      }
      if (info.layout.kind === 'answer') return decodeSaid(info, examples, likeliest(info, answers));
      // The belief at the last step of each, one probability per symbol or class.
      return raws.map((_, i) => {
        const step = i * info.length + (examples.lengths[i] ?? 1) - 1;
        const belief = Array.from(answers.subarray(step * outputs, (step + 1) * outputs));
        const [second = 0] = belief;
        return outputs === 1 ? [1 - second, second] : belief;
      });
    },
    async generate(trainer, request, turn) {
      if (request.kind !== 'text') throw new Problem('notSamples', { name: info.name });
      if (info.layout.kind !== 'next') throw new Problem('notText', { name: info.name });
      checkPrompt(info, request.prompt);
      return writeText(trainer, model, request, turn);
    },
  };
}
