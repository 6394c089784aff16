/** Runs one asynchronous piece of work at a time, in the order of asking. */
export type Exclusive = <T>(work: () => Promise<T>) => Promise<T>;

/** A queue of its own. A piece of work that fails does not hold up the next. */
export function createMutex(): Exclusive {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
