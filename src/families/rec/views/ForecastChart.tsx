import { useCallback, useMemo, useState } from 'react';
import { linearTicks } from '../../../canvas/ticks';
import { formatFigure, formatTick } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useLanguage } from '../../../i18n/language';
import { useMessages } from '../../../i18n/useMessages';
import { Crosshair } from '../../../views/Crosshair';
import { LegendSwitch } from '../../../views/LegendSwitch';
import { PlotFrame } from '../../../views/PlotFrame';
import { unitOf } from '../../../views/range';
import type { Forecast } from '../view';
import { ForecastLayer } from './ForecastLayer';
import { nameOfForecast } from './forecastNames';
import { momentAt, nearPast, timeScale, timeStep, valueScale } from './forecastPlot';
import { LineKey } from './LineKey';
import { lineSign } from './lines';
import { formatMoment, formatTime, timeTicks } from './timeTicks';

interface Props {
  readonly forecast: Forecast;
  /** Name of the column that is forecast. */
  readonly name: string;
  /** Whether all of the past that is known here is shown. */
  readonly whole: boolean;
}

/** The past, what the network and the baselines forecast from it, and what came. */
export function ForecastChart({ forecast: full, name, whole }: Props) {
  const { recView: words } = useMessages();
  const language = useLanguage((state) => state.language);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set());
  const forecast = useMemo(() => (whole ? full : nearPast(full)), [full, whole]);
  const { dated, baselines } = forecast;
  const across = useMemo(() => timeScale(forecast), [forecast]);
  const up = useMemo(() => {
    const { past, actual, predicted, low, high } = forecast;
    const others = Object.entries(forecast.baselines).filter(([line]) => !hidden.has(line));
    return valueScale([past, actual, ...others.map(([, values]) => values)], [predicted, low, high]);
  }, [forecast, hidden]);
  const flip = (line: string) =>
    setHidden((old) => {
      const next = new Set(old);
      if (!next.delete(line)) next.add(line);
      return next;
    });

  const read = useCallback(
    (place: number) => {
      const moment = momentAt(forecast, across.low + place * (across.high - across.low));
      if (!moment) return null;
      const { time, actual, ahead } = moment;
      const rows: [string, number][] = [[ahead < 0 ? 'past' : 'actual', actual]];
      if (ahead >= 0) {
        rows.push(['network', forecast.predicted[ahead] ?? Number.NaN]);
        for (const [line, values] of Object.entries(forecast.baselines)) rows.push([line, values[ahead] ?? Number.NaN]);
      }
      return (
        <div className="forecast-read">
          <small>{dated ? formatMoment(time, timeStep(forecast), language) : formatTick(time)}</small>
          {rows
            .filter(([line, value]) => !hidden.has(line) && Number.isFinite(value))
            .map(([line, value]) => (
              <span key={line}>
                <LineKey sign={lineSign(line, Object.keys(forecast.baselines).indexOf(line))} />
                {nameOfForecast(line, words)}
                <b>{formatFigure(value, 4)}</b>
              </span>
            ))}
        </div>
      );
    },
    [forecast, across, dated, hidden, language, words],
  );

  const now = forecast.pastTimes.at(-1);
  const ticks = (count: number) =>
    dated
      ? timeTicks(across.low, across.high, Math.min(count, 6)).at
      : linearTicks(across.low, across.high, count).filter(Number.isInteger);
  const { unit } = timeTicks(across.low, across.high, 5);
  const lines = ['past', 'actual', 'network', 'band', ...Object.keys(baselines)];
  return (
    <div className="forecast-plot">
      <PlotFrame
        across={{
          name: '',
          scale: across,
          ticks,
          ...(dated && { format: (time: number) => formatTime(time, unit, language) }),
        }}
        up={{ name, scale: up }}
        aspect={2.1}
        legend={
          <div className="view-legend" role="group" aria-label={words.lines}>
            {lines.map((line) => (
              <LegendSwitch
                key={line}
                shown={!hidden.has(line)}
                help={line === 'band' ? words.bandHelp : undefined}
                onFlip={() => flip(line)}
              >
                {line === 'band' ? (
                  <i className="forecast-band-key" />
                ) : (
                  <LineKey sign={lineSign(line, lines.indexOf(line) - 4)} />
                )}
                {nameOfForecast(line, words)}
              </LegendSwitch>
            ))}
          </div>
        }
      >
        {(box) => (
          <>
            <div
              role="img"
              aria-label={formatMessage(words.forecastLabel, { name, steps: forecast.times.length })}
              className="plot-layers plot-layers-ruled"
            >
              {now !== undefined && (
                <i className="forecast-now" style={{ left: `${100 * unitOf(now, across)}%` }}>
                  <span>{words.now}</span>
                </i>
              )}
              <ForecastLayer box={box} forecast={forecast} across={across} up={up} hidden={hidden} />
            </div>
            <Crosshair label={words.exploreTimes} read={read} upright />
          </>
        )}
      </PlotFrame>
    </div>
  );
}
