import type { WindowArguments } from '../convolution/shape';

/**
 * The operations of the WASM module that may stand in a recorded step, with their arguments: places are bytes from the
 * beginning of the memory, counts and strides are values. The order is that of the numbers in `perform`
 * (perform.as.ts).
 */
export interface Operations {
  /** Copies bytes. */
  copy: [to: number, from: number, bytes: number];
  /** See matmul/product.as.ts. */
  products: [
    batch: number,
    m: number,
    n: number,
    k: number,
    left: number,
    leftBatch: number,
    leftRow: number,
    leftColumn: number,
    right: number,
    rightBatch: number,
    rightRow: number,
    rightColumn: number,
    result: number,
    bias: number,
    low: number,
    high: number,
    workspace: number,
  ];
  /** Rows of `width` values by indices in int32. */
  gather: [to: number, from: number, width: number, count: number, indices: number, rows: number];
  /** Rows by indices written as floats, or the time steps of sequences; see copy/copy.as.ts. */
  batch: [
    to: number,
    from: number,
    rowWidth: number,
    width: number,
    steps: number,
    examples: number,
    rowsPerExample: number,
    indices: number,
  ];
  /** Copies row `counter` of the feed to `now`, and counts on. */
  advance: [now: number, feed: number, width: number, counter: number];
  /** Keeps `count` values as those of the step that `advance` began. */
  keep: [to: number, from: number, count: number, counter: number];
  /** y = activation(x); see activation/activation.as.ts for this and the next. */
  activate: [kind: number, to: number, x: number, count: number];
  activateGradient: [kind: number, to: number, x: number, dy: number, count: number];
  /** Sums of columns; see columns/columns.as.ts. */
  columnSums: [to: number, from: number, rows: number, columns: number];
  /** See loss/loss.as.ts for these three; dy is the place of one float. */
  exampleLoss: [
    loss: number,
    output: number,
    to: number,
    logits: number,
    targets: number,
    rows: number,
    columns: number,
  ];
  meanLoss: [loss: number, output: number, to: number, logits: number, targets: number, rows: number, columns: number];
  meanLossGradient: [
    loss: number,
    output: number,
    to: number,
    logits: number,
    targets: number,
    dy: number,
    rows: number,
    columns: number,
  ];
  /** See optimize/optimize.as.ts. */
  optimize: [
    optimizer: number,
    state: number,
    total: number,
    from: number,
    count: number,
    gradient: number,
    mask: number,
    coefficients: number,
    average: number,
  ];
  /** Numbers of a stream; see random/random.as.ts for this and the next. */
  random: [kind: number, to: number, count: number, now: number, key0: number, key1: number, scratch: number];
  dropout: [
    to: number,
    from: number,
    count: number,
    now: number,
    rate: number,
    key0: number,
    key1: number,
    scratch: number,
  ];
  /** A function of every float; see elementwise/unary.as.ts, and its neighbours for the next five. */
  unary: [kind: number, to: number, from: number, count: number, p: number, q: number];
  /** A function of two numbers; strides are in elements. */
  binary: [
    kind: number,
    to: number,
    a: number,
    b: number,
    outer: number,
    inner: number,
    aOuter: number,
    aInner: number,
    bOuter: number,
    bInner: number,
  ];
  cast: [kind: number, to: number, from: number, count: number];
  not: [to: number, from: number, count: number];
  select: [to: number, condition: number, x: number, y: number, count: number];
  fill: [to: number, bytes: number, word: number];
  /** See reduce/reduce.as.ts. */
  reduce: [kind: number, to: number, from: number, outer: number, n: number, inner: number];
  /** Copies words along four axes, strides in elements; see move/move.as.ts. */
  move: [
    to: number,
    from: number,
    d0: number,
    d1: number,
    d2: number,
    d3: number,
    t0: number,
    t1: number,
    t2: number,
    t3: number,
    f0: number,
    f1: number,
    f2: number,
    f3: number,
  ];
  /** Rows as probabilities. */
  softmax: [to: number, from: number, rows: number, columns: number];
  /** See normalization/normalize.as.ts. */
  normalize: [
    to: number,
    from: number,
    mean: number,
    variance: number,
    offset: number,
    scale: number,
    epsilon: number,
    rows: number,
    columns: number,
  ];
  /** See indices/indices.as.ts for these two. */
  oneHot: [to: number, indices: number, count: number, depth: number, on: number, off: number];
  segmentSum: [to: number, from: number, width: number, count: number, indices: number, rows: number];
  /** A recurrent layer over whole sequences; see recurrent/recurrent.as.ts for this and the next. */
  recurrent: [
    cell: number,
    activation: number,
    steps: number,
    rows: number,
    units: number,
    reverse: number,
    projected: number,
    kernel: number,
    bias: number,
    h0: number,
    c0: number,
    h: number,
    trace: number,
    scratch: number,
  ];
  recurrentGradient: [
    cell: number,
    activation: number,
    steps: number,
    rows: number,
    units: number,
    reverse: number,
    kernel: number,
    h0: number,
    c0: number,
    h: number,
    trace: number,
    dy: number,
    dProjected: number,
    dRecurrent: number,
    dh0: number,
    dc0: number,
    scratch: number,
  ];
  /** See embed/embed.as.ts for these two. */
  embed: [to: number, matrix: number, tokens: number, bias: number, rows: number, width: number, count: number];
  embedGradient: [to: number, dy: number, tokens: number, rows: number, width: number, count: number];
  /** See norm/norm.as.ts for these three. */
  layerNorm: [to: number, x: number, gain: number, bias: number, rows: number, width: number, epsilon: number];
  layerNormGradient: [to: number, x: number, gain: number, dy: number, rows: number, width: number, epsilon: number];
  layerNormGainGradient: [to: number, x: number, dy: number, rows: number, width: number, epsilon: number];
  /** See weighted/weighted.as.ts for these two. */
  weightedLoss: [
    loss: number,
    output: number,
    classes: number,
    to: number,
    logits: number,
    targets: number,
    weights: number,
    rows: number,
    columns: number,
    workspace: number,
  ];
  weightedLossGradient: [
    loss: number,
    output: number,
    classes: number,
    to: number,
    logits: number,
    targets: number,
    weights: number,
    dy: number,
    rows: number,
    columns: number,
    workspace: number,
  ];
  /** Images as rows of what a filter covers, and back; see convolution/unfold.as.ts. */
  unfold: [to: number, images: number, first: number, count: number, ...windows: WindowArguments];
  fold: [images: number, from: number, first: number, count: number, ...windows: WindowArguments];
  /** See pooling/pool.as.ts for these two. */
  pool: [kind: number, to: number, images: number, batch: number, ...windows: WindowArguments];
  poolGradient: [kind: number, dx: number, dy: number, images: number, batch: number, ...windows: WindowArguments];
  /** See depthwise/depthwise.as.ts. */
  depthwise: [
    kind: number,
    images: number,
    results: number,
    filter: number,
    batch: number,
    multiplier: number,
    ...windows: WindowArguments,
  ];
}

export type OperationName = keyof Operations;

/** In the order of their numbers. */
export const operationNames = [
  'copy',
  'products',
  'gather',
  'batch',
  'advance',
  'keep',
  'activate',
  'activateGradient',
  'columnSums',
  'exampleLoss',
  'meanLoss',
  'meanLossGradient',
  'optimize',
  'random',
  'dropout',
  'unary',
  'binary',
  'cast',
  'not',
  'select',
  'fill',
  'reduce',
  'move',
  'softmax',
  'oneHot',
  'segmentSum',
  'recurrent',
  'recurrentGradient',
  'normalize',
  'embed',
  'embedGradient',
  'layerNorm',
  'layerNormGradient',
  'layerNormGainGradient',
  'weightedLoss',
  'weightedLossGradient',
  'unfold',
  'fold',
  'pool',
  'poolGradient',
  'depthwise',
] as const satisfies readonly OperationName[];
