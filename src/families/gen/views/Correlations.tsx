import { formatFigure } from '../../../charts/figures';
import type { ColumnValues } from '../../../data/imitated/rows';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { correlationsOf } from '../quality/columns';

interface Props {
  readonly names: readonly string[];
  readonly real: readonly ColumnValues[];
  readonly made: readonly ColumnValues[];
}

/** Warm below 0, cool above, the deeper the farther from it. */
const colourOf = (value: number) =>
  `color-mix(in srgb, var(--${value < 0 ? 'warm' : 'cool'}) ${Math.round(80 * Math.min(1, Math.abs(value)))}%, var(--card))`;

function Matrix({ title, names, values }: { title: string; names: readonly string[]; values: readonly number[][] }) {
  const { table: words } = useMessages().genView;
  return (
    <figure>
      <figcaption>{title}</figcaption>
      <table className="correlations">
        <tbody>
          {names.map((name, i) => (
            <tr key={name}>
              <th scope="row" title={name}>
                {name}
              </th>
              {names.map((other, j) => {
                const value = values[i]?.[j] ?? 0;
                const said = formatMessage(words.correlationOf, { a: name, b: other, value: formatFigure(value) });
                return (
                  <td key={other} style={{ background: colourOf(value) }} title={said}>
                    <span className="visually-hidden">{formatFigure(value)}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

/** How the number columns go together, in real rows and in made ones; nothing where there are not two. */
export function Correlations({ names, real, made }: Props) {
  const { table: words } = useMessages().genView;
  const numbers = names.filter((_, j) => real[j]?.kind === 'number');
  if (numbers.length < 2) return null;
  return (
    <div className="correlation-pair">
      <h3>{words.correlations}</h3>
      <p className="view-quiet">{words.correlationsHelp}</p>
      <div>
        <Matrix title={words.real} names={numbers} values={correlationsOf(real)} />
        <Matrix title={words.made} names={numbers} values={correlationsOf(made)} />
      </div>
    </div>
  );
}
