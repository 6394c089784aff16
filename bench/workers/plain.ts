import { createHandwritten } from '../handwritten';
import type { TrainingWorkload } from '../workload';
import { type Contender, host } from './host';

function train({ config, widths, draw }: TrainingWorkload): Contender {
  const { batches, weights } = draw();
  const step = createHandwritten({ widths, weights, ...config.train });
  let losses: number[] = [];
  let next = 0;
  return {
    step() {
      const { inputs, targets } = batches[next++ % batches.length]!;
      losses.push(step(inputs, targets));
    },
    losses() {
      const taken = losses;
      losses = [];
      return taken;
    },
  };
}

host(async (workload) =>
  workload.kind === 'training' ? { device: 'JavaScript', contender: train(workload) } : 'there is no plain loop for it',
);
