import './confusion.css';
import type { CSSProperties } from 'react';
import { formatShare, formatSteps } from '../charts/figures';
import { formatMessage } from '../i18n/format';
import { useMessages } from '../i18n/useMessages';

/** From this many classes on a cell shows its count alone. */
const crowded = 9;

interface Props {
  readonly classes: readonly string[];
  /** counts[true × classes + predicted]. */
  readonly counts: ArrayLike<number>;
  readonly label: string;
}

/** Rows are true classes, columns predicted ones: right answers lie on the diagonal, cool; wrong ones beside it, warm. */
export function ConfusionMatrix({ classes, counts, label }: Props) {
  const { view: words } = useMessages();
  const at = (actual: number, predicted: number) => counts[actual * classes.length + predicted] ?? 0;
  return (
    <div className="confusion-scroll" tabIndex={0} role="region" aria-label={label}>
      <table
        className="confusion"
        data-crowded={classes.length >= crowded || undefined}
        data-short={classes.every((name) => name.length <= 2) || undefined}
        style={{ '--classes': classes.length } as CSSProperties}
      >
        <caption>
          <span>{words.trueClass} ↓</span>
          <span>{words.predictedClass} →</span>
        </caption>
        <thead>
          <tr>
            <td />
            {classes.map((name) => (
              <th key={name} scope="col" title={name}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {classes.map((actual, i) => {
            const support = classes.reduce((sum, _, j) => sum + at(i, j), 0);
            return (
              <tr key={actual}>
                <th scope="row" title={actual}>
                  {actual}
                </th>
                {classes.map((predicted, j) => {
                  const count = at(i, j);
                  const share = support > 0 ? count / support : 0;
                  return (
                    <td
                      key={predicted}
                      data-right={i === j || undefined}
                      data-none={count === 0 || undefined}
                      style={{ '--share': share } as CSSProperties}
                      title={formatMessage(words.shareOfClass, { share: formatShare(share), actual, predicted })}
                    >
                      <b>{formatSteps(count)}</b>
                      {classes.length < crowded && count > 0 && <small>{formatShare(share)}</small>}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
