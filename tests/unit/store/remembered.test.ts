import { afterEach, describe, expect, test, vi } from 'vitest';
import { rememberedTimings, rememberTimings } from '../../../src/store/remembered';
import type { Timing } from '../../../src/training/progress';

const timings: readonly Timing[] = [
  { backend: 'cpu', mode: 'eager', msPerStep: 0.4 },
  { backend: 'wasm', mode: 'recorded', msPerStep: 0.01 },
  { backend: 'webgpu', mode: 'recorded', msPerStep: null },
];

/** A storage that holds what it is given, as far as `limit` characters. */
function storage(initial: Readonly<Record<string, string>> = {}, limit = Number.POSITIVE_INFINITY) {
  const items = new Map(Object.entries(initial));
  const stub = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > limit) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
    removeItem: (key: string) => items.delete(key),
  };
  vi.stubGlobal('localStorage', stub);
  return items;
}
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('timings', () => {
  test('are remembered by shape', () => {
    storage();
    rememberTimings('net 2-4-1', timings);
    rememberTimings('net 2-8-1', timings.slice(0, 1));
    expect(rememberedTimings()).toEqual({ 'net 2-4-1': timings, 'net 2-8-1': timings.slice(0, 1) });
  });

  test('that are empty are not remembered', () => {
    const items = storage();
    rememberTimings('net 2-4-1', []);
    expect(items.size).toBe(0);
  });

  test('of a hundred shapes are kept, those seen last', () => {
    storage();
    for (let i = 0; i < 100; i++) rememberTimings(`net ${i}`, timings);
    rememberTimings('net 0', timings);
    rememberTimings('net 100', timings);
    const shapes = Object.keys(rememberedTimings());
    expect(shapes).toHaveLength(100);
    expect(shapes).not.toContain('net 1');
    expect(shapes.slice(-2)).toEqual(['net 0', 'net 100']);
  });

  const key = 'deepseek-playground/timings/2';
  for (const [what, text] of Object.entries({
    'no JSON': '{"net',
    null: 'null',
    'a list': '[1, 2]',
    'a text': '"net"',
    'a number': '7',
    'timings of a backend that does not exist': '{"net": [{"backend": "abacus", "mode": "eager", "msPerStep": 1}]}',
    'timings of a mode that does not exist': '{"net": [{"backend": "cpu", "mode": "lazy", "msPerStep": 1}]}',
    'timings without a time': '{"net": [{"backend": "cpu", "mode": "eager"}]}',
    'timings that are no list': '{"net": {"backend": "cpu", "mode": "eager", "msPerStep": 1}}',
    'a time that is a text': '{"net": [{"backend": "cpu", "mode": "eager", "msPerStep": "1"}]}',
  })) {
    test(`are none where the storage holds ${what}, and can be remembered anew`, () => {
      storage({ [key]: text });
      expect(rememberedTimings()).toEqual({});
      rememberTimings('net 2-4-1', timings);
      expect(rememberedTimings()).toEqual({ 'net 2-4-1': timings });
    });
  }

  test('keep what is right beside what is not', () => {
    storage({ [key]: JSON.stringify({ good: timings, bad: 3 }) });
    expect(rememberedTimings()).toEqual({ good: timings });
  });

  test('of steps that were computed otherwise are neither used nor kept', () => {
    const before = 'deepseek-playground/timings';
    const items = storage({ [before]: '{"net": [{"backend": "cpu", "msPerStep": 0.1}]}' });
    expect(rememberedTimings()).toEqual({});
    rememberTimings('net', timings);
    expect(items.has(before)).toBe(false);
    expect(rememberedTimings()).toEqual({ net: timings });
  });

  test('are done without where the storage is full', () => {
    storage({}, 10);
    expect(() => rememberTimings('net 2-4-1', timings)).not.toThrow();
    expect(rememberedTimings()).toEqual({});
  });

  test('are done without where there is no storage, or none may be touched', () => {
    const forbidden = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    for (const stub of [undefined, { getItem: forbidden, setItem: forbidden, removeItem: forbidden }]) {
      vi.stubGlobal('localStorage', stub);
      expect(rememberedTimings()).toEqual({});
      expect(() => rememberTimings('net 2-4-1', timings)).not.toThrow();
    }
  });
});
