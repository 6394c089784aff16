import { expect, test } from 'vitest';
import { seriesCsv } from '../../../src/panels/seriesCsv';

test('curves are written row by row, with blanks for what was not measured', () => {
  const series = { step: [0, 20], values: { loss: [0.5, 0], testLoss: [Number.NaN, 0.25] } };
  expect(seriesCsv(series)).toBe('step,loss,testLoss\r\n0,0.5,\r\n20,0,0.25\r\n');
});
