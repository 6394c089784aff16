import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';

/** The machine, and whether anyone else is at work on it. */
export function describeMachine() {
  const [load = 0] = loadavg();
  return {
    cpu: cpus()[0]?.model ?? 'unknown',
    threads: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load,
    /** Others at work make every figure worse, and not evenly. */
    busy: load > 0.3 * availableParallelism(),
  };
}
