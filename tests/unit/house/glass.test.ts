import { describe, expect, test } from 'vitest';
import { importsOf, reachableFrom } from './imports';

const chainsTo = (entry: string, forbidden: RegExp) =>
  [...reachableFrom(entry)].filter(([name]) => forbidden.test(name)).map(([, chain]) => chain.join(' → '));

describe('the glass between page and worker', () => {
  test('the page reaches no tensors: neither tfjs, nor the engine, nor a family’s model', () => {
    const workerSide =
      /^@tensorflow\/|^src\/(?:engine|kernels)\/|^src\/worker\/(?:worker|session)|^src\/families\/(?:models|\w+\/(?:model|frame))\.ts$/;
    expect(chainsTo('src/main.tsx', workerSide)).toEqual([]);
  });

  test('the worker reaches nothing that draws: neither React, nor charts, nor a store, nor a View', () => {
    const pageSide =
      /^(?:react|react-dom|recharts|zustand)(?:\/|$)|^src\/(?:app|panels|controls|charts|canvas|views|store|scripting)\/|^src\/worker\/client|^src\/families\/\w+\/views\/|\/View\.tsx$|\.tsx$|\.css$/;
    expect(chainsTo('src/worker/worker.ts', pageSide)).toEqual([]);
  });

  test('both sides are walked to their far ends', () => {
    expect(reachableFrom('src/main.tsx').has('react')).toBe(true);
    expect([...reachableFrom('src/worker/worker.ts').keys()].some((name) => name.startsWith('@tensorflow/'))).toBe(
      true,
    );
  });
});

describe('importsOf', () => {
  const imports = (source: string) => importsOf('test.ts', source);

  test('finds what runs', () => {
    expect(imports("import a from './a'; import './b'; export * from './c'; void import('./d');")).toEqual([
      './a',
      './b',
      './c',
      './d',
    ]);
    expect(imports("import { type A, b } from './a';")).toEqual(['./a']);
  });

  test('passes over types and workers', () => {
    expect(
      imports("import type { A } from './a'; import { type B } from './b'; export type { C } from './c';"),
    ).toEqual([]);
    expect(imports("new Worker(new URL('./worker.ts', import.meta.url));")).toEqual([]);
  });

  test('refuses an import that it cannot follow', () => {
    expect(() => imports('void import(name);')).toThrow('does not name its module');
  });
});
