import { createContender } from '../contenders/contender';
import { startStock } from '../contenders/stock';

export { measureMatrixRate } from '../contenders/matrix-rate';
export const answer = createContender(startStock);
