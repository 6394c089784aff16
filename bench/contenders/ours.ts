import { startBackend } from '../../src/engine/backends';
import { firstPlace } from '../../src/engine/batches';
import { pairs } from '../../src/engine/rows';
import { createTrainer } from '../../src/engine/trainer';
import { netModel, netSettings } from '../../src/families/net/model';
import { wasmHeap } from '../../src/kernels/install';
import { type Place, type RunnerId, recordingBackends } from '../protocol';
import type { TrainingWorkload } from '../workload';
import type { Contender, Start } from './contender';
import { bytesInTensors, countSteps } from './counting';
import { trainImages } from './images';
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

/** Our trainer, from the same start values as everyone. */
function train({ config, info, widths, draw }: TrainingWorkload, runner: RunnerId, place: Place): Contender {
  const { examples, weights } = draw();
  const inputs = widths[0] as number;
  const outputs = widths[widths.length - 1] as number;
  const none = { count: 0, inputs: new Float32Array(0), targets: new Float32Array(0) };
  const recordedCalls = watchRecordings();
  const trainer = createTrainer({
    model: netModel(config, info),
    train: pairs(examples, inputs, outputs),
    test: pairs(none, inputs, outputs),
    seed: config.seed,
    modelSettings: netSettings(config, info),
    settings: config.train,
    from: {
      ...firstPlace,
      step: 0,
      optimizerSteps: 0,
      parameters: Float32Array.from(weights.flatMap(({ values }) => [...values])),
      slots: {},
    },
    mode: runner === 'ours' ? 'recorded' : 'eager',
  });
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
    case 'images':
      return { device, contender: trainImages(workload) };
    case 'training':
      return { device, contender: train(workload, runner, backend) };
  }
};
