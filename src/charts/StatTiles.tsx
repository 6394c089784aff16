import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';
import type { Series } from '../store/series';
import { lastFinite } from './lastFinite';
import { metrics, tilesFor } from './metrics';

const placeholder = { loss: [], testLoss: [], testAccuracy: [] };

export function StatTiles({ series }: { readonly series: Series }) {
  const { charts: words } = useMessages();
  const measured = series.step.length > 0 ? series.values : placeholder;
  return (
    <dl className="charts-tiles">
      {tilesFor(measured).map(({ metric, split, series: column }) => (
        <div key={column}>
          <dt>
            {formatMessage(split === 'test' ? words.testMetric : words.trainingMetric, {
              metric: words.metrics[metric.name],
            })}
          </dt>
          <dd>{metrics[metric.name].format(lastFinite(series.values[column]))}</dd>
        </div>
      ))}
    </dl>
  );
}
