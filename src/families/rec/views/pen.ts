import type { ColumnsInfo } from '../../../data/sequences/info';

/** Whether the columns are the steps of a pen: how far it moves, and whether it touches the paper on the way. */
export function isPen(columns: readonly string[]): boolean {
  return columns.length === 3 && ['dx', 'dy', 'pen'].every((name, i) => columns[i] === name);
}

export interface PenPath {
  /** The lines drawn, as an SVG path. */
  readonly drawn: string;
  readonly x: number;
  readonly y: number;
}

export interface PenWay {
  /** What is drawn after each step, and where the pen is. */
  readonly after: readonly PenPath[];
  /** Box of all of it, for a viewBox. */
  readonly box: string;
}

/** The way of a pen from its standardized steps, T × 3. */
export function penWay(inputs: Float32Array, scales: ColumnsInfo['scales']): PenWay {
  const { mean, deviation } = scales[0] ?? { mean: [], deviation: [] };
  const value = (step: number, k: number) => (inputs[step * 3 + k] ?? 0) * (deviation[k] ?? 1) + (mean[k] ?? 0);
  let [x, y, drawn] = [0, 0, ''];
  let [left, right, top, bottom] = [0, 0, 0, 0];
  const after = Array.from({ length: inputs.length / 3 }, (_, step): PenPath => {
    [x, y] = [x + value(step, 0), y + value(step, 1)];
    drawn += `${value(step, 2) > 0.5 ? 'L' : 'M'}${x.toFixed(3)} ${y.toFixed(3)}`;
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
    return { drawn: drawn.startsWith('M') ? drawn : `M0 0${drawn}`, x, y };
  });
  const side = Math.max(right - left, bottom - top, 1e-6) * 1.2;
  const corner = [(left + right - side) / 2, (top + bottom - side) / 2];
  return { after, box: [...corner, side, side].map((n) => n.toFixed(3)).join(' ') };
}
