import * as tf from '../../engine/tf';
import { meanLoss } from '../../kernels/loss/op';
import type { AdversarialLossName } from './config';

/** A loss for each network. Logits are [rows, 1]; `real` of real rows, `generated` of generated ones. */
export interface AdversarialLoss {
  /** @param smoothing how far below 1 the label of real rows is */
  discriminator(real: tf.Tensor2D, generated: tf.Tensor2D, smoothing: number): tf.Scalar;
  /** @param real where `paired`, what the discriminator says of real rows */
  generator(generated: tf.Tensor2D, real: tf.Tensor2D | null): tf.Scalar;
  /** Whether the generator's loss looks at real rows too. */
  readonly paired?: boolean;
}

/** Mean cross-entropy of sigmoid(logits) and one label. */
const entropy = (logits: tf.Tensor2D, label: number): tf.Scalar =>
  meanLoss('crossEntropy', 'sigmoid', logits, tf.fill(logits.shape, label));

/** ½ · mean of (value − label)². */
const squares = (output: 'linear' | 'sigmoid', logits: tf.Tensor2D, label: number): tf.Scalar =>
  tf.mul(meanLoss('squared', output, logits, tf.fill(logits.shape, label)), 0.5);

const classify = (real: tf.Tensor2D, generated: tf.Tensor2D, smoothing: number): tf.Scalar =>
  tf.add(entropy(real, 1 - smoothing), entropy(generated, 0));

const mean = (x: tf.Tensor): tf.Scalar => tf.mean(x);

/** The losses by name. One-sided label smoothing is that of Salimans et al. 2016: labels of real rows alone. */
export const adversarialLosses: Readonly<Record<AdversarialLossName, AdversarialLoss>> = {
  /** Goodfellow et al. 2014: D says which is which; G wants its rows to be called real. */
  'non-saturating': {
    discriminator: classify,
    generator: (generated) => entropy(generated, 1),
  },
  /** The same game as written first: G wants D to be wrong, E log(1 − sigmoid f) as small as can be. */
  minimax: {
    discriminator: classify,
    generator: (generated) => tf.neg(entropy(generated, 0)),
  },
  /** Mao et al. 2017, with a = 0, b = c = 1. */
  'least-squares': {
    discriminator: (real, generated, smoothing) =>
      tf.add(squares('linear', real, 1 - smoothing), squares('linear', generated, 0)),
    generator: (generated) => squares('linear', generated, 1),
  },
  /** Lim and Ye 2017; Miyato et al. 2018. */
  hinge: {
    discriminator: (real, generated) => tf.add(mean(tf.relu(tf.sub(1, real))), mean(tf.relu(tf.add(1, generated)))),
    generator: (generated) => tf.neg(mean(generated)),
  },
  /** Arjovsky et al. 2017; its penalty, Gulrajani et al. 2017, is added by the model. */
  'wasserstein-gp': {
    discriminator: (real, generated) => tf.sub(mean(generated), mean(real)),
    generator: (generated) => tf.neg(mean(generated)),
  },
  /** RpGAN: Jolicoeur-Martineau 2019, as in Huang et al. 2024. Each real row is compared with a generated one. */
  relativistic: {
    discriminator: (real, generated) => entropy(tf.sub(real, generated), 1),
    generator: (generated, real) => entropy(tf.sub(generated, real as tf.Tensor2D), 1),
    paired: true,
  },
  /** The first textbook way: ½ (sigmoid(logit) − label)² in both. */
  'squared-error': {
    discriminator: (real, generated, smoothing) =>
      tf.add(squares('sigmoid', real, 1 - smoothing), squares('sigmoid', generated, 0)),
    generator: (generated) => squares('sigmoid', generated, 1),
  },
};
