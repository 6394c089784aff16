import { useCallback, useMemo, useState } from 'react';
import { useThemeColours } from '../../../canvas/themeColours';
import { formatFigure } from '../../../charts/figures';
import type { TargetInfo } from '../../../data/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { Crosshair } from '../../../views/Crosshair';
import { LineLayer } from '../../../views/LineLayer';
import { splitMark } from '../../../views/marks';
import { PlotFrame } from '../../../views/PlotFrame';
import { rangeOf, unitOf, widened } from '../../../views/range';
import { Toggle } from '../../../views/Toggle';
import { ViewCard } from '../../../views/ViewCard';
import type { PointsPreview } from '../../../worker/protocol';
import { interpolate } from './interpolate';
import { type Mark, MarksLayer } from './MarksLayer';
import { SplitLegend } from './SplitLegend';
import { useQuality } from './useQuality';

interface Props {
  readonly target: TargetInfo;
  readonly coordinate: string;
  readonly extent: number;
  readonly points: PointsPreview;
  readonly curve: { readonly x: Float32Array; readonly y: Float32Array } | null;
}

/** One coordinate: the curve the network answers with, through the points it learns from. */
export function CurveView({ target, coordinate, extent, points, curve }: Props) {
  const { view: words } = useMessages();
  const colours = useThemeColours();
  const quality = useQuality(target);
  const [showTest, setShowTest] = useState(true);
  const across = useMemo(() => ({ low: -extent, high: extent }), [extent]);
  const up = useMemo(
    () => widened(rangeOf(points.train.targets, points.test.targets) ?? { low: -1, high: 1 }, 0.15),
    [points],
  );
  const name = target.kind === 'classes' ? target.name : (target.names[0] ?? '');

  const marks = useMemo(() => {
    const marksOf = (split: PointsPreview['train'], test: boolean): Mark[] =>
      Array.from(split.targets, (value, i) => [
        unitOf(split.points[i] as number, across),
        1 - unitOf(value, up),
        splitMark(test, colours),
      ]);
    return [...marksOf(points.train, false), ...(showTest ? marksOf(points.test, true) : [])];
  }, [points, showTest, colours, across, up]);

  const line = useMemo(
    () => Array.from(curve?.x ?? [], (x, i) => [unitOf(x, across), 1 - unitOf(curve?.y[i] as number, up)] as const),
    [curve, across, up],
  );

  const read = useCallback(
    (unit: number) => {
      const x = across.low + unit * (across.high - across.low);
      return (
        <>
          <small>
            {coordinate} {formatFigure(x)}
          </small>
          {curve && <b>{formatFigure(interpolate(curve.x, curve.y, x))}</b>}
        </>
      );
    },
    [curve, across, coordinate],
  );

  return (
    <ViewCard
      title={words.title}
      controls={<Toggle label={words.testPoints} checked={showTest} onChange={setShowTest} />}
    >
      <PlotFrame
        across={{ name: coordinate, scale: across }}
        up={{ name, scale: up }}
        aspect={1.45}
        legend={
          <SplitLegend showTest={showTest}>
            <span>
              <i className="view-line" />
              {words.curve}
            </span>
          </SplitLegend>
        }
      >
        {(box) => (
          <>
            <div
              role="img"
              aria-label={`${formatMessage(words.curveLabel, { across: coordinate })} ${quality}`}
              className="plot-layers plot-layers-ruled"
            >
              <MarksLayer box={box} marks={marks} />
              <LineLayer box={box} line={line} colour={colours.warm} halo={colours.card} width={3} />
            </div>
            <Crosshair label={words.explore} read={read} upright />
          </>
        )}
      </PlotFrame>
    </ViewCard>
  );
}
