import { useEffect } from 'react';
import { useController } from '../app/context';
import { afterPaint } from '../canvas/afterPaint';

/** Frames that were drawn: the worker waits for one answer to each, however often React renders. */
const answered = new WeakSet<object>();

/** Tells the worker, once a frame is on the screen, that it was drawn. */
export function useFrameDrawn(frame: object | null): void {
  const controller = useController();
  useEffect(() => {
    // The layers have drawn by now: they do so in layout effects.
    if (!frame || answered.has(frame)) return;
    answered.add(frame);
    afterPaint(() => controller.frameDrawn());
  }, [frame, controller]);
}
