import { formatSteps } from '../../charts/figures';
import { usePopover } from '../../controls/usePopover';
import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import { usePlayground } from '../context';
import { formatBytes } from '../formatBytes';

/** How large the run is: its weights and the memory it holds. */
export function SizeChip() {
  const { chips } = useMessages();
  const { trigger, panel } = usePopover();
  const run = usePlayground((state) => state.run);
  const memory = usePlayground((state) => formatBytes(state.memoryBytes));
  if (!run) return null;
  const rows = [
    [chips.memoryRows.parameters, formatSteps(run.parameters)],
    [chips.memoryRows.memory, memory],
    [chips.memoryRows.train, formatSteps(run.trainCount)],
    [chips.memoryRows.test, formatSteps(run.testCount)],
    [chips.memoryRows.stepsPerEpoch, formatSteps(run.stepsPerEpoch)],
  ] as const;
  return (
    <>
      <button type="button" className="chip" {...trigger}>
        {formatMessage(chips.parameters, { count: formatSteps(run.parameters) })} · {memory}
      </button>
      <div className="popover" {...panel}>
        <h2>{chips.memoryTitle}</h2>
        <dl className="facts">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
