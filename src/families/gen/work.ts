import { undoScaling } from '../../data/distributions/standardize';
import { buildImitated } from '../../data/imitated/build';
import { imitatedWidth } from '../../data/imitated/info';
import type { Rows } from '../../engine/rows';
import { Problem } from '../../problem';
import type { PointsPreview } from '../../worker/protocol';
import type { GenConfig } from '..';
import type { Info } from '../info';
import type { Work } from '../work';
import { type GenTrainer, genFrames } from './frame';
import { type GenSettings, genModel, genSettings, genShape, genTraining } from './model';

/** Gen's part of a run. */
export function genWork(config: GenConfig, _known?: Info): Work<GenConfig, GenSettings> {
  const { info, train, test } = buildImitated(config.data, config.seed, config.model.output === 'linear');
  const width = imitatedWidth(info);
  const model = genModel(config, info);
  let settings = genSettings(config);
  const rows = (values: Float32Array): Rows => ({
    count: values.length / width,
    columns: { rows: { shape: [width], values } },
  });
  const drawn = (values: Float32Array) => ({ points: undoScaling(values, info.scaling), targets: new Float32Array(0) });
  const points: PointsPreview = { coordinates: width, train: drawn(train), test: drawn(test) };
  const frame = genFrames(config, model, train, config.seed);
  return {
    info,
    notes: [],
    train: rows(train),
    test: rows(test),
    model,
    shape: genShape(config, info),
    points,
    training: genTraining,
    settings(changed) {
      settings = genSettings(changed);
      return settings;
    },
    frame: (trainer) => frame(trainer as GenTrainer, settings),
    predict: () => Promise.reject(new Problem('noModel')),
  };
}
