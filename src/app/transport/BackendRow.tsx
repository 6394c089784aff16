import { formatFigure } from '../../charts/figures';
import type { BackendChoice } from '../../families';
import type { Messages } from '../../i18n/en';
import { formatMessage } from '../../i18n/format';
import { useMessages } from '../../i18n/useMessages';
import type { BackendReport, Timing } from '../../training/progress';
import { usePlayground } from '../context';

/** “recorded · 0.008 ms a step”. Where there is but one way to do a step, it is not named. */
function describeTiming({ mode, msPerStep }: Timing, named: boolean, { chips }: Messages): string {
  const time = formatMessage(chips.msPerStep, { ms: formatFigure(msPerStep as number) });
  return named ? `${chips.modes[mode]} · ${time}` : time;
}

function speed(report: BackendReport | undefined, timings: readonly Timing[], words: Messages): string {
  const { chips, backends } = words;
  if (report && !report.available)
    return report.reason
      ? formatMessage(chips.unavailable, { reason: backends.reasons[report.reason] })
      : chips.unavailablePlain;
  const measured = timings.filter(({ msPerStep }) => msPerStep !== null);
  if (measured.length === 0) return chips.unmeasured;
  const named = measured.some(({ mode }) => mode === 'recorded');
  return measured.map((timing) => describeTiming(timing, named, words)).join(', ');
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
  const timings = usePlayground((state) => state.run?.timings)?.filter(({ backend }) => backend === choice) ?? [];
  const inUse = usePlayground((state) => state.backend === choice);
  const refusal = usePlayground((state) => state.runner?.refusal);
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
        <small>{choice === 'auto' ? chips.autoAbout : speed(report, timings, messages)}</small>
        {inUse && refusal && <small>{formatMessage(chips.notRecorded, { reason: refusal })}</small>}
        {device && <small>{device}</small>}
      </span>
    </label>
  );
}
