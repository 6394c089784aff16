import type { OptimizerName } from '../../training/names';

/**
 * The gradient `g` of one parameter `p`, with the penalties, where `m` is the mask; then cut to size. Comparisons let
 * NaN through. (shader/functions.ts; coefficients by their names.)
 */
export const penalizedGradient = `
  g = g + l2 * m * p + l1 * m * signOf(p);
  g = when(g > clipValue, clipValue, when(g < -clipValue, -clipValue, g));
`;

const adam = `
  slot1 = first * slot1 + (1.0 - first) * g;
  slot2 = second * slot2 + (1.0 - second) * g * g;
  p = p - rate * slot1 / (sqrt(slot2) + epsilon);
`;

/** One step of each optimizer for one parameter `p`, its gradient `g`, its slots; for their sources see engine/optimizers.ts. */
export const optimizerRules: Readonly<Record<OptimizerName, string>> = {
  sgd: 'p = p - rate * g;',
  momentum: `
    slot1 = first * slot1 + g;
    p = p - rate * slot1;
  `,
  nesterov: `
    slot1 = first * slot1 + g;
    p = p - rate * (g + first * slot1);
  `,
  adagrad: `
    slot1 = slot1 + g * g;
    p = p - rate * g / (sqrt(slot1) + epsilon);
  `,
  rmsprop: `
    slot1 = second * slot1 + (1.0 - second) * g * g;
    p = p - rate * g / (sqrt(slot1) + epsilon);
  `,
  adam,
  adamw: adam,
};
