import { useMemo } from 'react';
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts';
import { stepAxis, valueAxis } from './axis';
import { ChartTooltip } from './ChartTooltip';
import { formatCompact } from './figures';
import { isSecond, type Metric, seriesOf } from './metrics';
import { type ChartRow, positiveRows, rawKey } from './rows';

// Hoisted: Recharts takes a new object for a new setting and lays the chart out again.
const margin = { top: 6, right: 14, bottom: 0, left: 0 };
const tick = { fontSize: 11, fill: 'var(--soft)' };
const axisLine = { stroke: 'var(--line)' };
const cursor = { stroke: 'var(--soft)', strokeWidth: 1, strokeDasharray: '2 3' };
const activeDot = { r: 3.5, stroke: 'var(--card)', strokeWidth: 1.5 };
const tooltipStyle = { outline: 'none', zIndex: 3 };

interface Props {
  readonly metric: Metric;
  readonly rows: readonly ChartRow[];
  readonly label: string;
  readonly height: number;
  readonly log: boolean;
  /** Whether what was measured shows palely behind what was averaged. */
  readonly raw: boolean;
}

/** One metric over the steps: training as a solid line, test, or what stands against it, as a dashed one. */
export function MetricChart({ metric, rows, label, height, log, raw }: Props) {
  const keys = seriesOf(metric).filter((key) => rows.some((row) => typeof row[key] === 'number'));
  const data = useMemo(() => (log ? positiveRows(rows) : rows), [rows, log]);
  const across = stepAxis(data);
  const up = valueAxis(data, raw ? keys.flatMap((key) => [key, rawKey(key)]) : keys, {
    log,
    limits: metric.limits,
    height,
  });
  const style = useMemo(() => ({ width: '100%', height }), [height]);
  return (
    <LineChart
      responsive
      style={style}
      data={data}
      margin={margin}
      syncId="run"
      syncMethod="value"
      aria-label={label}
      className="charts-plot"
    >
      <CartesianGrid vertical={false} horizontalValues={up.ticks} stroke="var(--line)" strokeOpacity={0.7} />
      <XAxis
        dataKey="step"
        type="number"
        domain={across.domain}
        ticks={across.ticks}
        tickFormatter={formatCompact}
        tick={tick}
        tickLine={false}
        interval={0}
        axisLine={axisLine}
        height={22}
      />
      <YAxis
        type="number"
        scale={log ? 'log' : 'linear'}
        domain={up.domain}
        ticks={up.ticks}
        tickFormatter={metric.tick}
        tick={tick}
        tickLine={false}
        interval={0}
        axisLine={false}
        width={52}
        allowDataOverflow
      />
      <Tooltip
        content={<ChartTooltip metric={metric} rows={data} />}
        cursor={cursor}
        isAnimationActive={false}
        wrapperStyle={tooltipStyle}
        offset={14}
      />
      {raw &&
        keys.map((key) => (
          <Line
            key={`${key} raw`}
            dataKey={rawKey(key)}
            stroke={isSecond(metric, key) ? 'var(--test)' : 'var(--accent)'}
            strokeOpacity={0.28}
            strokeWidth={1}
            dot={false}
            activeDot={false}
            connectNulls
            isAnimationActive={false}
          />
        ))}
      {keys.map((key) => (
        <Line
          key={key}
          dataKey={key}
          stroke={isSecond(metric, key) ? 'var(--test)' : 'var(--accent)'}
          strokeWidth={1.75}
          strokeDasharray={isSecond(metric, key) ? '5 3' : undefined}
          strokeLinejoin="round"
          dot={false}
          activeDot={activeDot}
          connectNulls
          isAnimationActive={false}
        />
      ))}
    </LineChart>
  );
}
