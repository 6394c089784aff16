import { expect, test } from 'vitest';
import { philox, type Words4 } from '../../../src/random/philox';

const ones = 0xffffffff;

// Known answers for philox4x32 with 10 rounds, from kat_vectors of the Random123 distribution.
const known: readonly { counter: Words4; key: readonly [number, number]; expected: Words4 }[] = [
  { counter: [0, 0, 0, 0], key: [0, 0], expected: [0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8] },
  {
    counter: [ones, ones, ones, ones],
    key: [ones, ones],
    expected: [0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd],
  },
  {
    counter: [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344],
    key: [0xa4093822, 0x299f31d0],
    expected: [0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1],
  },
];

for (const { counter, key, expected } of known) {
  const title = [...counter, ...key].map((word) => word.toString(16)).join(' ');
  test(`Philox gives the published numbers for ${title}`, () => {
    expect(philox(counter, key)).toEqual(expected);
  });
}
