import { formatFigure, formatTick } from '../../../charts/figures';
import type { ImitatedColumn } from '../../../data/imitated/info';
import type { ColumnValues } from '../../../data/imitated/rows';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { type Bar, type Marginal, marginalOf } from './marginals';

interface Props {
  readonly columns: readonly ImitatedColumn[];
  readonly real: readonly ColumnValues[];
  readonly made: readonly ColumnValues[];
  /** How far each column is from the real one, and test rows are from the training rows. */
  readonly distances: readonly number[];
  readonly floors: readonly number[] | null;
}

const height = 64;
const width = 200;

/** Real bars filled, made ones drawn as steps over them. */
function NumberPlot({ bars, range }: Marginal) {
  const highest = Math.max(...bars.map(({ real, made }) => Math.max(real, made))) || 1;
  const step = width / Math.max(1, bars.length);
  const top = (share: number) => height - (height - 2) * (share / highest);
  const line = bars.map(({ made }, i) => `${i === 0 ? 'M' : 'L'}${i * step} ${top(made)}H${(i + 1) * step}`).join('');
  return (
    <>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {bars.map(({ real }, i) => (
          <rect
            key={i}
            className="marginal-real"
            x={i * step}
            width={step - 0.6}
            y={top(real)}
            height={height - top(real)}
          />
        ))}
        <path className="marginal-made" d={line} />
      </svg>
      {range && (
        <p className="marginal-ends">
          <span>{formatTick(range[0])}</span>
          <span>{formatTick(range[1])}</span>
        </p>
      )}
    </>
  );
}

function CategoryPlot({ bars }: { readonly bars: readonly Bar[] }) {
  const { table: words } = useMessages().genView;
  const highest = Math.max(...bars.map(({ real, made }) => Math.max(real, made))) || 1;
  return (
    <dl className="marginal-bars">
      {bars.map(({ name, real, made }) => (
        <div key={name ?? ' '}>
          <dt title={name ?? ''}>{name === null ? words.others : name === '' ? words.blank : name}</dt>
          <dd>
            <i className="bar-real" style={{ width: `${(100 * real) / highest}%` }} />
            <i className="bar-made" style={{ width: `${(100 * made) / highest}%` }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Every column by itself: how often real rows have each value, and made ones. */
export function Marginals({ columns, real, made, distances, floors }: Props) {
  const { table: words } = useMessages().genView;
  return (
    <ul className="marginals">
      {columns.map(({ name, type }, j) => {
        const marginal = real[j] && made[j] ? marginalOf(real[j], made[j]) : { bars: [] };
        const values = { distance: formatFigure(distances[j] ?? 0), floor: formatFigure(floors?.[j] ?? 0) };
        return (
          <li key={name}>
            <h3 title={name}>{name}</h3>
            {type === 'number' ? <NumberPlot {...marginal} /> : <CategoryPlot bars={marginal.bars} />}
            <small>{formatMessage(floors ? words.distance : words.distanceAlone, values)}</small>
          </li>
        );
      })}
    </ul>
  );
}
