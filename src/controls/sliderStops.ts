import type { NumberSetting } from '../config/setting';

const perDecade = 20;

function round(value: number, whole: boolean | undefined): number {
  const short = Number(value.toPrecision(2));
  return whole ? Math.round(short) : short;
}

function logStops({ min, max, smallest, whole }: NumberSetting): number[] {
  const low = smallest ?? min;
  const count = Math.ceil(Math.log10(max / low) * perDecade);
  const climbing = Array.from({ length: count }, (_, i) => round(low * 10 ** (i / perDecade), whole));
  return [...(smallest === undefined ? [] : [0]), ...climbing, max];
}

function linearStops({ min, max, whole }: NumberSetting): number[] {
  // Steps of 1, 2 or 5 times a power of ten, about a hundred of them.
  const raw = (max - min) / 100;
  const power = 10 ** Math.floor(Math.log10(raw) + 1e-9);
  const nice = ([1, 2, 5, 10].find((n) => n * power >= raw * 0.999) ?? 10) * power;
  const step = whole ? Math.max(1, Math.round(nice)) : nice;
  const count = Math.floor((max - min) / step + 1e-9);
  const even = Array.from({ length: count + 1 }, (_, i) => Number((min + i * step).toPrecision(10)));
  return [...even, max];
}

/**
 * The values a slider can stand at, rising and all different, so that each press of an arrow key changes
 * something. Values between them can be typed.
 */
export function sliderStops(setting: NumberSetting): readonly number[] {
  const stops = setting.scale === 'log' ? logStops(setting) : linearStops(setting);
  return [...new Set(stops)].sort((a, b) => a - b);
}

/** Index of the stop nearest to a value, by ratio on a log scale. */
export function nearestStop(stops: readonly number[], value: number, scale: NumberSetting['scale']): number {
  const far = (stop: number) => {
    if (scale === 'linear' || stop <= 0 || value <= 0) return Math.abs(stop - value);
    return Math.abs(Math.log(stop / value));
  };
  let best = 0;
  stops.forEach((stop, i) => {
    // 0 has no ratio to anything: it is the nearest only to itself.
    if (scale === 'log' && (stop === 0) !== (value === 0)) return;
    const current = stops[best] as number;
    if (far(stop) < far(current) || (scale === 'log' && (current === 0) !== (value === 0))) best = i;
  });
  return best;
}
