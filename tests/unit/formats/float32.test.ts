import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBase64, encodeBase64, shortestFloat32 } from '../../../src/formats/float32';

const cases = { seed: 1, numRuns: 5000 } as const;
const fromBits = (bits: number) => new Float32Array(Uint32Array.of(bits).buffer)[0] ?? Number.NaN;
const bitsOf = (value: number) => new Uint32Array(Float32Array.of(value).buffer)[0];
/** Every finite float32 is as likely as any other, so most are very large or very small. */
const floats = fc
  .integer({ min: 0, max: 2 ** 32 - 1 })
  .map(fromBits)
  .filter(Number.isFinite);
const ordinary = fc.double({ min: -4, max: 4, noNaN: true }).map(Math.fround);

const remarkable: Readonly<Record<string, number>> = {
  zero: 0,
  'negative zero': -0,
  'the smallest subnormal': 2 ** -149,
  'a negative subnormal': -123 * 2 ** -149,
  'the largest subnormal': fromBits(0x007fffff),
  'the smallest normal': 2 ** -126,
  'the largest': fromBits(0x7f7fffff),
  'the lowest': fromBits(0xff7fffff),
  'one third': Math.fround(1 / 3),
  'the number after one': 1 + 2 ** -23,
  '2²⁴ + 2': 2 ** 24 + 2,
};

describe('the shortest decimal', () => {
  for (const [name, value] of Object.entries(remarkable)) {
    test(`of ${name} reads back bit for bit`, () => {
      expect(bitsOf(shortestFloat32(value))).toBe(bitsOf(value));
    });
  }

  test('of any float32 reads back bit for bit', () => {
    fc.assert(
      fc.property(fc.oneof(floats, ordinary), (value) => {
        expect(bitsOf(shortestFloat32(value))).toBe(bitsOf(value));
      }),
      cases,
    );
  });

  test('has no more digits than it needs', () => {
    expect([0.1, -0.2, 1 / 3, 16777216, 1e-7].map((v) => String(shortestFloat32(Math.fround(v))))).toEqual([
      '0.1',
      '-0.2',
      '0.33333334',
      '16777216',
      '1e-7',
    ]);
    fc.assert(
      fc.property(ordinary, (value) => {
        const digits = shortestFloat32(value)
          .toExponential()
          .replace(/e.*|\D/g, '').length;
        if (digits > 1 && Math.abs(value) > 1e-30)
          expect(Math.fround(Number(value.toPrecision(digits - 1)))).not.toBe(value);
      }),
      cases,
    );
  });
});

describe('base64', () => {
  test('gives back every float32 bit for bit', () => {
    fc.assert(
      fc.property(fc.array(floats, { maxLength: 20 }), (values) => {
        const read = decodeBase64(encodeBase64(Float32Array.from(values)));
        expect(Array.from(read ?? [], bitsOf)).toEqual(values.map(bitsOf));
      }),
      { seed: 1, numRuns: 500 },
    );
  });

  test('gives back more values than fit into one call', () => {
    const values = Float32Array.from({ length: 50_001 }, (_, i) => Math.sin(i));
    expect(decodeBase64(encodeBase64(values))).toEqual(values);
  });

  test('is little-endian whatever the machine is', () => {
    expect(encodeBase64(Float32Array.of(1, -2))).toBe('AACAPwAAAMA=');
  });

  for (const text of ['AAC', 'not base64!', 'AACAPw==AAAA', '====']) {
    test(`of “${text}” is refused`, () => {
      expect(decodeBase64(text)).toBeNull();
    });
  }
});
