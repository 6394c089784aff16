/** How the steps of a sequence lie side by side. */
export interface StripLayout {
  /** CSS pixels that a step takes. */
  readonly pitch: number;
  /** Of all steps. */
  readonly total: number;
}

const widest = 88;

/** As wide as there is room, but no step so narrow that it cannot be read; beyond that the strip scrolls. */
export function layOutSteps(width: number, steps: number, least: number): StripLayout {
  const pitch = Math.max(least, Math.min(widest, width / Math.max(1, steps)));
  return { pitch, total: pitch * steps };
}

/** The steps that are seen, from … to (not included). */
export function visibleSteps({ pitch }: StripLayout, scroll: number, width: number, steps: number) {
  const from = Math.max(0, Math.floor(scroll / pitch));
  return { from, to: Math.min(steps, Math.max(from, Math.ceil((scroll + width) / pitch))) };
}

/** The step under a place of the strip. */
export function stepUnder({ pitch }: StripLayout, x: number, steps: number): number {
  return Math.max(0, Math.min(steps - 1, Math.floor(x / pitch)));
}

/** How far to scroll so that a step is seen with its neighbours; where it is seen already, no further. */
export function scrollFor({ pitch, total }: StripLayout, step: number, scroll: number, width: number): number {
  const room = Math.min(2 * pitch, Math.max(0, (width - pitch) / 2));
  const [left, right] = [step * pitch - room, (step + 1) * pitch + room];
  const wanted = left < scroll ? left : right > scroll + width ? right - width : scroll;
  return Math.max(0, Math.min(total - width, wanted));
}
