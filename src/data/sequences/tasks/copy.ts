import { rewritingTask } from '../rewriting';

/** Says what it has read: a memory for a whole sequence. */
export const copy = rewritingTask('copy', (letters) => letters);
