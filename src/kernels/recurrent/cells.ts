/**
 * Recurrent cells: Elman 1990; the gated recurrent unit of Cho et al. 2014, in the form that cuDNN computes (the reset
 * gate acts after the product); the long short-term memory of Hochreiter and Schmidhuber 1997 with the forget gate of
 * Gers, Schmidhuber and Cummins 2000.
 */
export const cellNames = ['simple', 'gru', 'lstm'] as const;
export type CellName = (typeof cellNames)[number];

/** What a simple cell may apply; the gates of the others are sigmoids, their candidates tanh. */
export const cellActivations = ['tanh', 'relu', 'sigmoid'] as const;
export type CellActivation = (typeof cellActivations)[number];

/**
 * The gates of each cell in the order of their columns in kernels, biases and traces, `units` columns each. Weights
 * files depend on it; it is the order of Keras.
 */
export const gateNames = {
  simple: ['state'],
  gru: ['update', 'reset', 'candidate'],
  lstm: ['input', 'forget', 'candidate', 'output'],
} as const satisfies Readonly<Record<CellName, readonly string[]>>;

export const gateCount = (cell: CellName): number => gateNames[cell].length;

/**
 * Columns of a trace in units: the gates, and one value more, which is the cell state of an LSTM and the candidate's
 * recurrent part of a GRU. A simple cell has no trace: its state tells all.
 */
export const traceCount = (cell: CellName): number => (cell === 'simple' ? 0 : gateCount(cell) + 1);
