import type { DataInfo, InputColumn } from '../../../data/info';
import { describeProblem } from '../../../i18n/describeProblem';
import { useMessages } from '../../../i18n/useMessages';
import type { RunDescription } from '../../../worker/protocol';
import type { NetFrame } from '../view';
import { ConfusionView } from './ConfusionView';
import { FitView } from './FitView';
import { TryRow } from './TryRow';

interface Props {
  readonly run: RunDescription;
  readonly info: DataInfo;
  readonly columns: readonly InputColumn[];
  readonly frame: NetFrame | null;
}

/** A table: how right the network is on its rows, and a row of one's own. */
export function TableView({ run: { trainable, trainCount, testCount }, info, columns, frame }: Props) {
  const messages = useMessages();
  const { target } = info;
  return (
    <div className="view-stack">
      {!trainable && (
        <p className="view-note" role="note">
          {describeProblem({ key: 'tableMissing', values: { name: info.name, rows: info.rows } }, messages)}
        </p>
      )}
      {trainable && target.kind === 'classes' && (
        <ConfusionView
          classes={target.classes}
          rows={{ train: trainCount, test: testCount }}
          frame={frame?.kind === 'confusion' ? frame : null}
        />
      )}
      {trainable && target.kind === 'numbers' && (
        <FitView names={target.names} tested={testCount > 0} frame={frame?.kind === 'fit' ? frame : null} />
      )}
      <TryRow
        key={columns.map(({ name }) => name).join('\n')}
        columns={columns}
        target={target}
        trainable={trainable}
      />
    </div>
  );
}
