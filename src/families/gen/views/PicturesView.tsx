import './pictures.css';
import { usePlayground } from '../../../app/context';
import { formatShare } from '../../../charts/figures';
import { useThrottled } from '../../../charts/useThrottled';
import type { PicturesInfo } from '../../../data/imitated/info';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { PictureSheet } from '../../../views/PictureSheet';
import { ViewCard } from '../../../views/ViewCard';
import type { PicturesPreview } from '../../../worker/protocol';
import type { GenConfig } from '../..';
import { columnsShown, type PicturesFrame, picturesShown } from '../view';
import { HealthNote } from './HealthNote';
import { MakeNetBetter } from './MakeNetBetter';
import { StepButtons } from './StepButtons';

interface Props {
  readonly config: GenConfig;
  readonly info: PicturesInfo;
  /** Null where weights came without the pictures. */
  readonly real: PicturesPreview | null;
  readonly frame: PicturesFrame | null;
}

const mean = (values: Float32Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/** What the generator makes of noise that stays the same and of fresh noise, beside real pictures. */
export function PicturesView({ config, info, real, frame: latest }: Props) {
  const { genView: words } = useMessages();
  const trainCount = usePlayground(({ run }) => run?.trainCount ?? 0);
  const classes = config.model.conditional ? info.classes.length : 0;
  const count = picturesShown(classes);
  const columns = columnsShown(classes);
  // Right after another size was chosen, the picture before may still be here.
  const frame = latest && latest.fixed.length === count * info.size ** 2 ? latest : null;
  const slow = useThrottled(frame, 500);
  const caption = slow
    ? formatMessage(words.pictureVerdicts, {
        real: formatShare(mean(slow.taken.real)),
        made: formatShare(mean(slow.taken.fixed)),
      })
    : '\u00a0';
  const sheet = (pixels: Uint8Array, title: string, help: string) => (
    <figure className="gen-pictures">
      <figcaption>
        <h3>{title}</h3>
        <p className="view-quiet">{help}</p>
      </figcaption>
      <PictureSheet pixels={pixels} size={info.size} columns={columns} label={title} />
    </figure>
  );
  return (
    <ViewCard title={words.title} controls={<StepButtons />}>
      <p className="view-quiet gen-caption">{caption}</p>
      <HealthNote info={info} />
      <div className="gen-sheets">
        {frame && sheet(frame.fixed, words.fixedPictures, words.fixedPicturesHelp)}
        {frame && sheet(frame.fresh, words.freshPictures, words.freshPicturesHelp)}
        {real && sheet(real.pixels, words.realPictures, words.realPicturesHelp)}
      </div>
      {classes > 0 && <MakeNetBetter real={trainCount} />}
    </ViewCard>
  );
}
