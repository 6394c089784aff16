import type { Trace } from '../../../src/families/rec/view';

/** A small trace of symbols; what matters to a test is laid over it. */
export function traceWith(over: Partial<Trace> = {}): Trace {
  return {
    steps: 3,
    inputs: ['a', ' ', 'b'],
    asked: Float32Array.of(0, 1, 1),
    expected: ['', 'x', 'y'],
    answers: ['x', 'y'],
    belief: Float32Array.of(0.5, 0.5, 0.75, 0.25, 0.875, 0.125),
    layers: 1,
    layer: 0,
    units: 2,
    hidden: Float32Array.of(0, 0.1, 0.2, -0.3, 0.4, 0.5),
    gates: {},
    fade: Float32Array.of(0.25, 0.5, 1),
    ...over,
  };
}
