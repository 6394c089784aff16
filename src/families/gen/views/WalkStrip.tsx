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
  /** The pictures that stay the same, as they are now: the way is walked anew when they have changed. */
  readonly made: Uint8Array;
}

/** What the generator makes of noise on the way from one picture to another. */
export function WalkStrip({ from, to, size, label, made }: Props) {
  const controller = useController();
  const [pixels, setPixels] = useState<Uint8Array | null>(null);
  const slow = useThrottled(made, 500);
  useEffect(() => {
    let wanted = slow.length > 0;
    // Where the run was replaced meanwhile, the way before stays until the next pictures come.
    controller.walk({ from, to, steps }).then(
      (walked) => wanted && setPixels(walked),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [from, to, slow, controller]);
  // Right after another size was chosen, the way before may still be here.
  if (pixels?.length !== steps * size ** 2) return null;
  return <PictureSheet pixels={pixels} size={size} columns={steps} label={label} />;
}
