/** How fast steps have been going lately. */
export function createSpeedometer() {
  let steps = 0;
  let since = performance.now();
  let rate = 0;
  let msPerStep = 0;
  return {
    restart() {
      steps = 0;
      rate = 0;
      since = performance.now();
    },
    add(count: number, milliseconds: number) {
      steps += count;
      const each = milliseconds / count;
      msPerStep = msPerStep === 0 ? each : 0.7 * msPerStep + 0.3 * each;
    },
    /** What steps will take, by what the last ones took; 0 as long as nothing is known. */
    timeOf: (count: number) => count * msPerStep,
    /** Steps that fit into a time; 1 as long as nothing is known. */
    stepsWithin: (milliseconds: number) => (msPerStep === 0 ? 1 : Math.max(1, Math.floor(milliseconds / msPerStep))),
    perSecond() {
      const elapsed = performance.now() - since;
      if (elapsed >= 500) {
        rate = (steps * 1000) / elapsed;
        steps = 0;
        since = performance.now();
      } else if (rate === 0 && elapsed > 50) {
        return (steps * 1000) / elapsed;
      }
      return rate;
    },
  };
}
