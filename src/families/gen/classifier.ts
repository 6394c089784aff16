import type { ImitatedExamples } from '../../data/imitated/build';
import type { PicturesInfo } from '../../data/imitated/info';
import { breathe } from '../../engine/breathe';
import { type LossModel, trainedBy } from '../../engine/model';
import type { DeviceRows } from '../../engine/rows';
import * as tf from '../../engine/tf';
import { createTrainer, startState, type TrainSettings } from '../../engine/trainer';
import { meanLoss } from '../../kernels/loss/op';
import type { Exclusive } from '../../mutex';
import { perceptron } from './perceptron';

/** What a classifier of pictures says. */
export interface Classifier {
  /** Probabilities, count × classes. */
  classify(rows: Float32Array): Promise<Float32Array>;
  dispose(): void;
}

const hidden = 64;
const epochs = 4;
const batchSize = 64;
/** Steps between two looks at waiting messages. */
const stepsAtOnce = 50;

const adam: Omit<TrainSettings, 'batchSize'> = {
  optimizer: 'adam',
  learningRate: 0.003,
  momentum: 0,
  beta1: 0.9,
  beta2: 0.999,
  decay: 0,
  epsilon: 1e-8,
  schedule: 'constant',
  warmupSteps: 0,
  scheduleSteps: 1,
  finalShare: 1,
  l1: 0,
  l2: 0,
  weightDecay: 0,
  clipNorm: 0,
  clipValue: 0,
};

type PictureBatch = DeviceRows & { readonly rows: tf.Tensor2D; readonly labels: tf.Tensor2D };

/** Steps of so many passes over examples. */
export const classifierSteps = (count: number): number => Math.max(200, Math.ceil((epochs * count) / batchSize));

/** Takes its turn at once, and lets messages in between. */
const atOnce: Exclusive = async (work) => {
  await breathe();
  return work();
};

/**
 * A small network that tells pictures by their classes, trained here and now.
 * @param turn waits for the turn of each piece of the work
 */
export async function trainClassifier(
  info: PicturesInfo,
  { count, rows, labels }: ImitatedExamples,
  seed: number,
  steps: number = classifierSteps(count),
  turn: Exclusive = atOnce,
): Promise<Classifier> {
  const width = info.size ** 2;
  const classes = info.classes.length;
  const network = perceptron({
    name: 'classifier',
    widths: [width, hidden, classes],
    activation: 'relu',
    initializer: { kind: 'normal', gain: 2, fan: 'in' },
    bias: true,
  });
  const model: LossModel<null, PictureBatch> = {
    ...trainedBy<null, PictureBatch>(network.parameters, (parameters, batch) =>
      meanLoss('crossEntropy', 'softmax', network.outputs(parameters, batch.rows), batch.labels),
    ),
    multiplyAdds: network.multiplyAdds,
    activationsPerExample: network.activations,
    measure: (_, batch) => tf.sum(batch.rows, 1),
    summarize: () => ({}),
  };
  const settings: TrainSettings = { ...adam, batchSize: Math.min(batchSize, count) };
  const columns = {
    rows: { shape: [width], values: rows },
    labels: { shape: [classes], values: labels ?? new Float32Array(count * classes) },
  };
  const trainer = createTrainer<null, LossModel<null, PictureBatch>>({
    model,
    train: { count, columns },
    test: { count: 0, columns: {} },
    seed,
    modelSettings: null,
    settings,
    from: startState(model, seed),
  });
  for (let done = 0; done < steps; done += stepsAtOnce)
    await turn(async () => {
      trainer.run(Math.min(stepsAtOnce, steps - done));
      await trainer.takeLosses();
    });
  return {
    async classify(asked) {
      const said = trainer.compute((parameters) =>
        tf.softmax(network.outputs(parameters, tf.tensor2d(asked, [asked.length / width, width]))),
      );
      const values = new Float32Array((await said.data()) as Float32Array);
      said.dispose();
      return values;
    },
    dispose: () => trainer.dispose(),
  };
}
