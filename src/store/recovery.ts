import type { BackendId } from '../training/names';

/** A backend that fails this often is left alone. */
const backendPatience = 2;
/** Recoveries in a row, with no checkpoint in between, after which something is wrong that a restart does not cure. */
const patience = 5;

export interface Recovery {
  /** Backends that failed too often. */
  readonly avoid: readonly BackendId[];
  /** Notes a failure. Returns whether trying again makes sense. */
  failed(backend: BackendId | null, memory: boolean): boolean;
  /** Training is getting ahead again. */
  progressed(): void;
  /** The person starts afresh, so everything is tried again. */
  reset(): void;
  readonly inARow: number;
}

/** What a lost device, a crash or exhausted memory means for the next try. */
export function createRecovery(): Recovery {
  const failures = new Map<BackendId, number>();
  let inARow = 0;
  return {
    get avoid() {
      return [...failures].filter(([, count]) => count >= backendPatience).map(([backend]) => backend);
    },
    get inARow() {
      return inARow;
    },
    failed(backend, memory) {
      inARow += 1;
      if (backend) failures.set(backend, (failures.get(backend) ?? 0) + (memory ? backendPatience : 1));
      return inARow < patience;
    },
    progressed() {
      inARow = 0;
    },
    reset() {
      inARow = 0;
      failures.clear();
    },
  };
}
