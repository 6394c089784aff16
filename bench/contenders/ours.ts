import { imitatedWidth } from '../../src/data/imitated/info';
import { emptyExamples } from '../../src/data/sequences/dataset';
import { startBackend } from '../../src/engine/backends';
import { firstPlace } from '../../src/engine/batches';
import type { Model, RowModel } from '../../src/engine/model';
import { pairs } from '../../src/engine/rows';
import { createTrainer, type TrainerOptions, type TrainerState } from '../../src/engine/trainer';
import { type GenModel, type GenSettings, genModel, genSettings, genTraining } from '../../src/families/gen/model';
import { type NetSettings, netModel, netSettings } from '../../src/families/net/model';
import { type RecModel, type RecSettings, recModel, recSettings } from '../../src/families/rec/model';
import { recRows } from '../../src/families/rec/rows';
import { wasmHeap } from '../../src/kernels/install';
import { type Place, type RunnerId, recordingBackends } from '../protocol';
import type { AdversarialWorkload, NamedWeights, SequenceWorkload, TrainingWorkload, Weights } from '../workload';
import type { Contender, Start } from './contender';
import { bytesInTensors, countSteps } from './counting';
import { multiply } from './product';

/** Tells, once steps are recorded on the wasm backend, of how many calls the list consists. */
function watchRecordings(): () => number | null {
  const heap = wasmHeap();
  let calls: number | null = null;
  if (heap) {
    const record = heap.record;
    heap.record = () => {
      const end = record();
      return () => {
        const list = end();
        calls = list.length;
        return list;
      };
    };
  }
  return () => calls;
}

/** What is trained, from the same start values as everyone. */
type Training<S, M extends Model<S>> = Omit<TrainerOptions<S, M>, 'mode'>;

const startAt = (weights: readonly Weights[], { parts }: Pick<Model, 'parts'>): TrainerState => ({
  ...firstPlace,
  step: 0,
  optimizerSteps: parts.map(() => 0),
  parameters: Float32Array.from(weights.flatMap(({ values }) => [...values])),
  slots: {},
});

/** @throws where start values are of other parameters than the model's */
function checkNames({ parameters }: Pick<Model, 'parameters'>, weights: readonly NamedWeights[]): void {
  const names = (all: readonly { readonly name: string }[]) => all.map(({ name }) => name).join();
  if (names(parameters) !== names(weights)) throw new Error(`start values are of ${names(weights)}`);
}

function network({ config, info, widths, draw }: TrainingWorkload): Training<NetSettings, RowModel<NetSettings>> {
  const { examples, weights } = draw();
  const inputs = widths[0] as number;
  const outputs = widths[widths.length - 1] as number;
  const model = netModel(config, info);
  const none = { count: 0, inputs: new Float32Array(0), targets: new Float32Array(0) };
  return {
    model,
    train: pairs(examples, inputs, outputs),
    test: pairs(none, inputs, outputs),
    seed: config.seed,
    modelSettings: netSettings(config, info),
    settings: config.train,
    from: startAt(weights, model),
  };
}

function recurrentNetwork({ config, info, draw }: SequenceWorkload): Training<RecSettings, RecModel> {
  const { examples, weights } = draw();
  const dataset = { kind: 'examples', info, notes: [], train: examples, test: emptyExamples(info, 0) } as const;
  const { train, test } = recRows(dataset, config.data.epochWindows, config.seed, () => false);
  const model = recModel(config, info);
  checkNames(model, weights);
  return {
    model,
    train,
    test,
    seed: config.seed,
    modelSettings: recSettings(config, info),
    settings: config.train,
    from: startAt(weights, model),
  };
}

function adversaries({ config, draw }: AdversarialWorkload): Training<GenSettings, GenModel> {
  const { info, examples, weights } = draw();
  const model = genModel(config, info);
  checkNames(model, weights);
  const shape = [imitatedWidth(info)];
  return {
    model,
    train: { count: examples.count, columns: { rows: { shape, values: examples.rows } } },
    test: { count: 0, columns: { rows: { shape, values: new Float32Array(0) } } },
    seed: config.seed,
    modelSettings: genSettings(config),
    settings: genTraining(config),
    from: startAt(weights, model),
  };
}

/** Our trainer. */
function train<S, M extends Model<S>>(training: Training<S, M>, runner: RunnerId, place: Place): Contender {
  const recordedCalls = watchRecordings();
  const trainer = createTrainer({ ...training, mode: runner === 'ours' ? 'recorded' : 'eager' });
  return {
    steps: (count) => trainer.run(count),
    losses: () => trainer.takeLosses(),
    async count(steps, work) {
      const counted = await countSteps(steps, work);
      const { mode, refusal, bytes } = trainer.runner;
      const expected = runner === 'ours' && recordingBackends.includes(place);
      return {
        ...counted,
        ...(mode === 'recorded' && place === 'wasm' && { calls: recordedCalls() }),
        bytes: bytesInTensors() + bytes,
        refusal: expected && mode === 'eager' ? (refusal ?? 'there is no recording here') : null,
      };
    },
  };
}

/** Our engine, as the app has it. */
export const startOurs: Start = async (workload, { runner, backend }) => {
  if (backend === 'js') return 'our trainer has no such backend';
  const { available, device = backend, reason = 'failed' } = await startBackend(backend);
  if (!available) return reason;
  switch (workload.kind) {
    case 'product':
      return { device, contender: multiply(workload) };
    case 'training':
      return { device, contender: train(network(workload), runner, backend) };
    case 'sequences':
      return { device, contender: train(recurrentNetwork(workload), runner, backend) };
    case 'adversarial':
      return { device, contender: train(adversaries(workload), runner, backend) };
  }
};
