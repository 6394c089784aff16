import './drawing.css';
import { type Ref, useId, useState } from 'react';
import { useController } from '../../app/context';
import { Icon } from '../../app/Icon';
import { formatSteps } from '../../charts/figures';
import { Segmented } from '../../charts/Segmented';
import { useProblem } from '../../controls/useProblem';
import { drawingName, encodeDrawing } from '../../data/imitated/drawing';
import { describeProblem } from '../../i18n/describeProblem';
import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import { Problem, toProblem } from '../../problem';
import { Board } from './Board';
import { type ToolName, toolNames } from './tools';
import { useDrawing } from './useDrawing';

/** As many as a table has rows. */
const leastPoints = 2;

/** A board to draw on; what is drawn is imitated. */
export function DrawDialog({ ref }: { readonly ref: Ref<HTMLDialogElement> }) {
  const messages = useMessages();
  const { app, panels } = messages;
  const words = panels.drawing;
  const controller = useController();
  const [titleId, aboutId] = [useId(), useId()];
  const [tool, setTool] = useState<ToolName>('brush');
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useProblem();
  const { points, canUndo, begin, move, undo, clear } = useDrawing();
  const count = points.length / 2;

  const learn = async (dialog: HTMLDialogElement | null) => {
    setReading(true);
    setProblem(null);
    try {
      if (count < leastPoints) throw new Problem('noDrawnPoints');
      await controller.loadDrawing(new File([encodeDrawing(points)], drawingName, { type: 'text/csv' }));
      dialog?.close();
    } catch (error) {
      setProblem(toProblem(error).toData());
    } finally {
      setReading(false);
    }
  };

  return (
    <dialog
      ref={ref}
      className="dialog drawing"
      aria-labelledby={titleId}
      aria-describedby={aboutId}
      onClose={() => setProblem(null)}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void learn(event.currentTarget.closest('dialog'));
        }}
      >
        <header>
          <h2 id={titleId}>{words.title}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={app.close}
            onClick={(event) => event.currentTarget.closest('dialog')?.close()}
          >
            <Icon name="close" />
          </button>
        </header>
        <p id={aboutId}>{words.about}</p>
        <Board
          label={words.board}
          points={points}
          tool={tool}
          onBegin={() => {
            setProblem(null);
            begin();
          }}
          onMove={move}
        />
        <div className="drawing-tools">
          <Segmented
            label={words.tool}
            choices={toolNames.map((id) => ({ id, label: words.tools[id] }))}
            value={tool}
            onChange={setTool}
          />
          <button type="button" className="quiet" disabled={!canUndo} onClick={undo}>
            {words.undo}
          </button>
          <button type="button" className="quiet" disabled={count === 0} onClick={clear}>
            {words.clear}
          </button>
        </div>
        <div className="actions">
          {/* In one place, since the board must not move under a stroke. */}
          {problem ? (
            <p className="field-problem" role="alert">
              {describeProblem(problem, messages)}
            </p>
          ) : (
            <span role="status">{formatMessage(words.count, { count: formatSteps(count) })}</span>
          )}
          <button type="submit" className="quiet primary" disabled={reading}>
            {reading ? panels.reading : words.learn}
          </button>
        </div>
      </form>
    </dialog>
  );
}
