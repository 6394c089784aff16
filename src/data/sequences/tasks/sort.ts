import { rewritingTask } from '../rewriting';

/** Says what it has read in the order of the alphabet: it is enough to count the letters. */
export const sort = rewritingTask('sort', (letters) => letters.toSorted());
