import { usePlayground } from '../app/context';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import type { Series } from '../store/series';
import { expectedMeasures } from './expected';
import { lastFinite } from './lastFinite';
import { metrics, tilesFor } from './metrics';

export function StatTiles({ series }: { readonly series: Series }) {
  const { charts: words } = useMessages();
  const info = usePlayground((state) => state.run?.info);
  const measured = series.step.length > 0 ? series.values : expectedMeasures(info);
  return (
    <dl className="charts-tiles">
      {tilesFor(measured).map(({ metric, split, series: column }) => (
        <div key={column}>
          <dt>
            {split
              ? formatMessage(split === 'test' ? words.testMetric : words.trainingMetric, {
                  metric: words.metrics[metric.name],
                })
              : words.metrics[metric.name]}
          </dt>
          <dd>{metrics[metric.name].format(lastFinite(series.values[column]))}</dd>
        </div>
      ))}
    </dl>
  );
}
