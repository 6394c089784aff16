import { formatFigure } from '../../charts/figures';
import type { BackendChoice } from '../../families';
import type { Messages } from '../../i18n/en';
import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import type { BackendReport, Timing } from '../../training/progress';
import { usePlayground } from '../context';

function speed(report: BackendReport | undefined, timing: Timing | undefined, words: Messages): string {
  const { chips, backends } = words;
  if (report && !report.available)
    return report.reason
      ? formatMessage(chips.unavailable, { reason: backends.reasons[report.reason] })
      : chips.unavailablePlain;
  if (timing?.msPerStep == null) return chips.unmeasured;
  return formatMessage(chips.msPerStep, { ms: formatFigure(timing.msPerStep) });
}

interface BackendRowProps {
  readonly choice: BackendChoice;
  readonly groupName: string;
  readonly checked: boolean;
  onChoose(choice: BackendChoice): void;
}

/** One backend: what it is, how fast it was here or why it is missing. */
export function BackendRow({ choice, groupName, checked, onChoose }: BackendRowProps) {
  const messages = useMessages();
  const { chips } = messages;
  const report = usePlayground((state) => state.backends.find(({ id }) => id === choice));
  const timing = usePlayground((state) => state.run?.timings.find(({ backend }) => backend === choice));
  const inUse = usePlayground((state) => state.backend === choice);
  // Plain JavaScript names no other device than itself.
  const device = report?.device !== chips.backends[choice] && report?.device;
  return (
    <label className="backend-row" data-unavailable={report?.available === false || undefined}>
      <input
        type="radio"
        name={groupName}
        checked={checked}
        disabled={report?.available === false}
        onChange={() => onChoose(choice)}
      />
      <span>
        <b>{chips.backends[choice]}</b>
        {inUse && <em>{chips.inUse}</em>}
        <small>{choice === 'auto' ? chips.autoAbout : speed(report, timing, messages)}</small>
        {device && <small>{device}</small>}
      </span>
    </label>
  );
}
