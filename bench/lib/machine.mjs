import { rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/lib/project.mjs';

/** A folder of this run's own, which goes when the run ends: another bench may be under way. */
export function ownFolder(name) {
  const folder = join(root, `.cache/bench/${name}-${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

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
