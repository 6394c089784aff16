import { usePlayground } from '../../app/context';
import { useMessages } from '../../i18n/useMessages';
import { useFrameDrawn } from '../../views/useFrameDrawn';
import { ViewCard } from '../../views/ViewCard';
import { Waiting } from '../../views/Waiting';
import { isRows } from '../info';
import type { NetFrame } from './view';
import { CurveView } from './views/CurveView';
import { MapView } from './views/MapView';
import { TableView } from './views/TableView';

/** What the network of the run answers, as a picture. */
export function View() {
  const { view: words } = useMessages();
  const run = usePlayground((state) => state.run);
  const frame = usePlayground((state) => state.frame)?.frame as NetFrame | undefined | null;
  useFrameDrawn(frame ?? null);

  if (!run || !isRows(run.info)) {
    return (
      <ViewCard title={words.title}>
        <Waiting />
      </ViewCard>
    );
  }
  const { inputs, target } = run.info;
  if (inputs.kind === 'columns')
    return <TableView run={run} info={run.info} columns={inputs.columns} frame={frame ?? null} />;
  const { points } = run;
  if (!points) return null;
  const { coordinates, extent } = inputs;
  if (coordinates.length === 1) {
    const curve = frame?.kind === 'curve' ? frame : null;
    const [coordinate = 'x'] = coordinates;
    return <CurveView target={target} coordinate={coordinate} extent={extent} points={points} curve={curve} />;
  }
  const grid = frame?.kind === 'map' ? frame : null;
  return <MapView target={target} coordinates={coordinates} extent={extent} points={points} grid={grid} />;
}
