import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeCsv } from '../../../src/data/csv';
import { read } from './helpers';

test('cells are quoted only where they need it', () => {
  expect(
    encodeCsv([
      ['step', 'loss "x"'],
      [1, null],
      ['a,b', 'two\nlines'],
    ]),
  ).toBe('step,"loss ""x"""\r\n1,\r\n"a,b","two\nlines"\r\n');
});

test('what is written is read back', async () => {
  const cell = fc.string({ maxLength: 8, unit: fc.constantFrom('a', '"', ',', ';', '\n', '1', 'é', '|') });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 2, maxLength: 6 }), async (pairs) => {
      const rows = pairs.map(([a, b], i) => [`r${i}`, a.trim(), b.trim()]);
      const table = await read(encodeCsv([['key', 'first', 'second'], ...rows]));
      expect(rows.map((_, i) => table.cells.map((column) => column[i]))).toEqual(rows);
    }),
    { seed: 11, numRuns: 200 },
  );
});
