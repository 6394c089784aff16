const longest = 60;

/** A short rendering of any value for a message. It never throws, whatever the value's own `toJSON` or `toString`. */
export function showValue(value: unknown): string {
  let shown: string;
  try {
    // JSON would turn NaN and Infinity into null.
    shown = typeof value === 'number' ? String(value) : (JSON.stringify(value) ?? String(value));
  } catch {
    shown = typeof value;
  }
  return shown.length > longest ? `${shown.slice(0, longest - 3)}…` : shown;
}
