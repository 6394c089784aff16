import { describe, expect, it } from 'vitest';
import { formatFigure, formatShare, formatTick } from '../../../src/charts/figures';

describe('figures', () => {
  it('have three digits that count', () => {
    expect([12480, 123.4, 3.456, 0.5, 0.01423, 0].map((value) => formatFigure(value))).toEqual([
      '12,480',
      '123',
      '3.46',
      '0.500',
      '0.0142',
      '0',
    ]);
  });

  it('go over to powers of ten where they are very small or large', () => {
    expect(formatFigure(0.0000213)).toBe('2.1e−5');
    expect(formatFigure(-2.5e9)).toBe('−2.50e9');
  });

  it('show what is no number as a dash', () => {
    expect([Number.NaN, Infinity].map((value) => formatFigure(value))).toEqual(['–', '–']);
    expect(formatShare(Number.NaN)).toBe('–');
  });
});

describe('shares', () => {
  it('are written as percent', () => {
    expect([0, 0.988, 1].map(formatShare)).toEqual(['0\u202f%', '98.8\u202f%', '100\u202f%']);
  });

  it('are not rounded up to perfection', () => {
    expect(formatShare(0.99999)).toBe('99.9\u202f%');
  });
});

describe('ticks', () => {
  it('are as short as they can be', () => {
    expect([0, 0.25, 1.5, 1e-5, 2.5e7, 20_000, -4].map(formatTick)).toEqual([
      '0',
      '0.25',
      '1.5',
      '1e−5',
      '2.5e7',
      '20K',
      '−4',
    ]);
  });
});
