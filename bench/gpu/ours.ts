import { createContender } from '../contenders/contender';
import { startOurs } from '../contenders/ours';

export const answer = createContender(startOurs);
