import { describe, expect, test } from 'vitest';
import { read } from './helpers';

const summaryOf = async (text: string) => {
  const { summary } = await read(text);
  return { header: summary.header, rows: summary.rows, names: summary.columns.map(({ name }) => name) };
};

describe('a table without a header line is recognized', () => {
  test('by numbers over numbers, beside texts', async () => {
    expect(await summaryOf('5.1,3.5,1.4,0.2,setosa\n4.9,3,1.4,0.2,setosa\n7,3.2,4.7,1.4,versicolor\n')).toEqual({
      header: false,
      rows: 3,
      names: ['column1', 'column2', 'column3', 'column4', 'column5'],
    });
  });

  test('where numbers are missing in it and below', async () => {
    expect((await summaryOf('39,?,clerk\n50,12,\n?,7,boss\n')).header).toBe(false);
    expect((await summaryOf(',3,x\n1,,y\n2,5,z\n')).header).toBe(false);
  });

  test('with decimal commas', async () => {
    expect((await summaryOf('5,1;3,5;setosa\n4,9;3,0;setosa\n7,0;3,2;virginica\n')).header).toBe(false);
  });

  test('where years are values, over other years or beside values', async () => {
    expect((await summaryOf('1990,north\n1991,south\n1992,north\n')).header).toBe(false);
    expect((await summaryOf('1990,3.5,north\n1750,2.5,south\n3000,1,north\n')).header).toBe(false);
  });

  test('between tabs', async () => {
    expect((await summaryOf('ham\t3\tok then\nspam\t9\tWIN "now\nham\t4\tsee you\n')).header).toBe(false);
  });
});

describe('a header line is recognized', () => {
  test('in a table of texts, whatever they are', async () => {
    expect(await summaryOf('label\ttext\nham\t"ok then\nspam\tWIN 1000\n')).toEqual({
      header: true,
      rows: 2,
      names: ['label', 'text'],
    });
    expect((await summaryOf('ham\tsee you at 5\nspam\tWIN\nham\tok\n')).names).toEqual(['ham', 'see you at 5']);
  });

  test('by one name over numbers, even beside numbers', async () => {
    expect((await summaryOf('dose,10,20\n1,0.5,0.7\n2,0.4,0.9\n')).names).toEqual(['dose', '10', '20']);
  });

  test('by years over what are no years', async () => {
    expect((await summaryOf('country,1990,1991\nPeru,21.8,22.2\nChad,5.9,6.1\n')).names).toEqual([
      'country',
      '1990',
      '1991',
    ]);
    expect((await summaryOf('1990,1991\n5,7\n6,8\n')).header).toBe(true);
  });

  test('with blank names, and over columns with blanks', async () => {
    expect((await summaryOf(',a,b\n0,,x\n1,5,y\n')).header).toBe(true);
  });
});

test('rows of a table without a header are told by their number in the file', async () => {
  const { rowNumbers } = await read('1,x\n\n2,y\n');
  expect([...rowNumbers]).toEqual([1, 3]);
});
