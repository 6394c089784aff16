import { applyScaling, undoScaling } from '../../data/distributions/standardize';
import type { PointsInfo } from '../../data/imitated/info';
import type { Pass } from '../../engine/record/pass';
import * as tf from '../../engine/tf';
import { stream } from '../../random/stream';
import type { GenConfig } from '..';
import { drawLatents, latticePlaces } from './latents';
import type { GenModel, GenSettings, GenTrainer } from './model';
import { verdictOf } from './verdict';
import { arrowsShown, type GenLook, manifoldSize, type PointsFrame, pointsShown, rasterSize, type Shown } from './view';

/** Centres of the raster's places along one side, from −extent to extent. */
const placesOf = (extent: number): number[] =>
  Array.from({ length: rasterSize }, (_, i) => extent * ((2 * i + 1) / rasterSize - 1));

/** The raster in drawn units: of the line, or of the plane row by row from the top. */
function rasterOf({ coordinates, extent }: PointsInfo): Float32Array {
  const places = placesOf(extent);
  if (coordinates.length === 1) return Float32Array.from(places);
  return Float32Array.from(places.flatMap((y) => places.flatMap((x) => [x, -y])));
}

/** A lattice of latents at equal steps of probability, so that every cell stands for as many generated points. */
function latticeOf(noise: GenConfig['model']['noise']): Float32Array {
  const at = latticePlaces(noise, manifoldSize);
  return Float32Array.from(at.flatMap((v) => at.flatMap((u) => [u, v])));
}

/** Draws frames: everything comes from the device in one pass over latents and places that stay the same. */
export function pointFrames(config: GenConfig, model: GenModel, info: PointsInfo, realRows: Float32Array) {
  const { latent, packing } = model;
  const width = info.coordinates.length;
  const latents = drawLatents(stream(config.seed, 'shown latents'), pointsShown * latent, config.model.noise);
  const raster = applyScaling(rasterOf(info), info.scaling);
  const lattice = latent === 2 && width === 2 ? latticeOf(config.model.noise) : null;
  // Judged together, packs must be whole.
  const arrows = Math.floor(arrowsShown / packing) * packing;
  const realShown = Math.min(arrows, Math.floor(realRows.length / width / packing) * packing);
  const passes = new Map<string, Pick<Pass, 'run'>>();

  const passOf = (trainer: GenTrainer, settings: GenSettings, shows: Shown): Pick<Pass, 'run'> =>
    trainer.repeat(
      () => ({
        latents: tf.tensor2d(latents, [pointsShown, latent]),
        raster: tf.tensor2d(raster, [raster.length / width, width]),
        real: tf.tensor2d(realRows.subarray(0, realShown * width), [realShown, width]),
        ...(lattice ? { lattice: tf.tensor2d(lattice, [manifoldSize ** 2, 2]) } : {}),
      }),
      (parameters, held) => {
        const flat = (tensor: tf.Tensor) => tf.reshape<tf.Rank.R1>(tensor, [tensor.size]);
        const generated = model.generate(parameters, held.latents, undefined, shows);
        const first = tf.slice(generated, [0, 0], [arrows, width]);
        const pieces = [
          generated,
          model.judgeAlone(parameters, held.raster),
          model.pull(parameters, first, held.real, settings),
          tf.mean(model.judge(parameters, held.real)),
          tf.mean(model.judge(parameters, first)),
          ...('lattice' in held ? [model.generate(parameters, held.lattice as tf.Tensor2D, undefined, shows)] : []),
        ];
        return tf.concat1d(pieces.map(flat));
      },
    );

  return async (trainer: GenTrainer, settings: GenSettings, { shows }: GenLook): Promise<PointsFrame> => {
    const key = `${settings.loss} ${shows}`;
    const pass = passes.get(key) ?? passOf(trainer, settings, shows);
    passes.set(key, pass);
    const values = await pass.run();
    let taken = 0;
    const take = (count: number) => values.subarray(taken, (taken += count));
    const generated = undoScaling(take(pointsShown * width), info.scaling);
    const logits = take(raster.length / width);
    const { scale } = info.scaling;
    const pull = take(arrows * width).map((value) => value * scale);
    const [ofReal = 0, ofGenerated = 0] = take(2);
    const middle = (ofReal + ofGenerated) / 2;
    return {
      kind: 'points',
      generated,
      verdict: Float32Array.from(logits, (logit) => verdictOf(settings.loss, logit, middle)),
      manifold: lattice && undoScaling(take(2 * manifoldSize ** 2), info.scaling),
      pull,
    };
  };
}
