import { useCallback, useEffect, useState } from 'react';

/** Milliseconds that a step is looked at. */
const stepTime = 1600;

/** Walks through the steps of a sequence by itself, from the first where it stands at the last, and then stops. */
export function useSlowMotion(steps: number, cursor: number, onCursor: (step: number) => void) {
  const [playing, setPlaying] = useState(false);
  const last = cursor >= steps - 1;
  const stop = useCallback(() => setPlaying(false), []);
  const start = () => {
    if (last) onCursor(0);
    setPlaying(true);
  };
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => (last ? stop() : onCursor(cursor + 1)), stepTime);
    return () => clearTimeout(timer);
  }, [playing, cursor, last, onCursor, stop]);
  return { playing, start, stop };
}
