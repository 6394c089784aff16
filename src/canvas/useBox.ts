import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Box } from './surface';

/** The size of an element, followed as it changes; null until it is laid out. */
export function useBox(ref: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const measure = () => {
      const { width, height } = element.getBoundingClientRect();
      const ratio = window.devicePixelRatio || 1;
      setBox((old) =>
        old?.width === width && old.height === height && old.ratio === ratio ? old : { width, height, ratio },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    // Zooming may change the ratio alone.
    window.addEventListener('resize', measure);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [ref]);
  return box && box.width > 0 && box.height > 0 ? box : null;
}
