import './views/gen.css';
import { usePlayground } from '../../app/context';
import { useMessages } from '../../i18n/useMessages';
import { useFrameDrawn } from '../../views/useFrameDrawn';
import { ViewCard } from '../../views/ViewCard';
import { Waiting } from '../../views/Waiting';
import { isImitated } from '../info';
import { PicturesView } from './views/PicturesView';
import { PointsView } from './views/PointsView';
import { TableView } from './views/TableView';

/** What is real, what the generator makes, and what the discriminator says of both. */
export function View() {
  const { genView } = useMessages();
  const run = usePlayground((state) => state.run);
  const frame = usePlayground((state) => state.frame)?.frame ?? null;
  useFrameDrawn(frame);

  const waiting = (
    <ViewCard title={genView.title}>
      <Waiting />
    </ViewCard>
  );
  if (run?.config.family !== 'gen' || !isImitated(run.info)) return waiting;
  const { config, info, points, pictures, table } = run;
  if (info.imitates === 'pictures')
    return (
      <PicturesView config={config} info={info} real={pictures} frame={frame?.kind === 'pictures' ? frame : null} />
    );
  if (info.imitates === 'table')
    return <TableView info={info} real={table} frame={frame?.kind === 'table' ? frame : null} />;
  if (points)
    return <PointsView config={config} info={info} points={points} frame={frame?.kind === 'points' ? frame : null} />;
  return waiting;
}
