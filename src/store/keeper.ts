import type { Checkpoint } from '../worker/protocol';
import { type LastRun, saveLastRun } from './lastRun';

/** Milliseconds between two savings for the case that the tab is closed. */
const saveInterval = 5000;

/** The checkpoints of the current run. */
export interface Keeper {
  readonly latest: Checkpoint | null;
  /** The one before the latest, if there is one: it lies further from whatever went wrong. */
  readonly soundest: Checkpoint | null;
  /** A new run begins, from a checkpoint or from nothing. */
  begin(from: Checkpoint | null): void;
  /** Keeps a checkpoint, and saves the run now and then, or at once when it is at rest. */
  keep(taken: Checkpoint, resting: boolean): void;
}

/** `beside` gives what is saved beside the checkpoint, or null where the run is not worth it. */
export function createKeeper(beside: () => Omit<LastRun, 'checkpoint'> | null): Keeper {
  let latest: Checkpoint | null = null;
  let older: Checkpoint | null = null;
  let savedAt = performance.now();
  return {
    get latest() {
      return latest;
    },
    get soundest() {
      return older ?? latest;
    },
    begin(from) {
      latest = from;
      older = null;
    },
    keep(taken, resting) {
      older = latest;
      latest = taken;
      if (!resting && performance.now() - savedAt < saveInterval) return;
      savedAt = performance.now();
      const rest = beside();
      if (rest) void saveLastRun({ checkpoint: taken, ...rest });
    },
  };
}
