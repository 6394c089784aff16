import fc from 'fast-check';

export type Path = readonly (string | number)[];
type Container = Record<string, unknown>;

const isContainer = (value: unknown): value is Container => typeof value === 'object' && value !== null;

/** Every place in a value. Of the long lists of numbers only the first is entered. */
export function placesIn(value: unknown, here: Path = []): Path[] {
  if (!isContainer(value)) return [here];
  const entries = Array.isArray(value) ? [...value.slice(0, 3).entries()] : Object.entries(value);
  return [here, ...entries.flatMap(([key, child]) => placesIn(child, [...here, key]))];
}

/** Puts a value at a place; `undefined` takes the place away. Returns the changed root. */
export function put(root: unknown, path: Path, value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (!isContainer(root)) return root;
  const copy: Container | unknown[] = Array.isArray(root) ? [...root] : { ...root };
  const child = Array.isArray(root) ? root[Number(key)] : root[key];
  const next = rest.length > 0 ? put(child, rest, value) : value;
  if (next === undefined && Array.isArray(copy)) copy.splice(Number(key), 1);
  else if (next === undefined) delete (copy as Container)[key];
  // Defined and not assigned, so that `__proto__` becomes a key like any other.
  else Object.defineProperty(copy, key, { value: next, enumerable: true, configurable: true, writable: true });
  return copy;
}

/** What stands in the place of a value in a file that was cut, mistyped, or written to do harm. */
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    'NaN',
    'Infinity',
    '__proto__',
    0,
    -0,
    -1,
    1.5,
    1e39,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    [],
    {},
    [[]],
    [null],
    { toString: null, valueOf: 1 },
    { length: 3 },
    JSON.parse('{"__proto__":{"name":1}}'),
    'AACAPw==',
  ),
  fc.jsonValue({ maxDepth: 2 }),
);

type Change = (file: unknown) => unknown;

/** A change at one place of the file. */
export function changes(places: readonly Path[]): fc.Arbitrary<Change> {
  const place = fc.constantFrom(...places);
  return fc.oneof(
    place.map(
      (path): Change =>
        (file) =>
          put(file, path, undefined),
    ),
    fc.tuple(place, wrong).map(
      ([path, value]): Change =>
        (file) =>
          put(file, path, value),
    ),
    fc
      .tuple(place, fc.constantFrom('__proto__', 'constructor', 'toString', 'extra'), wrong)
      // JSON has no lists with names.
      .map(
        ([path, key, value]): Change =>
          (file) =>
            Array.isArray(at(file, path)) ? file : put(file, [...path, key], value),
      ),
    fc.tuple(place, place).map(
      ([from, to]): Change =>
        (file) =>
          put(file, to, at(file, from)),
    ),
  );
}

function at(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isContainer(value) ? value[key] : undefined), root);
}
