import { create } from 'zustand';
import { type ProblemData, toProblem } from '../problem';

/** What was refused last and belongs to no single control; shown with the notices until it is dismissed. */
export const useRefusal = create<{ readonly problem: ProblemData | null }>()(() => ({ problem: null }));

export const dismissRefusal = () => useRefusal.setState({ problem: null });

/** Starts an action; should it be refused, the person is told. */
export function attempt(action: Promise<unknown>): void {
  action.then(dismissRefusal, (error: unknown) => useRefusal.setState({ problem: toProblem(error).toData() }));
}
