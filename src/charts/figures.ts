const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 2 });
const narrowSpace = '\u202f';
/** The true minus sign is as wide as a digit. */
const minus = (text: string) => text.replaceAll('-', '\u2212');

/** A number in about `digits` figures: 12,480 · 3.14 · 0.0142 · 2.1e−5. */
export function formatFigure(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  if (size === 0) return '0';
  if (size >= 1e7) return minus(value.toExponential(digits - 1).replace('e+', 'e'));
  if (size >= 1000) return minus(grouped.format(value));
  if (size < 1e-4) return minus(value.toExponential(1));
  const decimals =
    size >= 1 ? digits - 1 - Math.floor(Math.log10(size)) : Math.max(digits, size < 0.1 ? digits + 1 : 0);
  return minus(value.toFixed(Math.max(0, decimals)));
}

/** A share of one: 98.8 %. */
export function formatShare(share: number): string {
  if (!Number.isFinite(share)) return '–';
  const percent = share * 100;
  const text = percent === 100 || percent === 0 ? percent.toFixed(0) : percent.toFixed(1);
  // Rounding must not claim perfection that is not there.
  return `${text === '100.0' ? '99.9' : text}${narrowSpace}%`;
}

export const formatSteps = (steps: number): string => grouped.format(steps);

/** For axes: 500 · 12K · 1.25M. */
export const formatCompact = (value: number): string => minus(compact.format(value));

/** For axes: as short as the number allows. */
export function formatTick(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e6)) {
    const [mantissa, exponent] = value.toExponential().split('e');
    return minus(`${Number(Number(mantissa).toFixed(1))}e${Number(exponent)}`);
  }
  return size >= 10_000 ? formatCompact(value) : minus(String(Number(value.toPrecision(4))));
}

export const formatShareTick = (share: number): string => `${Number((share * 100).toFixed(1))}${narrowSpace}%`;
