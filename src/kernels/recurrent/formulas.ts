import { type CellActivation, type CellName, gateCount } from './cells';

type Statement = readonly [name: string, formula: string];

/**
 * A cell as shaders compute it (shader/functions.ts), one unit of one example at one time step: values with a name and a
 * formula, each from those before. Gates are `gate0` …, the trace's last value is `memory`.
 */
export interface CellFormulas {
  /**
   * From `p0` …, the projected inputs, `r0` …, the products with the states before and the bias, `before`, the unit's
   * own state before, and `state`, its cell state before; up to `h`.
   */
  readonly forward: readonly Statement[];
  /**
   * From the trace, `h`, `before`, `state`, `dy`, the gradient by h, and `dc`, that by the cell state; up to `d0` …, the
   * gradients by the projected inputs, and `dState`, that by the cell state before.
   */
  readonly backward: readonly Statement[];
  /** The gradients by the products with the states before. */
  readonly recurrent: readonly string[];
  /** What goes straight to the state before. */
  readonly straight: string;
}

const sigmoidSlope = (y: string) => `${y} * (1.0 - ${y})`;
const tanhSlope = (y: string) => `(1.0 - ${y} * ${y})`;

const simple: Readonly<Record<CellActivation, { readonly value: string; readonly slope: string }>> = {
  tanh: { value: 'hyperbolicTangent(sum)', slope: tanhSlope('h') },
  relu: { value: 'when(sum <= 0.0, 0.0, sum)', slope: 'when(h > 0.0, 1.0, 0.0)' },
  sigmoid: { value: 'sigmoid(sum)', slope: sigmoidSlope('h') },
};

export function cellFormulas(cell: CellName, activation: CellActivation): CellFormulas {
  switch (cell) {
    case 'simple':
      return {
        forward: [
          ['sum', 'p0 + r0'],
          ['h', simple[activation].value],
        ],
        backward: [['d0', `dy * ${simple[activation].slope}`]],
        recurrent: ['d0'],
        straight: '0.0',
      };
    case 'gru':
      return {
        forward: [
          ['gate0', 'sigmoid(p0 + r0)'],
          ['gate1', 'sigmoid(p1 + r1)'],
          ['gate2', 'hyperbolicTangent(p2 + gate1 * r2)'],
          ['memory', 'r2'],
          ['h', 'gate2 + gate0 * (before - gate2)'],
        ],
        backward: [
          ['d0', `dy * (before - gate2) * ${sigmoidSlope('gate0')}`],
          ['d2', `dy * (1.0 - gate0) * ${tanhSlope('gate2')}`],
          ['d1', `d2 * memory * ${sigmoidSlope('gate1')}`],
        ],
        recurrent: ['d0', 'd1', 'd2 * gate1'],
        straight: 'dy * gate0',
      };
    case 'lstm':
      return {
        forward: [
          ['gate0', 'sigmoid(p0 + r0)'],
          ['gate1', 'sigmoid(p1 + r1)'],
          ['gate2', 'hyperbolicTangent(p2 + r2)'],
          ['gate3', 'sigmoid(p3 + r3)'],
          ['memory', 'gate1 * state + gate0 * gate2'],
          ['h', 'gate3 * hyperbolicTangent(memory)'],
        ],
        backward: [
          ['bent', 'hyperbolicTangent(memory)'],
          ['dMemory', `dc + dy * gate3 * ${tanhSlope('bent')}`],
          ['d0', `dMemory * gate2 * ${sigmoidSlope('gate0')}`],
          ['d1', `dMemory * state * ${sigmoidSlope('gate1')}`],
          ['d2', `dMemory * gate0 * ${tanhSlope('gate2')}`],
          ['d3', `dy * bent * ${sigmoidSlope('gate3')}`],
          ['dState', 'dMemory * gate1'],
        ],
        recurrent: ['d0', 'd1', 'd2', 'd3'],
        straight: '0.0',
      };
  }
}

/** Statements in WGSL and GLSL. */
export const declare = (keyword: 'let' | 'float', statements: readonly Statement[]): string =>
  statements.map(([name, formula]) => `${keyword} ${name} = ${formula};`).join('\n');

/** Something for every gate. */
export const eachGate = (cell: CellName, text: (gate: number) => string): string =>
  Array.from({ length: gateCount(cell) }, (_, gate) => text(gate)).join('\n');
