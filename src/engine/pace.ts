/** Lets through at most so many steps a second, without making up for what a slow machine missed. */
export interface Pace {
  /** Steps that may be done now. */
  due(step: number): number;
  /** Milliseconds until the next one may. */
  wait(step: number): number;
}

/** Milliseconds of missed steps that are made up for. */
const catchUp = 250;

export function createPace(stepsPerSecond: number, firstStep: number): Pace {
  if (!Number.isFinite(stepsPerSecond)) return { due: () => Number.POSITIVE_INFINITY, wait: () => 0 };
  let since = performance.now();
  let from = firstStep;
  /** The first step may be done at once. */
  const allowed = (now: number) => Math.floor(((now - since) * stepsPerSecond) / 1000) + 1;
  return {
    due(step) {
      const now = performance.now();
      const due = allowed(now) - (step - from);
      if (due <= 1 + (catchUp * stepsPerSecond) / 1000) return due;
      since = now;
      from = step;
      return 1;
    },
    wait: (step) => Math.max(0, since + ((step - from) * 1000) / stepsPerSecond - performance.now()),
  };
}
