import { glslFunctions } from '../shader/functions';
import { type CellActivation, type CellName, gateCount, traceCount } from './cells';
import { cellFormulas, declare, eachGate } from './formulas';

// Programs of recurrent layers, one time step each: a texture cannot be read and written at once.

/** [rows, gates · units]: the products of the states before, rows of `before` from `beforeStart` on, with the kernel. */
export const productProgram = (cell: CellName): string => `
  float valueAt(int index) {
    int width = ${gateCount(cell)} * units;
    int row = index / width;
    int column = index % width;
    int first = beforeStart + row * beforeWidth;
    float sum = ${cell === 'gru' ? 'getRecurrentBias(column)' : '0.0'};
    for (int k = 0; k < units; k++) { sum += getBefore(first + k) * getKernel(k * width + column); }
    return sum;
  }
`;

/** Which value of a row is asked for, and of which unit: rows hold `parts` values for every unit. */
const place = (parts: number) => `
  int row = index / (${parts} * units);
  int part = index % (${parts} * units) / units;
  int j = index % units;
`;

/** Values of each step, one after another: the state, the gates, the memory. */
export const stepParts = (cell: CellName): number => 1 + traceCount(cell);

/** [rows, stepParts · units]: what comes of the products. */
export const gatesProgram = (cell: CellName, activation: CellActivation): string => `
  ${glslFunctions}
  float valueAt(int index) {
    ${place(stepParts(cell))}
    int width = ${gateCount(cell)} * units;
    ${eachGate(
      cell,
      (gate) => `
    float p${gate} = getProjected((time * rows + row) * width + ${gate} * units + j);
    float r${gate} = getProducts(row * width + ${gate} * units + j);`,
    )}
    ${cell === 'gru' ? 'float before = getBefore(beforeStart + row * beforeWidth + j);' : ''}
    ${cell === 'lstm' ? 'float state = getState(stateStart + row * stateWidth + j);' : ''}
    ${declare('float', cellFormulas(cell, activation).forward)}
    if (part == 0) { return h; }
    ${traceCount(cell) > 0 ? eachGate(cell, (gate) => `if (part == ${gate + 1}) { return gate${gate}; }`) : ''}
    return ${traceCount(cell) > 0 ? 'memory' : 'h'};
  }
`;

/** Values of each step back: the gradients by the projected inputs, and of an LSTM that by the cell state before. */
export const stepBackParts = (cell: CellName): number => gateCount(cell) + Number(cell === 'lstm');

/** [rows, stepBackParts · units]: from the gradients by the states, `dh`, and cell states, in `later`, to those. */
export const slopesProgram = (cell: CellName, activation: CellActivation): string => `
  ${glslFunctions}
  float valueAt(int index) {
    ${place(stepBackParts(cell))}
    int at = time * rows + row;
    float dy = getDh(row * units + j);
    ${
      cell === 'simple'
        ? 'float h = getH(at * units + j);'
        : `int first = at * ${traceCount(cell)} * units + j;
    ${eachGate(cell, (gate) => `float gate${gate} = getTrace(first + ${gate} * units);`)}
    float memory = getTrace(first + ${gateCount(cell)} * units);`
    }
    ${cell === 'gru' ? 'float before = getBefore(beforeStart + row * units + j);' : ''}
    ${
      cell === 'lstm'
        ? `float state = getState(stateStart + row * stateWidth + j);
    float dc = isLast == 1 ? 0.0 : getLater((row * 5 + 4) * units + j);`
        : ''
    }
    ${declare('float', cellFormulas(cell, activation).backward)}
    ${eachGate(cell, (gate) => `if (part == ${gate}) { return d${gate}; }`)}
    return ${cell === 'lstm' ? 'dState' : 'd0'};
  }
`;

/** [rows, units]: the gradients by the states before, and what comes to them from their own outputs, `next`, if any. */
export const carryProgram = (cell: CellName): string => `
  float valueAt(int index) {
    int row = index / units;
    int j = index % units;
    int width = ${gateCount(cell)} * units;
    int gates = (time * rows + row) * ${traceCount(cell)} * units;
    float sum = hasNext == 1 ? getDy(nextStart + index) : 0.0;
    ${cell === 'gru' ? 'sum += getDh(index) * getTrace(gates + j);' : ''}
    for (int k = 0; k < width; k++) {
      float slope = getSlopes(row * ${stepBackParts(cell)} * units + k);
      ${cell === 'gru' ? 'if (k >= 2 * units) { slope *= getTrace(gates + k - units); }' : ''}
      sum += slope * getKernel(j * width + k);
    }
    return sum;
  }
`;

/** Of a GRU: the gradients by the products with the states before. */
export const recurrentSlopes = `
  float valueAt(int index) {
    int width = 3 * units;
    int row = index / width;
    int column = index % width;
    float slope = getSlopes(index);
    return column < 2 * units ? slope : slope * getTrace(row * 4 * units + column - units);
  }
`;

/** The gradients by the state and, below them, by the cell state. */
export const lstmStates = `
  float valueAt(int index) {
    if (index < size) { return getDh(index); }
    int row = (index - size) / units;
    return getSlopes((row * 5 + 4) * units + index % units);
  }
`;

/** The states that the time steps began with: the first in its place, the others one time step on. */
export const statesBefore = `
  float valueAt(int index) {
    int ofFirst = index - firstAt;
    if (ofFirst >= 0 && ofFirst < size) { return getH0(ofFirst); }
    return getH(otherAt == 0 ? index + size : index - size);
  }
`;

/** Columns from `start` on. */
export const columnsProgram = `
  float valueAt(int index) { return getX(index / width * allWidth + start + index % width); }
`;
