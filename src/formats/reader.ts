import { isRecord } from '../config/patch';
import { showValue } from '../config/showValue';
import { Problem, type ProblemKey } from '../problem';

/** Reads fields of a value from outside one by one, and names the field in every complaint. */
export interface Reader {
  readonly path: string;
  readonly value: unknown;
  field(name: string): Reader;
  /** An item of a list. */
  at(index: number): Reader;
  has(name: string): boolean;
  record(): Readonly<Record<string, unknown>>;
  list(): readonly Reader[];
  text(): string;
  finite(): number;
  /** A whole number of at least 0. */
  count(): number;
  oneOf<const T extends string>(...options: readonly T[]): T;
  flag(): boolean;
  texts(): string[];
  finites(): number[];
  refuse(key: ProblemKey, values: Readonly<Record<string, string | number>>): Problem;
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * A reader of a value whose place in the file is `path` (empty for the whole).
 * @throws {Problem} from every method whose field is missing or of the wrong kind.
 */
export function createReader(value: unknown, path: string): Reader {
  const refuse: Reader['refuse'] = (key, values) => new Problem(key, { field: path || 'the file', ...values });
  const expect = (expected: string, met: boolean) => {
    if (value === undefined) throw refuse('weightsMissing', {});
    if (!met) throw refuse('weightsType', { expected, found: typeName(value) });
  };
  const reader: Reader = {
    path,
    value,
    refuse,
    field(name) {
      const fields = reader.record();
      return createReader(Object.hasOwn(fields, name) ? fields[name] : undefined, path ? `${path}.${name}` : name);
    },
    at: (index) => createReader(Array.isArray(value) ? value[index] : undefined, `${path}[${index}]`),
    has: (name) => isRecord(value) && Object.hasOwn(value, name) && value[name] !== undefined,
    record() {
      expect('object', isRecord(value));
      return value as Record<string, unknown>;
    },
    list() {
      expect('array', Array.isArray(value));
      return (value as unknown[]).map((item, i) => createReader(item, `${path}[${i}]`));
    },
    text() {
      expect('string', typeof value === 'string');
      return value as string;
    },
    finite() {
      if (value === undefined) throw refuse('weightsMissing', {});
      if (typeof value !== 'number' || !Number.isFinite(value))
        throw refuse('weightsNotFinite', { found: showValue(value) });
      return value;
    },
    count() {
      const number = reader.finite();
      if (!Number.isSafeInteger(number) || number < 0)
        throw refuse('weightsShape', { expected: '0, 1, 2, …', found: number });
      return number;
    },
    oneOf(...options) {
      const text = reader.text();
      const option = options.find((o) => o === text);
      if (option === undefined) throw refuse('weightsShape', { expected: options.join(' | '), found: showValue(text) });
      return option;
    },
    flag() {
      expect('boolean', typeof value === 'boolean');
      return value as boolean;
    },
    texts: () => reader.list().map((item) => item.text()),
    finites: () => reader.list().map((item) => item.finite()),
  };
  return reader;
}
