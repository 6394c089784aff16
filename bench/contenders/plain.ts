import type { TrainingWorkload } from '../workload';
import type { Contender, Start } from './contender';
import { createHandwritten } from './handwritten';

function train({ config, widths, draw }: TrainingWorkload): Contender {
  const { batches, weights } = draw();
  const step = createHandwritten({ widths, weights, ...config.train });
  let losses: number[] = [];
  let next = 0;
  return {
    steps(count) {
      for (let i = 0; i < count; i++) {
        const { inputs, targets } = batches[next++ % batches.length]!;
        losses.push(step(inputs, targets));
      }
    },
    losses() {
      const taken = losses;
      losses = [];
      return taken;
    },
  };
}

export const startPlain: Start = async (workload) =>
  workload.kind === 'training' ? { device: 'JavaScript', contender: train(workload) } : 'there is no plain loop for it';
