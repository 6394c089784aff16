import { useEffect, useState } from 'react';
import type { ProblemData } from '../problem';
import { playgroundStore } from '../store/playground';

/** Why something was refused, until the config changes: then it is about the past. */
export function useProblem() {
  const [problem, setProblem] = useState<ProblemData | null>(null);
  useEffect(() => {
    if (!problem) return;
    return playgroundStore.subscribe(({ config }, before) => {
      if (config !== before.config) setProblem(null);
    });
  }, [problem]);
  return [problem, setProblem] as const;
}
