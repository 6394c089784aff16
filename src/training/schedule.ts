export const scheduleNames = ['constant', 'step', 'cosine', 'exponential', 'linear'] as const;
export type ScheduleName = (typeof scheduleNames)[number];

export interface Schedule {
  readonly schedule: ScheduleName;
  /** Steps over which the rate climbs in a straight line from 0 to its full value. */
  readonly warmupSteps: number;
  /** Steps from the end of warm-up to `finalShare`; for `step` and `exponential` the length of one decay. */
  readonly scheduleSteps: number;
  /** Share of the full rate that is reached (linear, cosine) or kept by each decay (step, exponential). */
  readonly finalShare: number;
}

/**
 * The learning rate's share of its full value at a step (0-based), in [0, 1].
 * Cosine as in Loshchilov and Hutter, "SGDR: Stochastic Gradient Descent with Warm Restarts", 2017, without restarts.
 */
export function scheduleShare(schedule: Schedule, step: number): number {
  const { warmupSteps, scheduleSteps, finalShare } = schedule;
  if (step < warmupSteps) return (step + 1) / warmupSteps;
  const decays = (step - warmupSteps) / scheduleSteps;
  const progress = Math.min(decays, 1);
  switch (schedule.schedule) {
    case 'constant':
      return 1;
    case 'step':
      return finalShare ** Math.floor(decays);
    case 'exponential':
      return finalShare ** decays;
    case 'linear':
      return 1 + (finalShare - 1) * progress;
    case 'cosine':
      return finalShare + ((1 - finalShare) * (1 + Math.cos(Math.PI * progress))) / 2;
  }
}
