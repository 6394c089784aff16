import { useCallback, useMemo, useState } from 'react';
import { useThemeColours } from '../../../canvas/themeColours';
import { formatFigure } from '../../../charts/figures';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { Crosshair } from '../../../views/Crosshair';
import { LineLayer } from '../../../views/LineLayer';
import { splitMark } from '../../../views/marks';
import { PlotFrame } from '../../../views/PlotFrame';
import { rangeOf, unitOf, widened } from '../../../views/range';
import { ViewCard } from '../../../views/ViewCard';
import { Waiting } from '../../../views/Waiting';
import { type Fit, fitScores, outputOf } from './fitScores';
import { type Mark, MarksLayer } from './MarksLayer';
import { SplitLegend } from './SplitLegend';

interface Props {
  /** Names of the outputs. */
  readonly names: readonly string[];
  /** Whether some rows were kept for the test. */
  readonly tested: boolean;
  /** Rows × outputs. */
  readonly frame: { readonly train: Fit; readonly test: Fit } | null;
}

const diagonal = [
  [0, 1],
  [1, 0],
] as const;
const dash = [5, 5];
const clamp = (unit: number) => Math.min(1, Math.max(0, unit));

/** A table with numbers: predicted against true, and how far apart they are, for one output at a time. */
export function FitView({ names, tested, frame: full }: Props) {
  const { view: words } = useMessages();
  const colours = useThemeColours();
  const [wanted, setWanted] = useState('');
  const output = Math.max(0, names.indexOf(wanted));
  const name = names[output] ?? '';
  const frame = useMemo(() => {
    if (!full) return null;
    const { train, test } = full;
    return { train: outputOf(train, output, names.length), test: outputOf(test, output, names.length) };
  }, [full, output, names]);
  const { low, high } = useMemo(
    // The true values decide, which do not change: the axes stand still while the network learns.
    () => widened((frame && rangeOf(frame.train.actual, frame.test.actual)) ?? { low: 0, high: 1 }, 0.06),
    [frame],
  );
  const scale = useMemo(() => ({ low, high }), [low, high]);
  const marks = useMemo(() => {
    const marksOf = ({ actual, predicted }: Fit, test: boolean): Mark[] =>
      Array.from(actual, (value, i) => [
        unitOf(value, scale),
        1 - clamp(unitOf(predicted[i] as number, scale)),
        splitMark(test, colours),
      ]);
    return frame ? [...marksOf(frame.train, false), ...marksOf(frame.test, true)] : [];
  }, [frame, scale, colours]);
  const scores = useMemo(
    () =>
      frame && [
        { split: words.training, ...fitScores(frame.train) },
        ...(tested ? [{ split: words.test, ...fitScores(frame.test) }] : []),
      ],
    [frame, tested, words],
  );
  const read = useCallback(
    (across: number, down: number) => {
      const value = (unit: number) => formatFigure(low + unit * (high - low));
      return (
        <small>
          {formatMessage(words.fitActual, { name })} {value(across)}
          <br />
          {formatMessage(words.fitPredicted, { name })} {value(1 - down)}
        </small>
      );
    },
    [low, high, name, words],
  );
  if (!frame || !scores) {
    return (
      <ViewCard title={words.titleNumbers}>
        <Waiting />
      </ViewCard>
    );
  }
  const inWords = scores
    .map(({ split, r2, mae }) => `${split}: ${words.r2} ${formatFigure(r2)}, ${words.mae} ${formatFigure(mae)}`)
    .join('; ');
  return (
    <ViewCard
      title={words.titleNumbers}
      controls={
        names.length > 1 && (
          <select
            className="view-select"
            aria-label={words.outputShown}
            value={name}
            onChange={(event) => setWanted(event.currentTarget.value)}
          >
            {names.map((other) => (
              <option key={other}>{other}</option>
            ))}
          </select>
        )
      }
    >
      <dl className="view-tiles">
        {scores.flatMap(({ split, ...values }) =>
          (['r2', 'mae'] as const).map((key) => (
            <div key={split + key}>
              <dt>
                <abbr title={words[`${key}Help`]}>{words[key]}</abbr> · {split}
              </dt>
              <dd>{formatFigure(values[key])}</dd>
            </div>
          )),
        )}
      </dl>
      <PlotFrame
        across={{ name: formatMessage(words.fitActual, { name }), scale }}
        up={{ name: formatMessage(words.fitPredicted, { name }), scale }}
        aspect={1.25}
        legend={<SplitLegend showTest={tested} />}
      >
        {(box) => (
          <>
            <div
              role="img"
              aria-label={`${formatMessage(words.fitLabel, { name })} ${inWords}`}
              className="plot-layers plot-layers-ruled"
            >
              <LineLayer box={box} line={diagonal} colour={colours.soft} halo={colours.card} width={1.25} dash={dash} />
              <MarksLayer box={box} marks={marks} />
            </div>
            <Crosshair label={words.explore} read={read} />
          </>
        )}
      </PlotFrame>
    </ViewCard>
  );
}
