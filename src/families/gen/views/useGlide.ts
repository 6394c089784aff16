import { useLayoutEffect, useRef } from 'react';

const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const ease = (share: number) => share * share * (3 - 2 * share);

/**
 * Draws values, at once, or gliding to them from those that were drawn before.
 * @param duration milliseconds; 0 does not glide
 */
export function useGlide(
  values: Float32Array | null,
  duration: number,
  draw: (values: Float32Array | null) => void,
): void {
  const shown = useRef<Float32Array | null>(null);
  const aim = useRef<Float32Array | null>(null);
  const glide = useRef<{ readonly from: Float32Array; readonly began: number } | null>(null);
  useLayoutEffect(() => {
    if (aim.current !== values) {
      const from = shown.current;
      const glides = duration > 0 && values && from?.length === values.length && !still();
      glide.current = glides ? { from, began: performance.now() } : null;
      aim.current = values;
    }
    let request = 0;
    const show = () => {
      const under = glide.current;
      const share = under && duration > 0 ? Math.min(1, (performance.now() - under.began) / duration) : 1;
      const now = !under || !values || share >= 1 ? values : between(under.from, values, ease(share));
      if (share >= 1) glide.current = null;
      shown.current = now;
      draw(now);
      if (share < 1) request = requestAnimationFrame(show);
    };
    show();
    return () => cancelAnimationFrame(request);
  }, [values, duration, draw]);
}

const between = (from: Float32Array, to: Float32Array, share: number): Float32Array =>
  to.map((value, i) => (from[i] as number) + (value - (from[i] as number)) * share);
