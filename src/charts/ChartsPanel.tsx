import './charts.css';
import { useMemo, useState } from 'react';
import { usePlayground } from '../app/context';
import { useMessages } from '../i18n/useMessages';
import { ChartsSkeleton } from './ChartsSkeleton';
import { MetricFigure } from './MetricFigure';
import { chartsFor, type Metric, seriesOf } from './metrics';
import { chartRows } from './rows';
import { Segmented } from './Segmented';
import { SmoothingSlider } from './SmoothingSlider';
import { StatTiles } from './StatTiles';
import { useThrottled } from './useThrottled';

const isLoss = ({ name }: Metric) => name === 'loss' || name === 'discriminatorLoss';

/** Recharts keeps up with ten updates a second, eyes hardly with more. */
const updateInterval = 100;

export function ChartsPanel() {
  const { charts: words } = useMessages();
  const series = useThrottled(
    usePlayground((state) => state.series),
    updateInterval,
  );
  const [scale, setScale] = useState<'linear' | 'log'>('linear');
  const [smoothing, setSmoothing] = useState(0);
  const shown = chartsFor(series.values);
  const rows = useMemo(
    () => chartRows(series, chartsFor(series.values).flatMap(seriesOf), smoothing),
    [series, smoothing],
  );
  return (
    <section className="charts-panel" aria-label={words.title}>
      <h2>{words.title}</h2>
      <StatTiles series={series} />
      {rows.length === 0 && <ChartsSkeleton />}
      {rows.length > 0 &&
        shown.map((metric) => (
          <MetricFigure
            key={metric.name}
            metric={metric}
            series={series}
            rows={rows}
            raw={smoothing > 0 && metric.name !== 'learningRate'}
            height={isLoss(metric) ? 190 : metric.name === 'learningRate' ? 92 : 140}
            log={isLoss(metric) && scale === 'log'}
            control={
              isLoss(metric) && (
                <Segmented
                  label={words.lossScale}
                  choices={[
                    { id: 'linear', label: words.linear },
                    { id: 'log', label: words.log },
                  ]}
                  value={scale}
                  onChange={setScale}
                />
              )
            }
          />
        ))}
      {rows.length > 0 && <SmoothingSlider value={smoothing} onChange={setSmoothing} />}
    </section>
  );
}
