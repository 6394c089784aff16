import { undoScaling } from '../../data/distributions/standardize';
import { pixelsOf } from '../../data/images/set';
import type { ImitatedExamples } from '../../data/imitated/build';
import { type ImitatedInfo, imitatedWidth } from '../../data/imitated/info';
import type { Column, Rows } from '../../engine/rows';
import { Problem } from '../../problem';
import type { PicturesPreview, PointsPreview } from '../../worker/protocol';
import type { GenConfig } from '..';
import type { Info } from '../info';
import type { Sources, Work } from '../work';
import { augment } from './augment';
import { imitatedFor } from './known';
import {
  type GenModel,
  type GenSettings,
  type GenTrainer,
  genModel,
  genSettings,
  genShape,
  genTraining,
} from './model';
import { pictureFrames, realShown, shownNoise } from './pictures';
import { pointFrames } from './points';
import { genQuality } from './quality/measure';
import { createResemblance } from './resemble';
import { tableFrames, tablePreview } from './rows';
import { makeSamples } from './samples';
import type { GenLook } from './view';
import { picturesMade, walkNoise } from './walk';

/** Points as they are drawn; null of pictures. */
function pointsOf(info: ImitatedInfo, train: ImitatedExamples, test: ImitatedExamples): PointsPreview | null {
  if (info.imitates !== 'points') return null;
  const drawn = ({ rows }: ImitatedExamples) => ({
    points: undoScaling(rows, info.scaling),
    targets: new Float32Array(0),
  });
  return { coordinates: info.coordinates.length, train: drawn(train), test: drawn(test) };
}

/** Some real pictures; null of points. */
function picturesOf(info: ImitatedInfo, train: ImitatedExamples, classes: number): PicturesPreview | null {
  if (info.imitates !== 'pictures') return null;
  return { size: info.size, pixels: pixelsOf(realShown(train, info, classes).rows, info.ink) };
}

function framesOf(config: GenConfig, model: GenModel, train: ImitatedExamples) {
  const { info } = model;
  switch (info.imitates) {
    case 'points':
      return pointFrames(config, model, info, train.rows);
    case 'pictures':
      return pictureFrames(config, model, info, realShown(train, info, model.classes));
    case 'table':
      return tableFrames(config, model, info, train);
  }
}

/** What a person can ask of pictures; nothing of points. */
function answersOf(
  config: GenConfig,
  model: GenModel,
  train: ImitatedExamples,
  test: ImitatedExamples,
): Pick<Work, 'nearest' | 'walk'> {
  const { info, latent, classes } = model;
  if (info.imitates !== 'pictures') return {};
  const { noise } = config.model;
  return {
    nearest: createResemblance(info, train, test),
    walk(trainer, request) {
      const way = walkNoise(shownNoise(config, model), { latent, classes, noise }, request);
      return picturesMade(trainer, model, info, way);
    },
  };
}

const none: ImitatedExamples = { count: 0, rows: new Float32Array(0), labels: null };

/** Gen's part of a run. */
export function genWork(config: GenConfig, sources: Sources, known?: Info): Work<GenConfig, GenSettings> {
  const trained = known as ImitatedInfo | undefined;
  const imitated = imitatedFor(config, sources, trained);
  const info = imitated?.info ?? trained;
  if (!info) throw new Problem('noModel');
  const { train, test } = imitated ?? { train: none, test: none };
  const model = genModel(config, info);
  const width = imitatedWidth(info);
  let settings = genSettings(config);
  let look: GenLook = { shows: 'average' };

  function rowsOf({ count, rows, labels }: ImitatedExamples): Rows {
    const columns: Record<string, Column> = { rows: { shape: [width], values: rows } };
    if (labels && model.classes > 0) columns.labels = { shape: [model.classes], values: labels };
    return { count, columns };
  }

  const frame = framesOf(config, model, train);
  const quality = imitated && genQuality(config, model, imitated);
  return {
    info,
    notes: (config.data.dataset === 'pictures' ? sources.pictures?.notes : imitated?.notes) ?? [],
    train: rowsOf(train),
    test: rowsOf(test),
    model,
    shape: genShape(config, info),
    points: pointsOf(info, train, test),
    pictures: imitated && picturesOf(info, train, model.classes),
    table: imitated && info.imitates === 'table' ? tablePreview(info, train, test) : null,
    training: genTraining,
    settings(changed) {
      settings = genSettings(changed);
      return settings;
    },
    frame: (trainer, fine) => frame(trainer as GenTrainer, settings, look, fine),
    look(asked) {
      // What was asked of another family's run comes along when it is replaced.
      if ('shows' in asked) look = asked;
    },
    ...answersOf(config, model, train, test),
    ...(quality && {
      quality: (trainer, fine) => quality.measure(trainer as GenTrainer, fine),
      dispose: quality.dispose,
    }),
    predict: () => Promise.reject(new Problem('noPredictions', { name: info.name })),
    ...(imitated && {
      augment: (trainer, request, turn) => augment(trainer as GenTrainer, model, config, imitated, request, turn),
    }),
    async generate(trainer, request, turn) {
      if (request.kind !== 'samples') throw new Problem('notText', { name: info.name });
      return makeSamples(trainer, model, config.model.noise, request, turn);
    },
  };
}
