import { useCallback, useEffect, useState } from 'react';
import { useController, usePlayground } from '../../../app/context';
import { attempt } from '../../../app/refusal';
import { type StageName, stageAfter, stageNames, stages } from './stages';

/** Milliseconds that a stage is looked at. */
const stageTime = 5200;

/** A step of training, stage by stage: in two of them a network learns. It ends where training goes on by itself. */
export function useStages() {
  const controller = useController();
  const training = usePlayground((state) => state.phase === 'training');
  const run = usePlayground((state) => state.run);
  const [walk, setWalk] = useState<{ readonly stage: StageName; readonly of: typeof run } | null>(null);
  const [byItself, setByItself] = useState(true);
  const stage = !training && walk?.of === run ? walk.stage : null;

  const next = useCallback(() => {
    if (!stage) return;
    const coming = stageAfter(stage);
    setWalk({ stage: coming, of: run });
    const { learns } = stages[coming];
    if (learns) attempt(controller.step(1, learns));
  }, [controller, stage, run]);
  const start = () => attempt(controller.pause().then(() => setWalk({ stage: stageNames[0], of: run })));
  const stop = useCallback(() => setWalk(null), []);

  useEffect(() => {
    if (!stage || !byItself) return;
    const timer = setTimeout(next, stageTime);
    return () => clearTimeout(timer);
  }, [stage, byItself, next]);
  useEffect(() => {
    if (training) setWalk(null);
  }, [training]);

  return { stage, byItself, onByItself: setByItself, start, stop, next };
}
