import './tryRow.css';
import { useEffect, useMemo, useState } from 'react';
import { usePlayground } from '../../../app/context';
import { useThrottled } from '../../../charts/useThrottled';
import type { InputColumn, TargetInfo } from '../../../data/info';
import { useMessages } from '../../../i18n/useMessages';
import { Toggle } from '../../../views/Toggle';
import { ViewCard } from '../../../views/ViewCard';
import { parseCell } from './cells';
import { PredictionShown } from './PredictionShown';
import { TryField } from './TryField';
import { usePrediction } from './usePrediction';

interface Props {
  readonly columns: readonly InputColumn[];
  readonly target: TargetInfo;
  /** Whether the network can change: a question may then be asked again and again. */
  readonly trainable: boolean;
}

/** Milliseconds between two questions while training. */
const askInterval = 250;

/** A row of one's own for the network to answer. */
export function TryRow({ columns, target, trainable }: Props) {
  const { view: words } = useMessages();
  const [texts, setTexts] = useState<readonly string[]>(() => columns.map(() => ''));
  const [keepUp, setKeepUp] = useState(false);
  const { prediction, ask } = usePrediction();
  const row = useMemo(() => columns.map((column, i) => parseCell(column, texts[i] ?? '')), [columns, texts]);
  const step = useThrottled(
    usePlayground((state) => state.step),
    askInterval,
  );
  useEffect(() => {
    // The step is the occasion, not an input.
    if (keepUp && step >= 0) ask(row);
  }, [keepUp, step, row, ask]);
  return (
    <ViewCard
      title={words.tryTitle}
      controls={trainable && <Toggle label={words.keepUp} checked={keepUp} onChange={setKeepUp} />}
    >
      <form
        className="try"
        onSubmit={(event) => {
          event.preventDefault();
          ask(row);
        }}
      >
        <div className="try-fields">
          {columns.map((column, i) => (
            <TryField
              key={column.name}
              column={column}
              text={texts[i] ?? ''}
              onChange={(text) => setTexts((old) => old.map((before, k) => (k === i ? text : before)))}
            />
          ))}
        </div>
        <div className="try-ask">
          <button type="submit" className="quiet primary">
            {words.predict}
          </button>
          <small>{words.tryHint}</small>
        </div>
        <PredictionShown prediction={prediction} target={target} />
      </form>
    </ViewCard>
  );
}
