import { type OptimizerName, optimizerSlots } from '../../training/names';
import { type CoefficientName, coefficientNames, type OptimizeAttrs } from './op';

/** What a rule makes of a parameter and its gradient; `slots` are read and set. */
type Rule = (parameter: number, gradient: number, slots: number[], c: Coefficients) => number;
type Coefficients = Readonly<Record<CoefficientName, number>>;

/** keep · average + (1 − keep) · value */
const blend = (average: number, keep: number, value: number) => keep * average + (1 - keep) * value;

/** Kingma and Ba, “Adam: A Method for Stochastic Optimization”, 2015: slots mean and square. */
const adam: Rule = (p, g, slots, { rate, epsilon, first, second }) => {
  const mean = blend(slots[0] as number, first, g);
  const square = blend(slots[1] as number, second, g * g);
  slots[0] = mean;
  slots[1] = square;
  return p - (rate * mean) / (Math.sqrt(square) + epsilon);
};

/** One slot more than the gradient: velocity ← μ·velocity + gradient. */
const gather = (g: number, slots: number[], momentum: number) => {
  const velocity = momentum * (slots[0] as number) + g;
  slots[0] = velocity;
  return velocity;
};

const rules: Readonly<Record<OptimizerName, Rule>> = {
  sgd: (p, g, _, { rate }) => p - rate * g,
  /** Polyak 1964. */
  momentum: (p, g, slots, { rate, first }) => p - rate * gather(g, slots, first),
  /** Nesterov's momentum in the form of Sutskever et al. 2013, looked at from the point ahead. */
  nesterov: (p, g, slots, { rate, first }) => p - rate * (g + first * gather(g, slots, first)),
  /** Duchi, Hazan and Singer 2011. */
  adagrad(p, g, slots, { rate, epsilon }) {
    const sum = (slots[0] as number) + g * g;
    slots[0] = sum;
    return p - (rate * g) / (Math.sqrt(sum) + epsilon);
  },
  /** Tieleman and Hinton 2012: square ← decay·square + (1 − decay)·gradient². */
  rmsprop(p, g, slots, { rate, epsilon, second }) {
    const square = blend(slots[0] as number, second, g * g);
    slots[0] = square;
    return p - (rate * g) / (Math.sqrt(square) + epsilon);
  },
  adam,
  /** Loshchilov and Hutter, “Decoupled Weight Decay Regularization”, 2019; the decay comes first, for every rule. */
  adamw: adam,
};

/** The coefficients that begin at `offset` of `now`. */
const readCoefficients = (now: Float32Array, offset: number): Coefficients =>
  Object.fromEntries(coefficientNames.map((name, i) => [name, now[offset + i]])) as Coefficients;

/** One step of an optimizer, in place; see `optimize`. @param total columns of the state */
export function referenceOptimize(
  state: Float32Array,
  total: number,
  gradient: Float32Array,
  mask: Float32Array,
  now: Float32Array,
  { optimizer, from, count, coefficients, clipNorm, average }: OptimizeAttrs,
): void {
  const c = readCoefficients(now, coefficients);
  const rule = rules[optimizer];
  const slotCount = optimizerSlots[optimizer].length;

  /** The gradient with those of the penalties ½·l2·Σw² and l1·Σ|w|, every component clipped. */
  const penalized = (i: number) => {
    const p = state[from + i] as number;
    const weight = mask[from + i] as number;
    const g = (gradient[i] as number) + c.l2 * weight * p + c.l1 * weight * Math.sign(p);
    return Math.min(Math.max(g, -c.clipValue), c.clipValue);
  };

  let scale = 1;
  if (clipNorm) {
    let sum = 0;
    for (let i = 0; i < count; i++) sum += penalized(i) ** 2;
    scale = c.clipNorm / Math.max(Math.sqrt(sum), c.clipNorm);
  }

  const slots = [0, 0];
  for (let i = 0; i < count; i++) {
    const at = from + i;
    const g = scale * penalized(i);
    for (let slot = 0; slot < slotCount; slot++) slots[slot] = state[(slot + 1) * total + at] as number;
    const before = state[at] as number;
    const after = rule(before - c.shrink * (mask[at] as number) * before, g, slots, c);
    state[at] = after;
    for (let slot = 0; slot < slotCount; slot++) state[(slot + 1) * total + at] = slots[slot] as number;
    if (!average) continue;
    const last = (slotCount + 1) * total + at;
    state[last] = blend(state[last] as number, c.keep, after);
  }
}
