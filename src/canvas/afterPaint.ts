/** A hidden tab paints nothing; the wait ends all the same. */
const longestWait = 100;

/** Runs once after the browser has had a chance to paint. */
export function afterPaint(run: () => void): void {
  let waiting = true;
  const once = () => {
    if (!waiting) return;
    waiting = false;
    clearTimeout(timer);
    run();
  };
  const timer = setTimeout(once, longestWait);
  requestAnimationFrame(() => setTimeout(once));
}
