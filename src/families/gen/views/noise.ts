import { stream } from '../../../random/stream';
import { drawLatents, latticePlaces, type NoiseName } from '../latents';
import { pointsShown } from '../view';

/** How far normal noise is shown: few of it lies beyond, in deviations. */
const reach = { normal: 3.4, uniform: 1.15 } as const;

/**
 * The noise that the generated points of frames are made of, as it is shown in the place of the points: the first
 * numbers of each, one for each coordinate, brought to the extent of the plot. A single number lies on the x axis.
 */
export function shownNoise(
  seed: number,
  { latent, noise }: { readonly latent: number; readonly noise: NoiseName },
  coordinates: number,
  extent: number,
): Float32Array {
  const latents = drawLatents(stream(seed, 'shown latents'), pointsShown * latent, noise);
  const scale = extent / reach[noise];
  return Float32Array.from({ length: pointsShown * coordinates }, (_, i) => {
    const [point, coordinate] = [Math.floor(i / coordinates), i % coordinates];
    return coordinate < latent ? scale * (latents[point * latent + coordinate] as number) : 0;
  });
}

/** The lattice of noise before it is bent, x, y, x, y … row by row, brought to the extent of the plot. */
export function shownLattice(noise: NoiseName, side: number, extent: number): Float32Array {
  const at = latticePlaces(noise, side).map((place) => (place * extent) / reach[noise]);
  return Float32Array.from(at.flatMap((v) => at.flatMap((u) => [u, v])));
}
