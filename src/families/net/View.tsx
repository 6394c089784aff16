import './view.css';
import { useEffect } from 'react';
import { useController, usePlayground } from '../../app/context';
import { afterPaint } from '../../canvas/afterPaint';
import { useMessages } from '../../i18n/useMessages';
import type { Frame } from '../../worker/protocol';
import { CurveView } from './views/CurveView';
import { MapView } from './views/MapView';
import { TableView } from './views/TableView';
import { ViewCard } from './views/ViewCard';
import { Waiting } from './views/Waiting';

/** Frames that were drawn: the worker waits for one answer to each, however often React renders. */
const answered = new WeakSet<Frame>();

/** What the network of the run answers, as a picture. */
export function View() {
  const { view: words } = useMessages();
  const controller = useController();
  const run = usePlayground((state) => state.run);
  const frame = usePlayground((state) => state.frame)?.frame ?? null;
  useEffect(() => {
    // The layers have drawn by now: they do so in layout effects.
    if (!frame || answered.has(frame)) return;
    answered.add(frame);
    afterPaint(() => controller.frameDrawn());
  }, [frame, controller]);

  if (!run) {
    return (
      <ViewCard title={words.title}>
        <Waiting />
      </ViewCard>
    );
  }
  const { inputs, target } = run.info;
  if (inputs.kind === 'columns') return <TableView run={run} columns={inputs.columns} frame={frame} />;
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
