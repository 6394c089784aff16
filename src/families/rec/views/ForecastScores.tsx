import '../../../views/scores.css';
import { formatFigure, formatShare } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import type { ForecastScore } from '../view';
import { nameOfForecast } from './forecastNames';
import { LineKey } from './LineKey';
import { lineSign } from './lines';
import { type ErrorMeasure, verdict, winners } from './verdict';

const measures: readonly ErrorMeasure[] = ['mae', 'rmse', 'mase'];

interface Props {
  readonly scores: readonly ForecastScore[];
  readonly covered: number;
}

/** A range that holds less than this, where it is to hold 0.8, says that the past was learned by heart. */
const narrow = 0.6;

/** How far the forecasts of the network and of the baselines are off, and an honest word about it. */
export function ForecastScores({ scores, covered }: Props) {
  const { recView: words } = useMessages();
  const judged = verdict(scores);
  const best = measures.map((measure) => winners(scores, measure));
  const baselines = scores.filter(({ name }) => name !== 'network').map(({ name }) => name);
  return (
    <>
      {judged && (
        <p className="forecast-verdict" data-kind={judged.kind}>
          {formatMessage(words.verdicts[judged.kind], {
            baseline: nameOfForecast(judged.baseline, words),
            share: formatShare(judged.share),
          })}
        </p>
      )}
      <table className="scores forecast-scores" aria-label={words.scoresLabel}>
        <thead>
          <tr>
            <th scope="col">{words.forecastBy}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                <abbr title={words.errorHelp[measure]}>{words.errors[measure]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.map((score) => (
            <tr key={score.name}>
              <th scope="row">
                <LineKey sign={lineSign(score.name, baselines.indexOf(score.name))} />
                {nameOfForecast(score.name, words)}
              </th>
              {measures.map((measure, i) => {
                const wins = best[i]?.has(score.name);
                return (
                  <td key={measure} data-best={wins || undefined}>
                    {wins && (
                      <span role="img" aria-label={words.smallest}>
                        ★
                      </span>
                    )}
                    {formatFigure(score[measure])}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {Number.isFinite(covered) && (
        <p className="forecast-covered">
          {formatMessage(covered < narrow ? words.bandNarrow : words.bandHolds, { share: formatShare(covered) })}
        </p>
      )}
    </>
  );
}
