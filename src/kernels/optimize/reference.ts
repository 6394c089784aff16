import { type OptimizerName, optimizerSlots } from '../../training/names';
import { type CoefficientName, coefficientNames, type OptimizeAttrs } from './op';

type Coefficients = Readonly<Record<CoefficientName, number>>;

/** Changes parameters p along gradients g, and the slots, all of the same length. */
type Rule = (p: Float64Array, g: Float64Array, slots: readonly Float32Array[], c: Coefficients) => void;

/** keep · average + (1 − keep) · value */
const blend = (average: number, keep: number, value: number) => keep * average + (1 - keep) * value;

/** Kingma and Ba, “Adam: A Method for Stochastic Optimization”, 2015, its bias corrections folded into rate and ε. */
const adam: Rule = (p, g, slots, { rate, epsilon, first, second }) => {
  const [means, squares] = slots as [Float32Array, Float32Array];
  for (let i = 0; i < p.length; i++) {
    const gradient = g[i] as number;
    const mean = blend(means[i] as number, first, gradient);
    const square = blend(squares[i] as number, second, gradient * gradient);
    means[i] = mean;
    squares[i] = square;
    p[i] = (p[i] as number) - (rate * mean) / (Math.sqrt(square) + epsilon);
  }
};

const rules: Readonly<Record<OptimizerName, Rule>> = {
  sgd(p, g, _, { rate }) {
    for (let i = 0; i < p.length; i++) p[i] = (p[i] as number) - rate * (g[i] as number);
  },
  /** Polyak 1964: velocity ← μ·velocity + gradient. */
  momentum(p, g, slots, { rate, first }) {
    const [velocities] = slots as [Float32Array];
    for (let i = 0; i < p.length; i++) {
      const velocity = first * (velocities[i] as number) + (g[i] as number);
      velocities[i] = velocity;
      p[i] = (p[i] as number) - rate * velocity;
    }
  },
  /** Nesterov's momentum in the form of Sutskever et al. 2013, looked at from the point ahead. */
  nesterov(p, g, slots, { rate, first }) {
    const [velocities] = slots as [Float32Array];
    for (let i = 0; i < p.length; i++) {
      const velocity = first * (velocities[i] as number) + (g[i] as number);
      velocities[i] = velocity;
      p[i] = (p[i] as number) - rate * ((g[i] as number) + first * velocity);
    }
  },
  /** Duchi, Hazan and Singer 2011. */
  adagrad(p, g, slots, { rate, epsilon }) {
    const [sums] = slots as [Float32Array];
    for (let i = 0; i < p.length; i++) {
      const gradient = g[i] as number;
      const sum = (sums[i] as number) + gradient * gradient;
      sums[i] = sum;
      p[i] = (p[i] as number) - (rate * gradient) / (Math.sqrt(sum) + epsilon);
    }
  },
  /** Tieleman and Hinton 2012: square ← decay·square + (1 − decay)·gradient². */
  rmsprop(p, g, slots, { rate, epsilon, second }) {
    const [squares] = slots as [Float32Array];
    for (let i = 0; i < p.length; i++) {
      const gradient = g[i] as number;
      const square = blend(squares[i] as number, second, gradient * gradient);
      squares[i] = square;
      p[i] = (p[i] as number) - (rate * gradient) / (Math.sqrt(square) + epsilon);
    }
  },
  adam,
  /** Loshchilov and Hutter, “Decoupled Weight Decay Regularization”, 2019: the decay comes before the rule. */
  adamw: adam,
};

/** Adds the gradients of the penalties ½·l2·Σw² and l1·Σ|w|, and clips every component. */
function penalize(g: Float64Array, p: Float64Array, mask: Float32Array, { l1, l2, clipValue }: Coefficients): void {
  for (let i = 0; i < g.length; i++) {
    const parameter = p[i] as number;
    const penalty = (mask[i] as number) * (l2 * parameter + l1 * Math.sign(parameter));
    g[i] = Math.min(Math.max((g[i] as number) + penalty, -clipValue), clipValue);
  }
}

/** Shortens g to a Euclidean length of `longest` where it is longer (Pascanu et al. 2013). */
function shorten(g: Float64Array, longest: number): void {
  let sum = 0;
  for (let i = 0; i < g.length; i++) sum += (g[i] as number) ** 2;
  const scale = longest / Math.max(Math.sqrt(sum), longest);
  for (let i = 0; i < g.length; i++) g[i] = (g[i] as number) * scale;
}

/** The coefficients that begin at `offset` of `now`. */
const readCoefficients = (now: Float32Array, offset: number): Coefficients =>
  Object.fromEntries(coefficientNames.map((name, i) => [name, now[offset + i]])) as Coefficients;

/** One step of an optimizer, in place; see `optimize`. @param total columns of the state */
export function referenceOptimize(
  state: Float32Array,
  total: number,
  gradient: Float32Array,
  allMask: Float32Array,
  now: Float32Array,
  { optimizer, from, count, coefficients, clipNorm, average }: OptimizeAttrs,
): void {
  const c = readCoefficients(now, coefficients);
  const row = (index: number) => state.subarray(index * total + from, index * total + from + count);
  const slots = optimizerSlots[optimizer].map((_, i) => row(i + 1));
  const mask = allMask.subarray(from, from + count);
  const p = new Float64Array(row(0));
  const g = new Float64Array(gradient);

  penalize(g, p, mask, c);
  if (clipNorm) shorten(g, c.clipNorm);
  for (let i = 0; i < count; i++) p[i] = (p[i] as number) * (1 - c.shrink * (mask[i] as number));
  rules[optimizer](p, g, slots, c);
  row(0).set(p);
  if (!average) return;
  const averages = row(slots.length + 1);
  for (let i = 0; i < count; i++) averages[i] = blend(averages[i] as number, c.keep, p[i] as number);
}
