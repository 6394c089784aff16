import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { operationNames } from '../../../src/kernels/wasm/operations';
import { openModule } from './plainHeap';

const source = readFileSync(new URL('../../../src/kernels/wasm/perform.as.ts', import.meta.url), 'utf8');
/** What `perform` does: for each number, a function and the arguments that it takes from the list. */
const performed = [...source.matchAll(/case (\d+):\s+return (\w+)\(([^;]*)\);/g)].map(
  ([, number, name, taken = '']) => ({
    number: Number(number),
    name,
    taken: [...taken.matchAll(/\(at, (\d+)\)/g)].map(([, index]) => Number(index)),
  }),
);

test('a list is performed by the operations that its numbers stand for', () => {
  expect(performed.map(({ number }) => number)).toEqual(performed.map((_, i) => i));
  expect(performed.map(({ name }) => name)).toEqual(operationNames);
});

test('every operation takes all of its arguments from the list, in their order', async () => {
  const { module } = await openModule();
  for (const { name, taken } of performed) {
    const operation = module[name as 'copy'];
    expect(taken, name).toEqual(Array.from({ length: operation.length }, (_, i) => i));
  }
}, 60_000);
