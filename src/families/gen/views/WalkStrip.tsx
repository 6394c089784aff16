import { useEffect, useState } from 'react';
import { useController } from '../../../app/context';
import { useThrottled } from '../../../charts/useThrottled';
import { PictureSheet } from '../../../views/PictureSheet';

/** Pictures of a walk: both ends, and nine between them. */
const steps = 11;

interface Props {
  readonly from: number;
  readonly to: number;
  readonly size: number;
  readonly label: string;
  /** Changes when the pictures do. */
  readonly news: object;
}

/** What the generator makes of noise on the way from one picture to another. */
export function WalkStrip({ from, to, size, label, news }: Props) {
  const controller = useController();
  const [pixels, setPixels] = useState<Uint8Array | null>(null);
  const slow = useThrottled(news, 500);
  useEffect(() => {
    let wanted = true;
    // Where the run was replaced meanwhile, the way before stays until the next pictures come.
    controller.walk({ from, to, steps }).then(
      (walked) => wanted && setPixels(walked),
      () => {},
    );
    return () => {
      wanted = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the way is walked anew when the pictures have changed
  }, [from, to, slow, controller]);
  // Right after another size was chosen, the way before may still be here.
  if (pixels?.length !== steps * size ** 2) return null;
  return <PictureSheet pixels={pixels} size={size} columns={steps} label={label} />;
}
