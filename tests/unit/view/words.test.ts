import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../src/i18n/format';

describe('a message', () => {
  it('takes values where they belong, and leaves places without one', () => {
    expect(formatMessage('{a} and {b}, {a}', { a: 1, b: '{a}' })).toBe('1 and {a}, 1');
    expect(formatMessage('{a} of {toString} {c:x|y}', { a: 2 })).toBe('2 of {toString} {c:x|y}');
  });

  it('says of one thing what it says of one', () => {
    const said = (count: number | string) => formatMessage('{count:row is|rows are} left', { count });
    expect([0, 1, '1', 2, '1,000'].map(said)).toEqual([
      '0 rows are left',
      '1 row is left',
      '1 row is left',
      '2 rows are left',
      '1,000 rows are left',
    ]);
  });
});
