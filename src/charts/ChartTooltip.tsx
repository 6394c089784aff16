import type { TooltipContentProps } from 'recharts';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import { formatSteps } from './figures';
import { LineSample } from './LineSample';
import { isSecond, type Metric, seriesOf } from './metrics';
import type { ChartRow } from './rows';

interface Props extends Partial<TooltipContentProps> {
  readonly metric: Metric;
  readonly rows: readonly ChartRow[];
}

/** What the chart shows at the cursor. Recharts fills in where that is. */
export function ChartTooltip({ metric, rows, active, payload }: Props) {
  const { charts: words } = useMessages();
  const row = payload?.[0]?.payload as ChartRow | undefined;
  const step = row?.step;
  if (!active || typeof step !== 'number') return null;
  // Not every row has been tested: the latest test still holds.
  const latest = (key: string) =>
    rows.findLast((earlier) => (earlier.step ?? Infinity) <= step && typeof earlier[key] === 'number')?.[key];
  return (
    <div className="charts-tooltip">
      <small>{formatMessage(words.step, { step: formatSteps(step) })}</small>
      {seriesOf(metric).map((key) => {
        const value = latest(key);
        if (typeof value !== 'number') return null;
        return (
          <span key={key}>
            <LineSample second={isSecond(metric, key)} />
            <b>{metric.format(value)}</b>
          </span>
        );
      })}
    </div>
  );
}
