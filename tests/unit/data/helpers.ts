import { readTable } from '../../../src/data/table/read';
import { Problem } from '../../../src/problem';

/** The problem that a call throws; any other outcome fails the test. */
export function problemOf(call: () => unknown): Problem {
  try {
    call();
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

/** The problem that a promise is rejected with; any other outcome fails the test. */
export async function rejection(promise: Promise<unknown>): Promise<Problem> {
  const outcome = await promise.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw outcome;
}

/** A table from text, as from a file. */
export function read(text: string | Uint8Array<ArrayBuffer>, name = 'data.csv') {
  return readTable(new Blob([text]), name);
}
