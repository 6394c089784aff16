import { useMemo, useState } from 'react';
import { useThrottled } from '../../../charts/useThrottled';
import type { PointsInfo } from '../../../data/imitated/info';
import { useMessages } from '../../../i18n/useMessages';
import { ViewCard } from '../../../views/ViewCard';
import type { PointsPreview } from '../../../worker/protocol';
import type { GenConfig } from '../..';
import { type PointsFrame, pointsShown } from '../view';
import { AverageToggle } from './AverageToggle';
import { HealthNote } from './HealthNote';
import { LineView } from './LineView';
import type { LayerName } from './layers';
import { shownNoise } from './noise';
import { PlaneView } from './PlaneView';
import { SlowMotion } from './SlowMotion';
import { SlowMotionButton } from './SlowMotionButton';
import { StepButtons } from './StepButtons';
import { useCaption } from './useCaption';
import { useStages } from './useStages';

interface Props {
  readonly config: GenConfig;
  readonly info: PointsInfo;
  readonly points: PointsPreview;
  readonly frame: PointsFrame | null;
}

/** Milliseconds between two times that the caption is read out. */
const spokenEvery = 10_000;

/** Points of the plane or the line, in training and in slow motion. */
export function PointsView({ config, info, points, frame: latest }: Props) {
  const { genView: words } = useMessages();
  const [hidden, setHidden] = useState<ReadonlySet<LayerName>>(() => new Set(['manifold']));
  const { stage, start, stop, ...walk } = useStages();
  const width = info.coordinates.length;
  // Right after another data set was chosen, the picture before may still be here.
  const frame = latest && latest.generated.length === pointsShown * width ? latest : null;
  const real = points.train.points;
  const caption = useCaption(frame, real, width, info.extent);
  const spoken = useThrottled(caption, spokenEvery);
  const { latent, noise } = config.model;
  const shown = useMemo(
    () => shownNoise(config.seed, { latent, noise }, width, info.extent),
    [config.seed, latent, noise, width, info.extent],
  );
  const onFlip = (layer: LayerName) =>
    setHidden((old) => {
      const next = new Set(old);
      if (!next.delete(layer)) next.add(layer);
      return next;
    });
  const picture = { info, real, frame, noise: shown, caption, hidden, stage, onFlip };
  return (
    <div className="gen" onKeyDown={(event) => event.key === 'Escape' && stop()}>
      <ViewCard
        title={words.title}
        controls={
          <>
            <AverageToggle />
            <StepButtons />
            <SlowMotionButton walking={stage !== null} start={start} stop={stop} />
          </>
        }
      >
        {stage ? (
          <SlowMotion stage={stage} latent={latent} {...walk} />
        ) : (
          <p className="view-quiet gen-caption">{caption}</p>
        )}
        <p className="visually-hidden" aria-live="polite">
          {stage ? '' : spoken}
        </p>
        <HealthNote info={info} />
        {width === 1 ? <LineView {...picture} /> : <PlaneView {...picture} latent={noise} />}
      </ViewCard>
    </div>
  );
}
