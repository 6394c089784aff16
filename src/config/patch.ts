export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> }
    : T;

/** An object of named values, as JSON has them: no list, map, set, date or the like. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return Object.prototype.toString.call(value) === '[object Object]';
}

/**
 * `patch` laid over `base`, objects merged `depth` levels deep, everything below replaced whole (the map of
 * column types is one value). Neither is changed, and names such as `__proto__` stay plain keys.
 */
export function mergePatch(base: unknown, patch: unknown, depth = 2): unknown {
  if (patch === undefined) return base;
  if (depth === 0 || !isRecord(base) || !isRecord(patch)) return patch;
  const merged = new Map(Object.entries(base));
  for (const [key, value] of Object.entries(patch)) merged.set(key, mergePatch(merged.get(key), value, depth - 1));
  return Object.fromEntries(merged);
}
