import './view.css';
import { useEffect, useState } from 'react';
import { useController, usePlayground } from '../../app/context';
import { describeProblem } from '../../i18n/describeProblem';
import { useMessages } from '../../i18n/useMessages';
import { useFrameDrawn } from '../../views/useFrameDrawn';
import { ViewCard } from '../../views/ViewCard';
import { Waiting } from '../../views/Waiting';
import type { Frame } from '../../worker/protocol';
import { isSequences, sourceMissing } from '../info';
import { defaultLook, type RecFrame } from './view';
import { AnswersView } from './views/AnswersView';
import { BeliefView } from './views/BeliefView';
import { ForecastView } from './views/ForecastView';
import { InsideView } from './views/InsideView';
import type { Looking } from './views/looking';
import { TextView } from './views/TextView';

const isRecFrame = (frame: Frame): frame is RecFrame => 'trace' in frame;

/** What a person looks at, told to the worker; another data set is looked at from its beginning. */
function useLook(name: string, run: unknown): Looking {
  const controller = useController();
  const [state, setState] = useState({ name, look: defaultLook });
  if (state.name !== name) {
    setState(({ look }) => ({ name, look: { ...look, example: 0, layer: 0, series: '' } }));
  }
  const { look } = state;
  useEffect(() => {
    if (run) controller.look(look);
  }, [controller, run, look]);
  return { look, onLook: (patch) => setState((old) => ({ ...old, look: { ...old.look, ...patch } })) };
}

/** What a recurrent network writes, answers, believes or forecasts, and what goes on inside it. */
export function View() {
  const messages = useMessages();
  const run = usePlayground((state) => state.run);
  const frame = usePlayground((state) => state.frame)?.frame ?? null;
  const info = run && isSequences(run.info) ? run.info : null;
  const looking = useLook(info?.name ?? '', info && run);
  useFrameDrawn(frame);

  if (!run || !info || !frame || !isRecFrame(frame)) {
    return (
      <ViewCard title={messages.view.title}>
        <Waiting />
      </ViewCard>
    );
  }
  const tested = run.testCount > 0;
  const sequences = tested ? run.testCount : run.trainCount;
  const { bidirectional } = run.config.model as { readonly bidirectional?: boolean };
  return (
    <div className="view-stack">
      {!run.trainable && (
        <p className="view-note" role="note">
          {describeProblem({ key: sourceMissing(info), values: { name: info.name, rows: info.rows } }, messages)}
        </p>
      )}
      {frame.kind === 'text' && <TextView info={info} frame={frame} {...looking} />}
      {run.trainable && frame.kind === 'answers' && <AnswersView frame={frame} tested={tested} {...looking} />}
      {run.trainable && frame.kind === 'belief' && (
        <BeliefView info={info} frame={frame} tested={tested} {...looking} />
      )}
      {run.trainable && frame.kind === 'forecast' && <ForecastView info={info} frame={frame} {...looking} />}
      {run.trainable && frame.trace.steps > 0 && (
        <InsideView
          info={info}
          trace={frame.trace}
          // Several series have about as many windows each.
          count={frame.kind === 'forecast' ? Math.ceil(sequences / Math.max(1, frame.series.length)) : sequences}
          bidirectional={bidirectional ?? false}
          {...looking}
        />
      )}
    </div>
  );
}
