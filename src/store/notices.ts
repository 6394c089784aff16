import { type ProblemData, toProblem } from '../problem';
import type { Notice } from './playground';
import { playgroundStore } from './playground';

let lastId = 0;

/** Shows a notice; one that says the same thing about another moment is replaced. Returns its id. */
export function notify(tone: Notice['tone'], problem: ProblemData, action?: Notice['action']): number {
  lastId += 1;
  const id = lastId;
  const notice: Notice = { id, tone, problem, ...(action && { action }) };
  playgroundStore.setState(({ notices }) => ({
    notices: [...notices.filter((other) => other.problem.key !== problem.key), notice],
  }));
  return id;
}

export function dismissNotice(id: number): void {
  playgroundStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}

/** Shows what went wrong with something that nobody waits for. */
export async function report(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => notify('problem', toProblem(error).toData()));
}
