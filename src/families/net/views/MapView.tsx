import { useCallback, useMemo, useState } from 'react';
import { type Grid, sampleGrid } from '../../../canvas/grid';
import { paintClasses, paintValues } from '../../../canvas/paintField';
import { divergingTable, fadeTable } from '../../../canvas/ramp';
import { useThemeColours } from '../../../canvas/themeColours';
import { formatFigure } from '../../../charts/figures';
import type { TargetInfo } from '../../../data/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { ClassShares } from '../../../views/ClassShares';
import { Crosshair } from '../../../views/Crosshair';
import { FieldLayer } from '../../../views/FieldLayer';
import { classHue, classMark, numberMark } from '../../../views/marks';
import { PlotFrame } from '../../../views/PlotFrame';
import { rampScale, rangeOf, unitOf } from '../../../views/range';
import { Toggle } from '../../../views/Toggle';
import { ViewCard } from '../../../views/ViewCard';
import type { PointsPreview } from '../../../worker/protocol';
import { MapLegend } from './MapLegend';
import { type Mark, MarksLayer } from './MarksLayer';
import { probabilities } from './probabilities';
import { useQuality } from './useQuality';

interface Props {
  readonly target: TargetInfo;
  readonly coordinates: readonly string[];
  readonly extent: number;
  readonly points: PointsPreview;
  readonly grid: Grid | null;
}

/** Tones of a map of numbers when it shows the decision alone. */
const numberBands = 9;

/** Two coordinates: what the network answers everywhere, and the points it should get right. */
export function MapView({ target, coordinates, extent, points, grid }: Props) {
  const { view: words } = useMessages();
  const colours = useThemeColours();
  const [showTest, setShowTest] = useState(true);
  const [plain, setPlain] = useState(false);
  const quality = useQuality(target);

  const classes = target.kind === 'classes' ? target.classes : null;
  const scale = useMemo(
    () => (classes ? { low: 0, high: 1 } : rampScale(rangeOf(points.train.targets, points.test.targets))),
    [classes, points],
  );
  const axis = { low: -extent, high: extent };

  const marks = useMemo(() => {
    const styles = new Map<string, Mark[2]>();
    const styleOf = (value: number, test: boolean) => {
      const unit = unitOf(value, scale);
      // Sixty-four tones are as many as an eye tells apart on a mark of a few pixels.
      const key = `${classes ? value : Math.round(unit * 64)}${test}`;
      const style =
        styles.get(key) ??
        (classes ? classMark(value, classes.length, test, colours) : numberMark(unit, test, colours));
      styles.set(key, style);
      return style;
    };
    const marksOf = (split: PointsPreview['train'], test: boolean): Mark[] =>
      Array.from(split.targets, (value, i) => [
        ((split.points[2 * i] as number) / extent + 1) / 2,
        (1 - (split.points[2 * i + 1] as number) / extent) / 2,
        styleOf(value, test),
      ]);
    return [...marksOf(points.train, false), ...(showTest ? marksOf(points.test, true) : [])];
  }, [points, showTest, classes, colours, scale, extent]);

  const paint = useMemo(() => {
    if (classes && classes.length > 2) {
      const tables = classes.map((_, k) => fadeTable(colours.card, classHue(k, classes.length, colours)));
      return (cells: Grid, pixels: Uint32Array) => paintClasses(cells, pixels, tables, plain);
    }
    const table = divergingTable(colours.warm, colours.card, colours.cool);
    const bands = plain ? (classes ? 2 : numberBands) : 0;
    return (cells: Grid, pixels: Uint32Array) => paintValues(cells, pixels, table, scale, bands);
  }, [classes, colours, plain, scale]);

  const read = useCallback(
    (across: number, down: number) => {
      const answer = grid ? sampleGrid(grid, across, down) : null;
      const [x, y] = [(2 * across - 1) * extent, (1 - 2 * down) * extent];
      return (
        <>
          <small>
            {coordinates[0]} {formatFigure(x)} · {coordinates[1]} {formatFigure(y)}
          </small>
          {answer && classes && (
            <ClassShares classes={classes} shares={probabilities(answer, classes.length)} most={3} />
          )}
          {answer && !classes && <b>{formatFigure(answer[0] as number)}</b>}
        </>
      );
    },
    [grid, extent, coordinates, classes],
  );

  const label = formatMessage(words.mapLabel, { across: coordinates[0] ?? '', down: coordinates[1] ?? '' });
  return (
    <ViewCard
      title={words.title}
      controls={
        <>
          <Toggle label={words.testPoints} checked={showTest} onChange={setShowTest} />
          <Toggle label={words.discretize} help={words.discretizeHelp} checked={plain} onChange={setPlain} />
        </>
      }
    >
      <PlotFrame
        across={{ name: coordinates[0] ?? '', scale: axis }}
        up={{ name: coordinates[1] ?? '', scale: axis }}
        aspect={1}
        legend={<MapLegend target={target} scale={scale} showTest={showTest} />}
      >
        {(box) => (
          <>
            <div role="img" aria-label={`${label} ${quality}`} className="plot-layers">
              <FieldLayer box={box} grid={grid} fineness={plain ? 560 : 280} paint={paint} />
              <MarksLayer box={box} marks={marks} />
            </div>
            <Crosshair label={words.explore} read={read} />
          </>
        )}
      </PlotFrame>
    </ViewCard>
  );
}
