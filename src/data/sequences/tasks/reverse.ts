import { rewritingTask } from '../rewriting';

/** Says what it has read from the end: what was read last is said first. */
export const reverse = rewritingTask('reverse', (letters) => letters.toReversed());
