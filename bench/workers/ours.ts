import { startBackend } from '../../src/engine/backends';
import { firstPlace } from '../../src/engine/batches';
import { createTrainer } from '../../src/engine/trainer';
import { familyModels } from '../../src/families/models';
import type { TrainingWorkload } from '../workload';
import { type Contender, host } from './host';
import { multiply } from './product';

/** Our trainer, from the same start values as everyone. */
function train({ family, config, info, widths, draw }: TrainingWorkload): Contender {
  const { examples, weights } = draw();
  const inputs = widths[0] as number;
  const outputs = widths[widths.length - 1] as number;
  const { model, settings } = familyModels[family];
  const trainer = createTrainer({
    model: model(config, info),
    train: examples,
    test: { count: 0, inputs: new Float32Array(0), targets: new Float32Array(0) },
    inputs,
    outputs,
    seed: config.seed,
    modelSettings: settings(config, info),
    settings: config.train,
    from: {
      ...firstPlace,
      step: 0,
      optimizerSteps: 0,
      parameters: Float32Array.from(weights.flatMap(({ values }) => [...values])),
      slots: {},
    },
  });
  return { step: () => trainer.runStep(), losses: () => trainer.takeLosses() };
}

host(async (workload, { backend }) => {
  if (backend === 'js') return 'our trainer has no such backend';
  const { available, device = backend, reason = 'failed' } = await startBackend(backend);
  if (!available) return reason;
  return { device, contender: workload.kind === 'product' ? multiply(workload) : train(workload) };
});
