import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tableDataset } from '../../../src/data/table/dataset';
import { readTable } from '../../../src/data/table/read';
import { Problem } from '../../../src/problem';
import { read, rejection } from './helpers';

describe('reading a table', () => {
  test.each([
    [',', 'a,b\n1,x\n2,y\n'],
    [';', 'a;b\n1;x\n2;y\n'],
    ['\t', 'a\tb\n1\tx\n2\ty\n'],
    ['|', 'a|b\n1|x\n2|y\n'],
  ])('recognizes the delimiter %j', async (delimiter, text) => {
    const { summary, cells } = await read(text);
    expect(summary.delimiter).toBe(delimiter);
    expect(summary.rows).toBe(2);
    expect(cells).toEqual([
      ['1', '2'],
      ['x', 'y'],
    ]);
  });

  test('is not led astray by decimal commas between semicolons, and reads them as points', async () => {
    const { cells, summary } = await read('a;b\n1,5;2\n2,25;3\n');
    expect(summary.delimiter).toBe(';');
    expect(cells[0]).toEqual(['1.5', '2.25']);
  });

  test('leaves commas alone that may divide thousands', async () => {
    expect((await read('a;b\n1,500;2\n2,250;3\n')).cells[0]).toEqual(['1,500', '2,250']);
  });

  test('takes CRLF, a byte order mark and a missing last line end', async () => {
    const { summary, cells } = await read('\uFEFFa,b\r\n1,2\r\n3,4');
    expect(summary.columns.map((column) => column.name)).toEqual(['a', 'b']);
    expect(cells).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
  });

  test('takes quoted cells with delimiters, quotes and line ends', async () => {
    const { cells } = await read('a,b\n"x, ""y""",1\n"two\nlines",2\n');
    expect(cells[0]).toEqual(['x, "y"', 'two\nlines']);
  });

  test('takes lone quotation marks in tab-separated text as characters', async () => {
    const { cells } = await read('a\tb\nham\t"well\nspam\tit\'s "5""\n');
    expect(cells[1]).toEqual(['"well', 'it\'s "5""']);
  });

  test('trims cells, skips blank lines and counts them', async () => {
    const { summary, cells } = await read('a,b\n\n 1 , x\n,\n2,y\n\n');
    expect(cells[0]).toEqual(['1', '2']);
    expect(cells[1]).toEqual(['x', 'y']);
    expect(summary.skipped).toBe(3);
  });

  test('names the columns itself where the first row holds numbers only', async () => {
    const { summary, rowNumbers } = await read('1,2.5\n3,4e1\n');
    expect(summary.columns.map((column) => column.name)).toEqual(['column1', 'column2']);
    expect(summary.rows).toBe(2);
    expect([...rowNumbers]).toEqual([1, 2]);
  });

  test('names a column without a name', async () => {
    const { summary } = await read(',a,\n0,1,2\n1,5,2\n');
    expect(summary.columns.map((column) => column.name)).toEqual(['#', 'a', 'column3']);
  });

  test('shows the first rows as they are', async () => {
    expect((await read('a,b\n1,x\n2,\n')).summary.head).toEqual([
      ['1', 'x'],
      ['2', ''],
    ]);
  });

  test('reads UTF-16, GB 18030 and Windows-1252', async () => {
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from('城市,b\n北京,1\n上海,2\n', 'utf16le')]);
    expect((await read(utf16)).summary.columns[0]?.name).toBe('城市');
    const gbk = Uint8Array.from([0xb3, 0xc7, 0xca, 0xd0, ...Buffer.from(',b\nx,1\ny,2\n')]);
    expect((await read(gbk)).summary.columns[0]?.name).toBe('城市');
    const latin = Uint8Array.from([...Buffer.from('caf'), 0xe9, ...Buffer.from(',b\nx,1\ny,2\n')]);
    expect((await read(latin)).summary.columns[0]?.name).toBe('café');
  });
});

describe('a file that is no table is refused:', () => {
  test('an empty one, a blank one, a header alone, a single row', async () => {
    for (const text of ['', '\n\n  \n', 'a,b\n', 'a,b\n1,2\n'])
      expect((await rejection(read(text))).key).toBe('tableEmpty');
  });

  test('a ragged row, with its number in the file', async () => {
    const problem = await rejection(read('a,b\n1,2\n\n"x\ny",2\n1,2,3\n'));
    expect(problem.key).toBe('rowWidth');
    expect(problem.values).toEqual({ name: 'data.csv', row: 5, found: 3, expected: 2 });
  });

  test('two columns with one name', async () => {
    const problem = await rejection(read('a,b,a\n1,2,3\n4,5,6\n'));
    expect(problem.key).toBe('duplicateColumn');
    expect(problem.values.column).toBe('a');
  });

  test('a quote that is never closed, with its row', async () => {
    const problem = await rejection(read('a,b\n1,2\n"x,3\n4,5\n'));
    expect(problem.key).toBe('quoteOpen');
    expect(problem.values.row).toBe(3);
  });

  test('bytes that are no text', async () => {
    const image = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]);
    expect((await rejection(read(image))).key).toBe('tableBinary');
  });

  test('more than 200 MB, without being read', async () => {
    const huge = Object.assign(new Blob([]), { arrayBuffer: () => Promise.reject(new Error('read')) });
    Object.defineProperty(huge, 'size', { value: 201 * 2 ** 20 });
    const problem = await rejection(readTable(huge, 'huge.csv'));
    expect(problem.key).toBe('tableTooLarge');
    expect(problem.values).toEqual({ name: 'huge.csv', size: 201, limit: 200 });
  });

  test('one that went away while it was read', async () => {
    const gone = Object.assign(new Blob(['a']), { arrayBuffer: () => Promise.reject(new Error('not found')) });
    const problem = await rejection(readTable(gone, 'gone.csv'));
    expect(problem.key).toBe('tableUnreadable');
    expect(problem.values.reason).toBe('not found');
  });
});

describe('whatever a file holds,', () => {
  const outcome = async (bytes: string | Uint8Array<ArrayBuffer>) => {
    try {
      const table = await read(bytes);
      const { summary, cells } = table;
      expect(cells.length).toBe(summary.columns.length);
      for (const column of cells) expect(column.length).toBe(summary.rows);
      const { train, test: rest } = tableDataset(table, { target: '', columns: {}, trainFraction: 0.5 }, 1);
      for (const part of [train, rest]) {
        expect(part.inputs.every(Number.isFinite)).toBe(true);
        expect(part.targets.every(Number.isFinite)).toBe(true);
      }
      return 'dataset';
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return error.key;
    }
  };

  test('it is a table or a problem: random text of CSV’s own characters', async () => {
    const unit = fc.constantFrom(
      'a',
      'b',
      '1',
      '2',
      '.',
      '-',
      'e',
      ',',
      ',',
      ';',
      '\t',
      '|',
      '"',
      '\n',
      '\n',
      '\r',
      ' ',
    );
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 60 }), async (text) => {
        seen.add(await outcome(text));
      }),
      { seed: 1, numRuns: 200 },
    );
    expect(seen.size).toBeGreaterThan(3);
  });

  test('it is a table or a problem: a good table with something put in or taken out', async () => {
    const good = 'a,b,"c, d",label\n1,x,2020-01-01,yes\n2.5,y,,no\n-3,x,"q""q",yes\n1e3,,z,no\n'.repeat(1);
    const piece = fc.constantFrom(
      '"',
      ',',
      '\n',
      '\r\n',
      '\uFEFF',
      '__proto__',
      '1e999',
      'NaN',
      ';',
      '\t',
      '\u0001',
      '',
    );
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length), fc.nat(10), piece, async (at, taken, put) => {
        seen.add(await outcome(good.slice(0, at) + put + good.slice(at + taken)));
      }),
      { seed: 2, numRuns: 200 },
    );
    expect(seen).toContain('dataset');
    expect(seen).toContain('rowWidth');
  });

  test('it is a table or a problem: random bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        await outcome(Uint8Array.from(bytes));
      }),
      { seed: 3, numRuns: 200 },
    );
  });
});
