import { useEffect, useRef, useState } from 'react';

/** Pause for each millisecond that showing a value took, so that slow devices have time for other things. */
const rest = 1;

/** The latest value, renewed at most once in `interval` milliseconds, and less often where showing it takes long. */
export function useThrottled<T>(value: T, interval: number): T {
  const [shown, setShown] = useState(value);
  const began = useRef<number | null>(null);
  const earliest = useRef(0);
  useEffect(() => {
    if (began.current === null) return;
    // Runs after the effects of everything below: by now the value is on the page.
    const now = performance.now();
    earliest.current = Math.max(began.current + interval, now + rest * (now - began.current));
    began.current = null;
  });
  useEffect(() => {
    if (Object.is(value, shown)) return;
    const show = () => {
      began.current = performance.now();
      setShown(() => value);
    };
    const timer = setTimeout(show, Math.max(0, earliest.current - performance.now()));
    return () => clearTimeout(timer);
  }, [value, shown]);
  return shown;
}
