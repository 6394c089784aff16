import { formatFigure } from '../../../charts/figures';
import type { TargetInfo } from '../../../data/info';
import { describeProblem } from '../../../i18n/describeProblem';
import { useMessages } from '../../../i18n/useMessages';
import { ClassShares } from '../../../views/ClassShares';
import { probabilities } from './probabilities';
import type { Prediction } from './usePrediction';

interface Props {
  readonly prediction: Prediction | null;
  readonly target: TargetInfo;
}

const mostClasses = 6;

/** The answer to a row: the classes' probabilities, or the number under its column's name. */
export function PredictionShown({ prediction, target }: Props) {
  const messages = useMessages();
  return (
    <output className="try-answer" aria-label={messages.view.answer}>
      {prediction && 'problem' in prediction && <p>{describeProblem(prediction.problem, messages)}</p>}
      {prediction && 'answer' in prediction && target.kind === 'classes' && (
        <ClassShares
          classes={target.classes}
          shares={probabilities(prediction.answer, target.classes.length)}
          most={mostClasses}
        />
      )}
      {prediction && 'answer' in prediction && target.kind === 'numbers' && (
        <dl className="view-tiles">
          {target.names.map((name, i) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{formatFigure(prediction.answer[i] ?? Number.NaN, 4)}</dd>
            </div>
          ))}
        </dl>
      )}
    </output>
  );
}
