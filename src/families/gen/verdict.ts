import type { AdversarialLossName } from './config';

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

/** Logits as how real something is taken to be. @param middle half-way between what real and generated rows get */
export function verdictOf(loss: AdversarialLossName, logit: number, middle: number): number {
  switch (loss) {
    case 'least-squares':
      return Math.min(1, Math.max(0, logit));
    // These say which of two is more real, and where 0 lies means nothing.
    case 'wasserstein-gp':
    case 'relativistic':
      return sigmoid(logit - middle);
    default:
      return sigmoid(logit);
  }
}
