import type { ImitatedInfo } from '../../data/imitated/info';
import type { Stream } from '../../random/stream';
import type { GenModel } from './model';
import { labelsInTurn } from './pictures';

/** Labels [count × classes] by the shares that they have of the data. */
function labelsByShare(random: Stream, count: number, shares: readonly number[]): Float32Array {
  const labels = new Float32Array(count * shares.length);
  for (let i = 0; i < count; i++) {
    let left = random.uniform();
    const place = shares.findIndex((share) => {
      left -= share;
      return left < 0;
    });
    // Rounding may leave a little over.
    labels[i * shares.length + (place < 0 ? shares.length - 1 : place)] = 1;
  }
  return labels;
}

/** What rows are made of besides latents: classes where networks are told some, and noise of choices. */
export interface Told {
  /** count × classes. */
  readonly labels: Float32Array;
  /** count × choices, of Gumbel's distribution. */
  readonly gumbel: Float32Array;
}

/** Classes of pictures in turn, those of rows by their shares, and noise that stays the same for the same streams. */
export function drawTold(
  info: ImitatedInfo,
  { classes, choices }: Pick<GenModel, 'classes' | 'choices'>,
  randomOf: (name: string) => Stream,
  count: number,
): Told {
  const shares = info.imitates === 'table' ? info.condition?.shares : undefined;
  const noise = choices > 0 ? randomOf('choices') : null;
  return {
    labels: shares ? labelsByShare(randomOf('labels'), count, shares) : labelsInTurn(count, classes),
    gumbel: Float32Array.from({ length: count * choices }, () => -Math.log(-Math.log((noise?.uniform() ?? 0) + 1e-9))),
  };
}
