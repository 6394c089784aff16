import { type ReactNode, useId } from 'react';
import { Explain } from '../controls/Explain';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import type { Series } from '../store/series';
import { formatSteps } from './figures';
import { LineSample } from './LineSample';
import { lastFinite } from './lastFinite';
import { MetricChart } from './MetricChart';
import { isSecond, type Metric, seriesOf } from './metrics';
import type { ChartRow } from './rows';

interface Props {
  readonly metric: Metric;
  readonly series: Series;
  readonly rows: readonly ChartRow[];
  readonly log?: boolean;
  readonly raw: boolean;
  readonly height: number;
  /** What stands at the right of the title. */
  readonly control?: ReactNode;
}

/** A chart with its name, its legend and the same in words. */
export function MetricFigure({ metric, series, rows, log = false, raw, height, control }: Props) {
  const { charts: words } = useMessages();
  const titleId = useId();
  const { test, versus, floor } = metric;
  const pair = versus && words.pairs[versus];
  const name = pair ? pair.title : words.metrics[metric.name];
  const shown = seriesOf(metric).filter((key) => key in series.values);
  const split = floor ? [words.measured, words.perfect] : [words.training, words.test];
  const [first, second] = pair ? [pair.first, pair.second] : split;
  const lineName = (key: string) => (isSecond(metric, key) ? second : first);
  const several = (test ?? versus ?? floor) !== undefined;
  const values = shown.map((key) => {
    const value = metric.format(lastFinite(series.values[key]));
    return several ? `${lineName(key)} ${value}` : value;
  });
  const inWords = formatMessage(words.lastValues, {
    chart: name,
    step: formatSteps(series.step.at(-1) ?? 0),
    values: values.join(', '),
  });
  return (
    <figure className="charts-figure" aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{name}</h3>
        <Explain label={name} question={words.explain}>
          <p>{pair ? pair.help : words.help[metric.name]}</p>
        </Explain>
        {several && (
          <span className="charts-legend" aria-hidden="true">
            {shown.map((key) => (
              <span key={key}>
                <LineSample second={isSecond(metric, key)} />
                {lineName(key)}
              </span>
            ))}
          </span>
        )}
        {control}
      </figcaption>
      <MetricChart
        metric={metric}
        rows={rows}
        label={`${inWords} ${words.explore}`}
        height={height}
        log={log}
        raw={raw}
      />
      <p className="visually-hidden">{inWords}</p>
    </figure>
  );
}
