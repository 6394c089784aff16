import { useCallback, useMemo } from 'react';
import type { Grid } from '../../../canvas/grid';
import { paintValues } from '../../../canvas/paintField';
import { divergingTable } from '../../../canvas/ramp';
import { useThemeColours } from '../../../canvas/themeColours';
import { formatFigure, formatShare } from '../../../charts/figures';
import { inUnits, type PointsInfo } from '../../../data/imitated/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { Crosshair } from '../../../views/Crosshair';
import { FieldLayer } from '../../../views/FieldLayer';
import { PlotFrame } from '../../../views/PlotFrame';
import { manifoldSize, type PointsFrame, rasterSize } from '../view';
import { ArrowsLayer } from './ArrowsLayer';
import { Layer, type Showing } from './Layer';
import { LayerLegend } from './LayerLegend';
import { type LayerName, layerNames, realShown } from './layers';
import { ManifoldLayer } from './ManifoldLayer';
import { MarksLayer } from './MarksLayer';
import { ModesLayer } from './ModesLayer';
import { shownLattice } from './noise';
import { glideOf } from './stages';
import { verdictAt } from './verdicts';

interface Props extends Showing {
  readonly info: PointsInfo;
  readonly real: Float32Array;
  readonly frame: PointsFrame | null;
  /** The noise that the frame's points are made of, in their place. */
  readonly noise: Float32Array;
  readonly latent: 'normal' | 'uniform';
  readonly caption: string;
  onFlip(layer: LayerName): void;
}

/** Cells along a side of the painted verdict. */
const fineness = 192;
/** Share of the full hue where the verdict is certain: a thousand points of each kind lie above it. */
const strength = 0.5;
const certain = { low: 0, high: 1 };

/** Two coordinates: real points, points made up, and what the discriminator says of every place. */
export function PlaneView({ info, real, frame, noise, latent, caption, hidden, stage, onFlip }: Props) {
  const { genView: words } = useMessages();
  const colours = useThemeColours();
  const { extent, coordinates } = info;
  const scaleOf = (coordinate: number) => ({
    low: inUnits(info, coordinate, -extent),
    high: inUnits(info, coordinate, extent),
  });
  const verdict = frame?.verdict ?? null;
  const grid = useMemo<Grid | null>(() => verdict && { size: rasterSize, outputs: 1, values: verdict }, [verdict]);
  const paint = useMemo(() => {
    const table = divergingTable(colours.warm, colours.card, colours.cool, strength);
    return (cells: Grid, pixels: Uint32Array) => paintValues(cells, pixels, table, certain);
  }, [colours]);
  const shownReal = useMemo(() => real.subarray(0, 2 * realShown), [real]);
  const lattice = useMemo(() => shownLattice(latent, manifoldSize, extent), [latent, extent]);
  const unmade = stage === 'noise';
  const points = unmade ? noise : (frame?.generated ?? null);
  const manifold = frame?.manifold ? (unmade ? lattice : frame.manifold) : null;
  const glide = glideOf(stage);
  const layers = layerNames.filter((name) => name !== 'manifold' || frame?.manifold);

  const read = useCallback(
    (across: number, down: number) => {
      const [x, y] = [(2 * across - 1) * extent, (1 - 2 * down) * extent];
      return (
        <>
          <small>
            {coordinates[0]} {formatFigure(inUnits(info, 0, x))} · {coordinates[1]} {formatFigure(inUnits(info, 1, y))}
          </small>
          {verdict && (
            <span>{formatMessage(words.reading, { share: formatShare(verdictAt(verdict, extent, x, y)) })}</span>
          )}
        </>
      );
    },
    [verdict, info, extent, coordinates, words],
  );

  const showing = { hidden, stage };
  return (
    <PlotFrame
      across={{ name: coordinates[0] ?? '', scale: scaleOf(0) }}
      up={{ name: coordinates[1] ?? '', scale: scaleOf(1) }}
      aspect={1}
      legend={<LayerLegend layers={layers} hidden={hidden} onFlip={onFlip} />}
    >
      {(box) => (
        <>
          <div role="img" aria-label={`${words.planeLabel} ${caption}`} className="plot-layers gen-ground">
            <Layer name="map" {...showing}>
              <FieldLayer box={box} grid={grid} fineness={fineness} paint={paint} />
            </Layer>
            <Layer name="manifold" {...showing}>
              <ManifoldLayer box={box} manifold={manifold} extent={extent} glide={glide} />
            </Layer>
            <Layer name="real" {...showing}>
              <MarksLayer box={box} layer="real" points={shownReal} extent={extent} />
            </Layer>
            <Layer name="generated" {...showing}>
              <MarksLayer box={box} layer="generated" points={points} extent={extent} glide={glide} />
            </Layer>
            {info.modes && (
              <Layer name="real" {...showing}>
                <ModesLayer box={box} modes={info.modes} extent={extent} />
              </Layer>
            )}
            {frame && !unmade && (
              <Layer name="arrows" {...showing}>
                <ArrowsLayer box={box} points={frame.generated} pull={frame.pull} extent={extent} />
              </Layer>
            )}
          </div>
          <Crosshair label={words.explore} read={read} />
        </>
      )}
    </PlotFrame>
  );
}
