import type { Initializer } from '../engine/model';
import type { InitializerName } from '../training/names';

/** Start values by the names that settings offer. */
export const initializers: Readonly<Record<InitializerName, Initializer>> = {
  heNormal: { kind: 'normal', gain: 2, fan: 'in' },
  heUniform: { kind: 'uniform', gain: 2, fan: 'in' },
  glorotNormal: { kind: 'normal', gain: 1, fan: 'average' },
  glorotUniform: { kind: 'uniform', gain: 1, fan: 'average' },
  lecunNormal: { kind: 'normal', gain: 1, fan: 'in' },
  lecunUniform: { kind: 'uniform', gain: 1, fan: 'in' },
  normal: { kind: 'standard' },
  zero: { kind: 'zero' },
};
