import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergePatch } from '../../../src/config/patch';
import { cases } from './arbitrary';

test('mergePatch merges two levels and replaces what is deeper', () => {
  const base = { a: { b: { c: 1 }, d: 2 }, e: [1, 2] };
  expect(mergePatch(base, { a: { b: { f: 3 } }, e: [3] })).toEqual({ a: { b: { f: 3 }, d: 2 }, e: [3] });
});

test('mergePatch passes over undefined and replaces with null', () => {
  expect(mergePatch({ a: { b: 1 } }, { a: { b: undefined } })).toEqual({ a: { b: 1 } });
  expect(mergePatch({ a: { b: 1 } }, { a: null })).toEqual({ a: null });
});

test('mergePatch changes neither of its arguments', () => {
  fc.assert(
    fc.property(fc.object(), fc.object(), (base, patch) => {
      const [baseCopy, patchCopy] = structuredClone([base, patch]);
      mergePatch(base, patch);
      expect(base).toEqual(baseCopy);
      expect(patch).toEqual(patchCopy);
    }),
    cases,
  );
});

test('mergePatch of an empty patch is the base', () => {
  fc.assert(
    fc.property(fc.object(), (base) => {
      expect(mergePatch(base, {})).toEqual(base);
    }),
    cases,
  );
});

for (const name of ['__proto__', 'constructor']) {
  test(`mergePatch treats ${name} as a plain key and changes no prototype`, () => {
    const patch: unknown = JSON.parse(`{"${name}": {"polluted": 1, "prototype": {"polluted": 1}}}`);
    const merged = mergePatch({ a: 1 }, patch);
    expect(Object.keys(merged as object)).toEqual(['a', name]);
    expect(Object.getPrototypeOf(merged)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect((merged as Record<string, unknown>).polluted).toBeUndefined();
  });
}
