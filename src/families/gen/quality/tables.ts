import type { Imitated, ImitatedExamples } from '../../../data/imitated/imitated';
import { imitatedWidth, type TableInfo } from '../../../data/imitated/info';
import { chooseCategories, decodeRows } from '../../../data/imitated/rows';
import type { Metrics } from '../../../training/progress';
import { columnsQuality } from './columns';
import { copying } from './neighbours';

/** Rows whose nearest ones are looked for: the time grows with all of them. */
const mostCopied = 1000;
const mostTraining = 5000;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

/**
 * Rows beside those of the training: how far columns are from theirs, in the mean, and how much a correlation of two
 * differs at most; both also for the test rows, which nobody made up. `fine` tells of copying too.
 */
export function tableQuality(info: TableInfo, { train, test }: Imitated) {
  const width = imitatedWidth(info);
  const decode = ({ rows, labels }: ImitatedExamples) => decodeRows(rows, labels, info);
  const real = decode(train);
  const against = (columns: ReturnType<typeof decode>) => {
    const { marginals, correlation } = columnsQuality(columns, real);
    return { marginal: mean(marginals), correlation };
  };
  const floor = test.count > 0 ? against(decode(test)) : null;
  return (samples: Float32Array, labels: Float32Array | null, fine: boolean): Metrics => {
    const copied = () => {
      const made = chooseCategories(samples.subarray(0, mostCopied * width), info);
      const held = test.rows.subarray(0, mostCopied * width);
      return copying(made, held, train.rows.subarray(0, mostTraining * width), width).ratio;
    };
    return {
      ...against(decodeRows(samples, labels, info)),
      ...(floor && { marginalFloor: floor.marginal, correlationFloor: floor.correlation }),
      ...(fine && test.count > 0 && { copying: copied() }),
    };
  };
}
