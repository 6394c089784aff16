import './rows.css';
import { useMemo } from 'react';
import { formatFigure, formatShare } from '../../../charts/figures';
import { useThrottled } from '../../../charts/useThrottled';
import type { TableInfo } from '../../../data/imitated/info';
import { cellsOf } from '../../../data/imitated/rows';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { ViewCard } from '../../../views/ViewCard';
import type { TablePreview } from '../../../worker/protocol';
import { columnsQuality } from '../quality/columns';
import type { TableFrame } from '../view';
import { AverageToggle } from './AverageToggle';
import { Copying } from './Copying';
import { Correlations } from './Correlations';
import { HealthNote } from './HealthNote';
import { Marginals } from './Marginals';
import { StepButtons } from './StepButtons';

interface Props {
  readonly info: TableInfo;
  /** Null where weights came without the table. */
  readonly real: TablePreview | null;
  readonly frame: TableFrame | null;
}

/** Milliseconds between two looks at the columns. */
const pace = 500;
/** Made rows that are written out. */
const rowsWritten = 8;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** Rows that the generator makes beside real ones: column by column, two by two, and a few as they are. */
export function TableView({ info, real, frame: latest }: Props) {
  const { genView } = useMessages();
  const { table: words } = genView;
  // Right after another table was chosen, the rows before may still be here.
  const frame = useThrottled(latest && latest.columns.length === info.columns.length ? latest : null, pace);
  const names = info.columns.map(({ name }) => name);
  const train = real?.train ?? null;
  const floors = useMemo(
    () => (real && (real.test[0]?.values.length ?? 0) > 0 ? columnsQuality(real.test, real.train).marginals : null),
    [real],
  );
  const distances = useMemo(
    () => (frame && train ? columnsQuality(frame.columns, train).marginals : []),
    [frame, train],
  );
  const caption =
    frame && train
      ? formatMessage(words.caption, {
          distance: formatFigure(mean(distances)),
          floor: formatFigure(mean(floors ?? [])),
          real: formatShare(frame.taken.real),
          made: formatShare(frame.taken.made),
        })
      : '\u00a0';
  return (
    <ViewCard
      title={genView.title}
      controls={
        <>
          <StepButtons />
          <AverageToggle />
        </>
      }
    >
      <p className="view-quiet gen-caption">{caption}</p>
      <HealthNote info={info} />
      {frame && train && (
        <>
          <p className="marginal-key" aria-hidden="true">
            <span className="bar-real">{words.real}</span>
            <span className="bar-made">{words.made}</span>
          </p>
          <Marginals columns={info.columns} real={train} made={frame.columns} distances={distances} floors={floors} />
          <Correlations names={names} real={train} made={frame.columns} />
        </>
      )}
      {frame && (
        <>
          <h3 className="made-title">{words.rows}</h3>
          {/* Scrolls sideways, and so has to be within reach of the keyboard. */}
          <section className="peek made-rows" aria-label={words.rows} tabIndex={0}>
            <table>
              <thead>
                <tr>
                  {names.map((name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {cellsOf(frame.columns)
                  .slice(0, rowsWritten)
                  .map((row, i) => (
                    <tr key={i}>
                      {row.map((cell, j) => (
                        <td key={names[j]}>{cell}</td>
                      ))}
                    </tr>
                  ))}
              </tbody>
            </table>
          </section>
        </>
      )}
      {floors && <Copying />}
    </ViewCard>
  );
}
