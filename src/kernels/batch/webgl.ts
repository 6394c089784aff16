import { draw, registerWebGL } from '../webgl/draw';
import { type BatchAttrs, type BatchInputs, batchSides, columnsOf, results } from './op';

const program = `
  float valueAt(int index) {
    int piece = index / width;
    int step = piece / examples;
    int first = start + piece % examples * rowsPerExample;
    bool isRow = rowsPerExample > 1;
    int row = int(getNow(isRow ? first + step : first));
    int at = row * rowWidth + (isRow ? 0 : step * width) + index % width;
    return row >= 0 && row < rows ? getX(at) : 0.0;
  }
`;

export function registerBatch(): void {
  registerWebGL('Batch', (backend, inputs: BatchInputs, attrs: BatchAttrs) =>
    results(
      columnsOf(inputs).map((x) => {
        const { shape, rows, rowWidth, width, examples, rowsPerExample } = batchSides(x, attrs);
        return draw(backend, {
          inputs: { x, now: inputs.now },
          uniforms: {
            rows: ['int', rows],
            rowWidth: ['int', rowWidth],
            width: ['int', width],
            examples: ['int', examples],
            rowsPerExample: ['int', rowsPerExample],
            start: ['int', attrs.from],
          },
          shape,
          code: program,
        });
      }),
    ),
  );
}
