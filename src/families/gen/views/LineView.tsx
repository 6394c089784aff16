import { useCallback, useMemo } from 'react';
import { formatFigure, formatShare } from '../../../charts/figures';
import type { PointsInfo } from '../../../data/imitated/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { Crosshair } from '../../../views/Crosshair';
import { PlotFrame } from '../../../views/PlotFrame';
import type { PointsFrame } from '../view';
import { BarsLayer } from './BarsLayer';
import { DensityLayer } from './DensityLayer';
import { realDensity } from './density';
import { Layer, type Showing } from './Layer';
import { LayerLegend } from './LayerLegend';
import { LineArrowsLayer } from './LineArrowsLayer';
import type { LayerName } from './layers';
import { glideOf } from './stages';
import { VerdictLayer } from './VerdictLayer';
import { verdictAt } from './verdicts';

interface Props extends Showing {
  readonly info: PointsInfo;
  readonly real: Float32Array;
  readonly frame: PointsFrame | null;
  readonly noise: Float32Array;
  readonly caption: string;
  onFlip(layer: LayerName): void;
}

/** Room above the highest real density; bars that are higher yet are cut off. */
const headroom = 1.7;
const layers: readonly LayerName[] = ['real', 'generated', 'map', 'arrows'];

/** One coordinate: how dense real values lie, how often each is made, and what the discriminator says of it. */
export function LineView({ info, real, frame, noise, caption, hidden, stage, onFlip }: Props) {
  const { genView: words } = useMessages();
  const { extent, coordinates } = info;
  const coordinate = coordinates[0] ?? '';
  const across = { low: -extent, high: extent };
  const density = useMemo(() => realDensity(info, real), [info, real]);
  const highest = useMemo(() => headroom * (Math.max(...density.y) || 1), [density]);
  const unmade = stage === 'noise';
  const values = unmade ? noise : (frame?.generated ?? null);

  const read = useCallback(
    (unit: number) => {
      const x = (2 * unit - 1) * extent;
      const place = Math.round(unit * (density.x.length - 1));
      return (
        <>
          <small>
            {coordinate} {formatFigure(x)}
          </small>
          <span>{formatMessage(words.realDensity, { value: formatFigure(density.y[place] ?? 0) })}</span>
          {frame && (
            <span>{formatMessage(words.reading, { share: formatShare(verdictAt(frame.verdict, extent, x)) })}</span>
          )}
        </>
      );
    },
    [extent, density, coordinate, frame, words],
  );

  const showing = { hidden, stage };
  return (
    <PlotFrame
      across={{ name: coordinate, scale: across }}
      up={{ name: words.density, scale: { low: 0, high: highest } }}
      aspect={1.45}
      legend={<LayerLegend layers={layers} hidden={hidden} onFlip={onFlip} line />}
    >
      {(box) => (
        <>
          <div role="img" aria-label={`${words.lineLabel} ${caption}`} className="plot-layers gen-ground">
            <Layer name="generated" {...showing}>
              <BarsLayer box={box} values={values} extent={extent} highest={highest} glide={glideOf(stage)} />
            </Layer>
            <Layer name="real" {...showing}>
              <DensityLayer box={box} density={density} extent={extent} highest={highest} />
            </Layer>
            {frame && (
              <Layer name="map" {...showing}>
                <VerdictLayer box={box} verdict={frame.verdict} />
              </Layer>
            )}
            {frame && !unmade && (
              <Layer name="arrows" {...showing}>
                <LineArrowsLayer box={box} values={frame.generated} pull={frame.pull} extent={extent} />
              </Layer>
            )}
          </div>
          <Crosshair label={words.explore} read={read} upright />
        </>
      )}
    </PlotFrame>
  );
}
