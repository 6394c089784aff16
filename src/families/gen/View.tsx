import './views/gen.css';
import { usePlayground } from '../../app/context';
import { useMessages } from '../../i18n/useMessages';
import { useFrameDrawn } from '../../views/useFrameDrawn';
import { ViewCard } from '../../views/ViewCard';
import { Waiting } from '../../views/Waiting';
import { isImitated } from '../info';
import { PointsView } from './views/PointsView';

/** What is real, what the generator makes, and what the discriminator says of both. */
export function View() {
  const { genView } = useMessages();
  const run = usePlayground((state) => state.run);
  const frame = usePlayground((state) => state.frame)?.frame ?? null;
  useFrameDrawn(frame);

  if (run?.config.family !== 'gen' || !isImitated(run.info) || !run.points) {
    return (
      <ViewCard title={genView.title}>
        <Waiting />
      </ViewCard>
    );
  }
  const shown = frame?.kind === 'points' ? frame : null;
  return <PointsView config={run.config} info={run.info} points={run.points} frame={shown} />;
}
