/**
 * The operations of the WASM module that may stand in a recorded step, with their arguments: places are bytes from the
 * beginning of the memory, counts and strides are values. The order is that of the numbers in `perform`
 * (module.as.ts).
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
  /** Rows of `width` values by indices written as floats. */
  batch: [to: number, from: number, width: number, count: number, indices: number];
  /** Copies row `counter` of the feed to `now`, and counts on. */
  advance: [now: number, feed: number, width: number, counter: number];
  /** Keeps one value as that of the step that `advance` began. */
  keep: [to: number, from: number, counter: number];
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
] as const satisfies readonly OperationName[];
