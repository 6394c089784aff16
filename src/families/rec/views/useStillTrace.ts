import { useState } from 'react';
import type { Trace } from '../view';
import { sameSequence } from './traceReading';

/**
 * The trace to show. While it is walked through, each step is shown as it was when it was reached, however fast
 * the network goes on learning.
 */
export function useStillTrace(latest: Trace, step: number, walking: boolean): Trace {
  const [still, setStill] = useState<{ readonly trace: Trace; readonly step: number } | null>(null);
  if (!walking) {
    if (still) setStill(null);
    return latest;
  }
  if (still?.step === step && sameSequence(still.trace, latest)) return still.trace;
  setStill({ trace: latest, step });
  return latest;
}
