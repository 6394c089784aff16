import { buildDataset } from '../../data/build';
import type { Dataset, Examples, RawRow } from '../../data/dataset';
import { decodeOutputs, encodeInputs } from '../../data/encode';
import { type DataInfo, inputWidth, outputWidth } from '../../data/info';
import { createPredictor, predict } from '../../engine/evaluate';
import type { Model } from '../../engine/model';
import { pairs } from '../../engine/rows';
import type { Trainer } from '../../engine/trainer';
import type { PointsPreview } from '../../worker/protocol';
import type { NetConfig } from '..';
import type { Info } from '../info';
import type { Sources, Work } from '../work';
import { netFrames } from './frame';
import { type NetSettings, netModel, netSettings, netShape } from './model';

const noExamples: Examples = { count: 0, inputs: new Float32Array(0), targets: new Float32Array(0) };

const sameJson = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The examples to train on, or none where weights came without the table they were trained on. */
function examplesFor(config: NetConfig, { table }: Sources, known: DataInfo | undefined): Dataset {
  if (!known || config.data.dataset !== 'table') return buildDataset(config.data, config.seed, table);
  const built = table && buildDataset(config.data, config.seed, table);
  if (built && sameJson(built.info.inputs, known.inputs) && sameJson(built.info.target, known.target)) return built;
  return { info: known, train: noExamples, test: noExamples, notes: [] };
}

function pointsOf({ info, train, test }: Dataset): PointsPreview | null {
  if (info.inputs.kind !== 'points') return null;
  const split = (examples: Examples) => {
    const targets = decodeOutputs(info, examples.targets);
    const value = (row: readonly number[]) => (info.target.kind === 'classes' ? row.indexOf(1) : (row[0] ?? 0));
    return { points: examples.points ?? new Float32Array(0), targets: Float32Array.from(targets, value) };
  };
  return { coordinates: info.inputs.coordinates.length, train: split(train), test: split(test) };
}

/** Net's part of a run. */
export function netWork(config: NetConfig, sources: Sources, known?: Info): Work<NetConfig, NetSettings> {
  const dataset = examplesFor(config, sources, known as DataInfo | undefined);
  const { info, train, test, notes } = dataset;
  const inputs = inputWidth(info);
  const outputs = outputWidth(info);
  const model = netModel(config, info);
  const answer = (trainer: Trainer<NetSettings, Model<NetSettings>>, encoded: Float32Array) =>
    predict(trainer, model, encoded, inputs);
  const draw = netFrames(dataset);
  let repeated: ReturnType<typeof createPredictor> | undefined;
  return {
    info,
    notes,
    train: pairs(train, inputs, outputs),
    test: pairs(test, inputs, outputs),
    model,
    shape: netShape(config, info),
    points: pointsOf(dataset),
    settings: (changed) => netSettings(changed, info),
    frame(trainer, fine) {
      if (fine) return draw((encoded) => answer(trainer, encoded), fine);
      repeated ??= createPredictor(trainer, model, inputs);
      return draw(repeated, fine);
    },
    async predict(trainer, rows) {
      const encoded = encodeInputs(info, rows as readonly RawRow[]);
      return rows.length === 0 ? [] : decodeOutputs(info, await answer(trainer, encoded));
    },
  };
}
