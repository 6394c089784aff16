import './forecast.css';
import { useState } from 'react';
import type { SequenceInfo } from '../../../data/sequences/info';
import { useMessages } from '../../../i18n/useMessages';
import { Toggle } from '../../../views/Toggle';
import { ViewCard } from '../../../views/ViewCard';
import type { RecFrame } from '../view';
import { ForecastChart } from './ForecastChart';
import { ForecastScores } from './ForecastScores';
import type { Looking } from './looking';

interface Props extends Looking {
  readonly info: SequenceInfo;
  readonly frame: RecFrame & { readonly kind: 'forecast' };
}

/** Series: what the network forecasts, what came, and whether it did better than guesses that ask no network. */
export function ForecastView({ info, frame: { name, forecast, series, scores, covered }, onLook }: Props) {
  const { recView: words } = useMessages();
  const [whole, setWhole] = useState(false);
  return (
    <>
      <ViewCard
        title={words.titleForecast}
        controls={
          <>
            <Toggle label={words.wholePast} checked={whole} onChange={setWhole} />
            {series.length > 1 && (
              <select
                className="view-select"
                aria-label={words.seriesShown}
                value={forecast.key}
                onChange={(event) => onLook({ series: event.currentTarget.value })}
              >
                {series.map((key) => (
                  <option key={key}>{key}</option>
                ))}
              </select>
            )}
          </>
        }
      >
        <ForecastChart
          forecast={forecast}
          name={info.output.kind === 'numbers' ? info.output.name : name}
          whole={whole}
        />
      </ViewCard>
      <ViewCard title={words.titleScores}>
        <ForecastScores scores={scores} covered={covered} />
      </ViewCard>
    </>
  );
}
