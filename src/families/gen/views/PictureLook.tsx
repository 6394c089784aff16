import { useEffect, useState } from 'react';
import { useController } from '../../../app/context';
import { formatShare } from '../../../charts/figures';
import { useThrottled } from '../../../charts/useThrottled';
import { formatMessage } from '../../../i18n/format';
import { useMessages } from '../../../i18n/useMessages';
import { PictureSheet } from '../../../views/PictureSheet';
import type { NearestPictures } from '../../../worker/protocol';
import { resemblance } from './resemblance';

interface Props {
  readonly name: string;
  /** size² levels. */
  readonly picture: Uint8Array;
  readonly size: number;
}

/** The training pictures that a picture is most like, asked for anew as it changes. */
function useNearest(picture: Uint8Array): NearestPictures | null {
  const controller = useController();
  const [found, setFound] = useState<NearestPictures | null>(null);
  const slow = useThrottled(picture, 1500);
  useEffect(() => {
    let wanted = true;
    // Where the run was replaced meanwhile, what was found before stays until the next picture comes.
    controller.nearest(slow).then(
      (nearest) => wanted && setFound(nearest),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [slow, controller]);
  return found;
}

/** One picture, large, beside the training pictures that are most like it, and whether it is a copy of one. */
export function PictureLook({ name, picture, size }: Props) {
  const { genView: words } = useMessages();
  const nearest = useNearest(picture);
  const [closest] = nearest?.distances ?? [];
  const verdict = resemblance(closest, nearest?.usual ?? null);
  return (
    <div className="gen-look">
      <div className="gen-look-large">
        <PictureSheet pixels={picture} size={size} columns={1} label={name} />
        <b>{name}</b>
      </div>
      <div>
        <h4>{words.nearest}</h4>
        <ol className="gen-nearest">
          {nearest?.distances.map((distance, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: they are told apart by their rank alone
            <li key={i}>
              <PictureSheet
                pixels={nearest.pixels.subarray(i * size ** 2, (i + 1) * size ** 2)}
                size={size}
                columns={1}
                label={formatMessage(words.nearestOne, { rank: i + 1, class: nearest.classes[i] ?? '' })}
              />
              {formatShare(distance)}
            </li>
          ))}
        </ol>
        <p className="view-quiet" role="status">
          {nearest &&
            formatMessage(words.resemblance[verdict], {
              distance: formatShare(closest ?? 0),
              usual: formatShare(nearest.usual ?? 0),
            })}
        </p>
      </div>
    </div>
  );
}
