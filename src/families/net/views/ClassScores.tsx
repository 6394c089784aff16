import '../../../views/scores.css';
import { formatShare, formatSteps } from '../../../charts/figures';
import { useMessages } from '../../../i18n/useMessages';
import { MarkSample } from '../../../views/MarkSample';
import { classSign } from '../../../views/marks';
import type { ConfusionScores } from './confusion';

interface Props {
  readonly classes: readonly string[];
  readonly scores: ConfusionScores;
  readonly label: string;
}

/** Precision, recall and F1 of each class. */
export function ClassScores({ classes, scores, label }: Props) {
  const { view: words } = useMessages();
  return (
    <div className="confusion-scroll" tabIndex={0} role="region" aria-label={label}>
      <table className="scores">
        <thead>
          <tr>
            <th scope="col">{words.class}</th>
            {(['precision', 'recall', 'f1', 'support'] as const).map((key) => (
              <th key={key} scope="col">
                <abbr title={words[`${key}Help`]}>{words[key]}</abbr>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scores.perClass.map(({ precision, recall, f1, support }, index) => {
            const name = classes[index] ?? '';
            const { css, shape, spot } = classSign(index, classes.length);
            return (
              <tr key={name}>
                <th scope="row">
                  <MarkSample shape={shape} colour={css} spot={spot} />
                  {name}
                </th>
                <td>{formatShare(precision)}</td>
                <td>{formatShare(recall)}</td>
                <td>{formatShare(f1)}</td>
                <td>{formatSteps(support)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.classMean}</th>
            <td>{formatShare(scores.mean.precision)}</td>
            <td>{formatShare(scores.mean.recall)}</td>
            <td>{formatShare(scores.mean.f1)}</td>
            <td>{formatSteps(scores.rows)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
